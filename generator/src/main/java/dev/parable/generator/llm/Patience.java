package dev.parable.generator.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for one call, whether to ask again and after which pause. A pause doubles from one second to thirty, half of
 * it jitter; where the server said how long to wait, it is that, and up to a second more, so that many callers do not
 * return at once. The jitter is drawn from the seed. For one thread.
 */
final class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What to do after a fault. */
    sealed interface Step {

        /** Pause, then ask again. */
        record Wait(Duration pause) implements Step {}

        /** Ask no more. The reason is empty where the fault itself says enough. */
        record Stop(String why) implements Step {}
    }

    private final int retries;
    private final Duration limit;
    private final Timekeeper time;
    private long began;
    private final long seed;
    private int counted;
    private int pauses;

    /** @param limit the longest that the call may last before its last attempt, waiting for turns left out */
    Patience(int retries, Duration limit, Timekeeper time, long seed) {
        this.retries = retries;
        this.limit = limit;
        this.time = time;
        this.began = time.nanos();
        this.seed = seed;
    }

    /** Time spent waiting for a turn, which is not the server's. */
    void excuse(long nanos) {
        began += nanos;
    }

    Step after(Fault fault) {
        switch (fault.again()) {
            case NEVER -> {
                return new Step.Stop("");
            }
            case COUNTED -> {
                if (counted == retries) {
                    return new Step.Stop("given up after " + retries + " retries");
                }
                counted++;
            }
            case UNCOUNTED -> {}
        }
        Duration pause = pause(fault.retryAfter());
        Duration elapsed = Duration.ofNanos(time.nanos() - began);
        if (elapsed.plus(pause).compareTo(limit) > 0) {
            return new Step.Stop("given up after " + elapsed.toSeconds() + " s, because the next try would be in "
                    + pause.toSeconds() + " s and one call may wait " + limit.toSeconds()
                    + " s in all; lower the concurrency, or raise the timeout or the retries");
        }
        return new Step.Wait(pause);
    }

    private Duration pause(@Nullable Duration asked) {
        int doublings = Math.min(pauses, 16);
        pauses++;
        Duration grown = FIRST_PAUSE.multipliedBy(1L << doublings);
        Duration full = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        double jitter = unit(seed + pauses);
        if (asked == null || asked.isZero()) {
            return scaled(full, 0.5 + 0.5 * jitter);
        }
        return asked.plus(scaled(FIRST_PAUSE, jitter));
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }

    /** From 0 to 1, by the finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static double unit(long state) {
        long z = state * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
