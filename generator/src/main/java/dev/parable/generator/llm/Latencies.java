package dev.parable.generator.llm;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long the last {@value #KEPT} answered calls took, and from when on a call is a straggler: one and a half times the 95th
 * percentile, never less than a floor; not before {@value #ENOUGH} were answered.
 *
 * <p>Source: hedged requests (Dean and Barroso, "The Tail at Scale", CACM 2013), which hedge at the 95th percentile for a
 * cost of 5 %. Deviation: later than that, because the length of a story, and so its latency, varies by its nature, and
 * a hedge takes a turn. Not for several threads at once.
 */
final class Latencies {

    static final int ENOUGH = 100;

    private static final int KEPT = 512;
    private static final int RENEWED_EVERY = 64;
    private static final double FACTOR = 1.5;
    private static final double QUANTILE = 0.95;

    private final long floor;
    private final long[] nanos = new long[KEPT];
    private long seen;
    private long straggling = Long.MAX_VALUE;

    Latencies(Duration floor) {
        this.floor = floor.toNanos();
    }

    void add(long latency) {
        nanos[(int) (seen % KEPT)] = latency;
        seen++;
        if (seen >= ENOUGH && (seen == ENOUGH || seen % RENEWED_EVERY == 0)) {
            long[] sorted = Arrays.copyOf(nanos, (int) Math.min(seen, KEPT));
            Arrays.sort(sorted);
            straggling = Math.max(floor, (long) (FACTOR * sorted[(int) (QUANTILE * sorted.length)]));
        }
    }

    /** Nanoseconds; no call is as old as {@link Long#MAX_VALUE}. */
    long straggling() {
        return straggling;
    }

    /** Calls answered so far. */
    long seen() {
        return seen;
    }
}
