package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls to a server that is a function. */
@Timeout(60)
class EndpointTest {

    private static final Attempt ONCE = new Attempt.Answered(new Reply.Completed("Once.", Usage.NONE));
    private static final Attempt DOWN = new Attempt.Faulted(Cause.CONNECTION, "refused");
    private static final ModelSettings SETTINGS =
            ModelSettings.parse("openai:m").withApiKeyVariable("");

    @Test
    void whoWaitsGoesByRankAndThenByArrival() throws Exception {
        Endpoint endpoint = endpoint(new Pace(1, RateLimit.NONE, false), Timekeeper.system());
        CountDownLatch release = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        replies.add(start(() -> endpoint.ask(0, 1, () -> {
            await(release);
            return ONCE;
        })));
        awaitTraffic(endpoint, 1, 0);
        List<Integer> ranks = List.of(0, 5, 1, 5, 0);
        for (int i = 0; i < ranks.size(); i++) {
            int rank = ranks.get(i);
            String name = rank + " as no. " + i;
            replies.add(start(() -> endpoint.ask(rank, 1, () -> {
                order.add(name);
                return ONCE;
            })));
            awaitTraffic(endpoint, 1, i + 1);
        }
        release.countDown();
        for (CompletableFuture<Reply> reply : replies) {
            assertThat(reply.get()).isInstanceOf(Reply.Completed.class);
        }
        assertThat(order).containsExactly("5 as no. 1", "5 as no. 3", "1 as no. 2", "0 as no. 0", "0 as no. 4");
    }

    @Test
    void aCallThatPausesLeavesItsTurnToAnother() throws Exception {
        ManualTime time = new ManualTime();
        Endpoint endpoint = endpoint(new Pace(1, RateLimit.NONE, false), time);
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<Reply> pausing =
                start(() -> endpoint.ask(0, 1, () -> asked.getAndIncrement() == 0 ? DOWN : ONCE));
        time.awaitSleepers(1);
        assertThat(endpoint.ask(0, 2, () -> ONCE)).isInstanceOf(Reply.Completed.class);
        assertThat(pausing).isNotDone();
        time.advance(Duration.ofSeconds(2));
        assertThat(pausing.get()).isInstanceOf(Reply.Completed.class);
    }

    @Test
    void nobodyAsksBeforeTheServerWantsToBeAsked() throws Exception {
        ManualTime time = new ManualTime();
        Endpoint endpoint = endpoint(new Pace(8, RateLimit.NONE, false), time);
        AtomicInteger asked = new AtomicInteger();
        Attempt slowDown = new Attempt.Faulted(
                new Fault(Cause.RATE_LIMITED, Cause.Again.UNCOUNTED, "slow down", Duration.ofSeconds(7)));
        Supplier<Attempt> server = () -> asked.getAndIncrement() == 0 ? slowDown : ONCE;
        CompletableFuture<Reply> refused = start(() -> endpoint.ask(0, 1, server));
        time.awaitSleepers(1);
        CompletableFuture<Reply> other = start(() -> endpoint.ask(0, 2, server));
        awaitTraffic(endpoint, 0, 1);
        time.awaitSleepers(2);
        time.advance(Duration.ofMillis(6900));
        assertThat(asked).hasValue(1);
        time.advance(Duration.ofMillis(200));
        assertThat(other.get()).isInstanceOf(Reply.Completed.class);
        time.advance(Duration.ofSeconds(1));
        assertThat(refused.get()).isInstanceOf(Reply.Completed.class);
        assertThat(endpoint.traffic().toldToSlowDown()).isEqualTo(1);
    }

