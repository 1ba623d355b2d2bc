package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A level against servers of a virtual clock: always more calls than turns, each answered after a random latency. */
class LevelTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int NEVER = Integer.MAX_VALUE;

    /** A call under way. */
    private record Call(long begun, long ends) {}

    /** What a simulated server saw. */
    private record Seen(Level level, long answered, long refused, double meanInFlight) {}

    /**
     * @param limit in flight beyond which it refuses at once
     * @param slowness by which latency grows with so many in flight
     * @param retryAfter for which nobody asks after a refusal, in nanoseconds
     */
    private static Seen serve(
            Level level, int limit, IntToDoubleFunction slowness, long retryAfter, double seconds, long seed) {
        Random random = new Random(seed);
        PriorityQueue<Call> inFlight = new PriorityQueue<>(Comparator.comparingLong(Call::ends));
        long now = 1;
        long held = 0;
        long answered = 0;
        long refused = 0;
        double area = 0;
        long end = now + (long) (seconds * SECOND);
        while (now < end) {
            while (now >= held && inFlight.size() < level.turns()) {
                if (inFlight.size() >= limit) {
                    refused++;
                    level.refused(now, now, inFlight.size() + 1);
                    held = now + retryAfter;
                    break;
                }
                double latency = (0.25 + 0.5 * random.nextDouble()) * slowness.applyAsDouble(inFlight.size() + 1);
                inFlight.add(new Call(now, now + (long) (latency * SECOND)));
            }
            Call next = inFlight.peek();
            long then = next == null || (held > now && held < next.ends()) ? held : next.ends();
            area += (double) inFlight.size() * (then - now);
            now = Math.max(then, now + 1);
            if (next != null && next.ends() <= now) {
                boolean full = inFlight.size() >= level.turns();
                inFlight.remove();
                answered++;
                level.answered(next.begun(), now, full);
            }
        }
        return new Seen(level, answered, refused, area / (end - 1));
    }

    @Test
    void aServerThatBearsEverythingIsSoonAskedAsMuchAsAllowed() {
        Seen seen = serve(new Level(1000), NEVER, n -> 1, 0, 5, 1);
        assertThat(seen.level().turns()).isEqualTo(1000);
        assertThat(seen.refused()).isZero();
    }

    @Test
    void aHardLimitIsUsedToNineTenthsWithFewRefusals() {
        for (long seed = 1; seed <= 5; seed++) {
            Seen seen = serve(new Level(1000), 100, n -> 1, SECOND, 120, seed);
            assertThat(seen.answered()).as("seed %d", seed).isGreaterThan((long) (0.9 * 120 * 200));
            assertThat(seen.refused()).as("seed %d", seed).isLessThan(seen.answered() / 500);
        }
    }

    @Test
    void aServerThatOnlySlowsDownIsAskedNearItsKnee() {
        for (long seed = 1; seed <= 5; seed++) {
            Seen seen = serve(new Level(1000), NEVER, n -> Math.max(1, n / 128.0), 0, 300, seed);
            assertThat(seen.level().turns()).as("seed %d", seed).isBetween(110, 260);
            assertThat(seen.answered()).as("seed %d", seed).isGreaterThan((long) (0.9 * 300 * 256));
        }
    }

    @Test
    void aServerThatBatchesIsAskedForMoreAlthoughItSlowsDown() {
        // Latency doubles by 200 in flight while throughput grows a hundredfold.
        Seen seen = serve(new Level(400), NEVER, n -> 1 + n / 200.0, 0, 300, 1);
        assertThat(seen.level().turns()).isGreaterThan(200);
    }

    @Test
    void aBurstOfRefusalsCutsOnce() {
        Level level = new Level(100);
        for (int i = 0; i < 40; i++) {
            level.refused(5, 10 + i, 32);
        }
        assertThat(level.turns()).isEqualTo(24);
    }

    @Test
    void refusalsOfCallsBegunSinceTheCutCutAgainAndDeeperUntilSomethingIsAnswered() {
        Level level = new Level(100);
        level.refused(5, 10, 32);
        level.refused(11, 12, 24);
        assertThat(level.turns()).isEqualTo(12);
        level.answered(13, 14, false);
        level.refused(15, 16, 12);
        assertThat(level.turns()).isEqualTo(9);
    }

    /** A quota of others' calls, say: 429 for everybody, twenty times on end, with one call at a time in the end. */
    @Test
    void aServerThatRefusedEverybodyForAWhileIsSoonAskedAsBefore() {
        Level level = new Level(100);
        long now = 1;
        for (int i = 0; i < 200; i++) {
            level.answered(now, now + SECOND / 20, true);
            now += SECOND / 200;
        }
        assertThat(level.turns()).isEqualTo(100);
        for (int i = 0; i < 20; i++) {
            level.refused(now, now + 1, level.turns());
            now += SECOND;
        }
        assertThat(level.turns()).isEqualTo(1);
        for (int i = 0; i < 400; i++) {
            level.answered(now, now + SECOND / 20, true);
            now += SECOND / 200;
        }
        assertThat(level.turns()).isGreaterThan(90);
    }

    @Test
    void itNeverFallsBelowOne() {
        Level level = new Level(100);
        for (int i = 0; i < 40; i++) {
            level.refused(2L * i + 1, 2L * i + 2, 1);
        }
        assertThat(level.turns()).isEqualTo(1);
    }

    @Test
    void itStaysWhereCallsAreTooFewToFillIt() {
        Level level = new Level(100);
        for (int i = 0; i < 1000; i++) {
            level.answered(i, i + 1, false);
        }
        assertThat(level.turns()).isEqualTo(Level.START);
    }

    @Test
    void aCeilingBelowTheStartIsTheStart() {
        assertThat(new Level(4).turns()).isEqualTo(4);
    }

    @Test
    void afterAnOutageItBeginsLow() {
        Level level = new Level(1000);
        serve(level, NEVER, n -> 1, 0, 5, 1);
        level.restart();
        assertThat(level.turns()).isEqualTo(Level.START);
    }
}
