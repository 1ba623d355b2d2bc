package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is let in, by a clock that the test moves. */
@Timeout(60)
class TurnsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualTime time = new ManualTime();
    private final CountDownLatch closing = new CountDownLatch(1);

    @Test
    void aPaceAMinuteIsKept() throws InterruptedException {
        Turns turns = turns(new Pace(1000, new RateLimit(120, 0), false));
        List<Turn> taken = List.of(take(turns), take(turns));
        assertThat(taken).doesNotHaveDuplicates();
        Thread third = Thread.ofVirtual().start(() -> {
            Turn ignored = take(turns);
        });
        time.awaitSleepers(1);
        assertThat(turns.traffic().inFlight()).isEqualTo(2);
        assertThat(turns.traffic().waiting()).isEqualTo(1);
        time.advance(SECOND);
        third.join();
        assertThat(turns.traffic().inFlight()).isEqualTo(3);
    }

    @Test
    void tokensThatWereUsedAreWaitedFor() throws InterruptedException {
        Turns turns = turns(new Pace(1000, new RateLimit(0, 60_000), false));
        turns.answered(take(turns), new Usage(10_000, 51_000));
        Thread next = Thread.ofVirtual().start(() -> {
            Turn ignored = take(turns);
        });
        time.awaitSleepers(1);
        assertThat(turns.traffic().waiting()).isEqualTo(1);
        time.advance(Duration.ofSeconds(59));
        assertThat(turns.traffic().waiting()).isEqualTo(1);
        time.advance(Duration.ofSeconds(5));
        next.join();
        assertThat(turns.traffic().inFlight()).isEqualTo(1);
    }

    @Test
    void whatTakesFarLongerThanItsLikeIsAStragglerThreeTimesAndNoMore() {
        Turns turns = turns(new Pace(10, RateLimit.NONE, true));
        answer(turns, 200);
        Turn late = take(turns);
        time.advance(SECOND.multipliedBy(2));
        assertThat(turns.stragglers()).isEmpty();
        for (int seconds : new int[] {1, 3, 3}) {
            time.advance(SECOND.multipliedBy(seconds));
            assertThat(turns.stragglers()).containsExactly(late);
            late.hedge(Thread.ofVirtual().unstarted(() -> {}));
            assertThat(turns.stragglers()).isEmpty();
        }
        time.advance(SECOND.multipliedBy(60));
        assertThat(turns.stragglers()).isEmpty();
        assertThat(turns.traffic().hedges()).isEqualTo(3);
    }

    @Test
    void fewOfAllCallsAreAskedTwice() {
        Turns turns = turns(new Pace(30, RateLimit.NONE, true));
        answer(turns, 200);
        for (int i = 0; i < 30; i++) {
            Turn ignored = take(turns);
        }
        time.advance(SECOND.multipliedBy(10));
        assertThat(turns.stragglers()).hasSize(6);
    }

    @Test
    void aServerThatLimitsIsNotAskedTwice() {
        Turns turns = turns(new Pace(10, RateLimit.NONE, true));
        answer(turns, 200);
        Turn late = take(turns);
        turns.faulted(take(turns), new Fault(Cause.RATE_LIMITED, "slow down"));
        time.advance(SECOND.multipliedBy(10));
        assertThat(turns.stragglers()).isEmpty();
        time.advance(SECOND.multipliedBy(60));
        assertThat(turns.stragglers()).containsExactly(late);
    }

    @Test
    void whereItIsNotWantedNothingIsAskedTwice() {
        Turns turns = turns(new Pace(10, RateLimit.NONE, false));
        answer(turns, 200);
        Turn ignored = take(turns);
        time.advance(SECOND.multipliedBy(10));
        assertThat(turns.stragglers()).isEmpty();
    }

    @Test
    void whatMustStandAloneIsNotAskedTwice() {
        Turns turns = turns(new Pace(10, RateLimit.NONE, true));
        answer(turns, 200);
        Turn ignored = take(turns, null);
        time.advance(SECOND.multipliedBy(10));
        assertThat(turns.stragglers()).isEmpty();
    }

    @Test
    void whoIsInterruptedLeavesTheQueue() throws InterruptedException {
        Turns turns = turns(new Pace(1, RateLimit.NONE, false));
        Turn held = take(turns);
        List<InterruptedException> seen = new ArrayList<>();
        Thread waiter = Thread.ofVirtual().start(() -> {
            try {
                turns.take(0, turns.ticket(), null);
            } catch (InterruptedException e) {
                seen.add(e);
            }
        });
        while (turns.traffic().waiting() == 0) {
            Thread.onSpinWait();
        }
        waiter.interrupt();
        waiter.join();
        assertThat(seen).hasSize(1);
        assertThat(turns.traffic().waiting()).isZero();
        turns.abandoned(held);
        assertThat(take(turns)).isNotNull();
    }

    private Turns turns(Pace pace) {
        return new Turns("m at s", pace, Duration.ofMinutes(10), 1, SECOND, time, closing);
    }

    /** So many calls of 1.6 seconds each, one after the other. */
    private void answer(Turns turns, int calls) {
        for (int i = 0; i < calls; i++) {
            Turn turn = take(turns);
            time.advance(Duration.ofMillis(1600));
            turns.answered(turn, Usage.NONE);
        }
    }

    private static Turn take(Turns turns) {
        return take(turns, () -> new Attempt.Faulted(Cause.EMPTY, "never asked"));
    }

    private static Turn take(Turns turns, @Nullable Supplier<Attempt> again) {
        try {
            return ((Turns.Entry.In) turns.take(0, turns.ticket(), again)).turn();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