    @Test
    void aServerThatAnswersNothingIsLeftAloneThenTriedByOneCall() throws Exception {
        ManualTime time = new ManualTime();
        Endpoint endpoint = new Endpoint(SETTINGS.withRetries(0), new Pace(8, RateLimit.NONE, false), "m", time);
        assertThat(endpoint.ask(0, 0, () -> ONCE)).isInstanceOf(Reply.Completed.class);
        for (int i = 0; i < Breaker.IN_A_ROW; i++) {
            endpoint.ask(0, i, () -> DOWN);
        }
        assertThat(endpoint.traffic().open()).isTrue();
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            replies.add(start(() -> endpoint.ask(0, 1, () -> {
                asked.incrementAndGet();
                await(release);
                return ONCE;
            })));
        }
        awaitTraffic(endpoint, 0, 5);
        time.awaitSleepers(1);
        time.advance(Duration.ofSeconds(1));
        awaitTraffic(endpoint, 1, 4);
        release.countDown();
        for (CompletableFuture<Reply> reply : replies) {
            assertThat(reply.get()).isInstanceOf(Reply.Completed.class);
        }
        assertThat(asked).hasValue(5);
        assertThat(endpoint.traffic().open()).isFalse();
    }

    @Test
    void aServerThatWasThereAndAnswersNothingForMinutesIsGoneForEverybodyWhoWaits() throws Exception {
        FakeTime time = new FakeTime();
        Endpoint endpoint = endpoint(new Pace(4, RateLimit.NONE, false), time);
        assertThat(endpoint.ask(0, 0, () -> ONCE)).isInstanceOf(Reply.Completed.class);
        AtomicInteger asked = new AtomicInteger();
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long seed = i;
            replies.add(start(() -> endpoint.ask(0, seed, () -> {
                asked.incrementAndGet();
                return DOWN;
            })));
        }
        int gone = 0;
        for (CompletableFuture<Reply> reply : replies) {
            gone += reply.get() instanceof Reply.Unavailable ? 1 : 0;
        }
        assertThat(gone).isPositive();
        assertThat(endpoint.traffic().waiting()).isZero();
        assertThat(asked.get()).isLessThan(40 * 5);
        assertThat(endpoint.ask(0, 0, () -> ONCE)).isInstanceOf(Reply.Completed.class);
    }

    @Test
    void aStragglerIsAskedAgainAndTheFasterAnswerCounts() {
        Endpoint endpoint = new Endpoint(
                SETTINGS, new Pace(4, RateLimit.NONE, true), "m", Timekeeper.system(), Duration.ofMillis(20));
        for (int i = 0; i < 2 * Latencies.ENOUGH; i++) {
            assertThat(endpoint.ask(0, i, () -> ONCE)).isInstanceOf(Reply.Completed.class);
        }
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean cancelled = new AtomicBoolean();
        Reply reply = endpoint.ask(0, 1, () -> {
            if (asked.getAndIncrement() > 0) {
                return ONCE;
            }
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody opens it");
            } catch (InterruptedException e) {
                cancelled.set(true);
                Thread.currentThread().interrupt();
                return new Attempt.Faulted(Cause.INTERRUPTED, "interrupted");
            }
        });
        assertThat(reply).isInstanceOf(Reply.Completed.class);
        assertThat(cancelled).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(asked).hasValue(2);
        assertThat(endpoint.traffic().hedges()).isEqualTo(1);
        assertThat(endpoint.traffic().inFlight()).isZero();
        endpoint.close();
    }

    @Test
    void whatItsCallerThrowsFreesTheTurn() {
        Endpoint endpoint = endpoint(new Pace(1, RateLimit.NONE, false), new FakeTime());
        AtomicBoolean thrown = new AtomicBoolean();
        try {
            endpoint.askAlone(0, 1, () -> {
                throw new IllegalStateException("the reader is gone");
            });
        } catch (IllegalStateException e) {
            thrown.set(true);
        }
        assertThat(thrown).isTrue();
        assertThat(endpoint.ask(0, 1, () -> ONCE)).isInstanceOf(Reply.Completed.class);
    }

    @Test
    void closingDismissesWhoWaits() throws Exception {
        Endpoint endpoint = endpoint(new Pace(1, RateLimit.NONE, false), Timekeeper.system());
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Reply> first = start(() -> endpoint.ask(0, 1, () -> {
            await(release);
            return ONCE;
        }));
        awaitTraffic(endpoint, 1, 0);
        CompletableFuture<Reply> waiting = start(() -> endpoint.ask(0, 1, () -> ONCE));
        awaitTraffic(endpoint, 1, 1);
        endpoint.close();
        assertThat(((Reply.Unavailable) waiting.get()).cause()).isEqualTo("closed");
        release.countDown();
        assertThat(first.get()).isInstanceOf(Reply.Completed.class);
    }

    private static Endpoint endpoint(Pace pace, Timekeeper time) {
        return new Endpoint(SETTINGS, pace, "m", time);
    }

    private static CompletableFuture<Reply> start(Supplier<Reply> call) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> reply.complete(call.get()));
        return reply;
    }

    private static void awaitTraffic(Endpoint endpoint, int inFlight, int waiting) {
        while (endpoint.traffic().inFlight() != inFlight || endpoint.traffic().waiting() != waiting) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
