package dev.parable.generator.llm;

/**
 * Finds where a server that never says 429 gains nothing from more calls at once: below its knee latency hardly depends
 * on how many are in flight, beyond it they only queue, and latency grows as they do.
 *
 * <p>Source: gradient and Vegas limits of Netflix's concurrency-limits ("Performance Under Load", 2018), which compare
 * latency with that of an idle server. Deviation: a batching LLM server slows down long before its throughput peaks, so a
 * rise of latency is only a suspicion here. It is tested by trying fewer calls: where latency falls nearly in proportion
 * (elasticity of {@value #QUEUEING} and more, so that throughput stays), fewer it is; otherwise the higher number comes
 * back, and its latency is the new normal. Since latency also rises for reasons that pass, the higher number is tried
 * again, first after ten times a call's latency, then, as long as it is no better, after twice as long each time, up to
 * forty; past the knee that costs no throughput. Means are of at least {@value #FEWEST} calls, because answers
 * differ in length. Not for several threads at once.
 */
final class Knee {

    /** Latency over the lowest seen that is worth a test. */
    private static final double SUSPICIOUS = 1.5;

    private static final double QUEUEING = 0.6;
    private static final int FEWEST = 100;

    /** Below this few calls at once a test would say little and cost much. */
    private static final int LEAST_LEVEL = 8;

    private static final double DEEPEST = 0.25;
    private static final double SHALLOWEST = 0.8;

    /** A level a little too high costs nothing, one too low does. */
    private static final double MARGIN = 1.25;

    /** Of the latency of a call. */
    private static final double FIRST_WAIT = 10;

    private static final double LONGEST_WAIT = 40;

    private enum Look {
        /** Nothing is suspected. */
        FREE,
        /** Latency at the present level is measured with care. */
        UPPER,
        /** A lower level is tried. */
        LOWER,
        /** The knee was found, and the level stays. */
        CAPPED,
        /** A higher level is tried again. */
        AGAIN
    }

    private Look look = Look.FREE;
    private double normal;
    private double upperLevel;
    private double upperMean;
    private double lowerLevel;
    private double lowerMean;
    private double wait;
    private long triedAt;
    private double sum;
    private int count;
    private int skip;
    private int needed = FEWEST;

    /** Takes in the latency of a call, in nanoseconds; says at what level to go on. */
    double after(double latency, double level, long now) {
        if (skip > 0) {
            skip--;
            return level;
        }
        sum += latency;
        count++;
        if (count < needed) {
            return level;
        }
        double mean = sum / count;
        sum = 0;
        count = 0;
        return switch (look) {
            case FREE -> free(level, mean);
            case UPPER -> mean > SUSPICIOUS * normal ? lower(level, mean) : go(Look.FREE, level);
            case LOWER -> tested(level, mean, now);
            case CAPPED -> capped(level, mean, now);
            case AGAIN -> triedAgain(level, mean, now);
        };
    }

    /** Whether the level must not grow on other grounds. */
    boolean holds() {
        return look != Look.FREE;
    }

    /** Too few calls wait to go on with a test; says at what level to go on. */
    double pause(double level) {
        return switch (look) {
            case FREE, CAPPED -> level;
            case UPPER -> go(Look.FREE, level);
            case LOWER -> go(Look.FREE, upperLevel);
            case AGAIN -> go(Look.CAPPED, lowerLevel);
        };
    }

    /** Forgets what it found, because the level changes on other grounds. */
    void reset(double level) {
        double ignored = go(Look.FREE, level);
        skip = (int) level;
    }

    private double free(double level, double mean) {
        normal = normal == 0 ? mean : Math.min(mean, normal);
        needed = Math.max(FEWEST, (int) level);
        if (mean > SUSPICIOUS * normal && level >= LEAST_LEVEL) {
            measure(Look.UPPER, level, level);
        }
        return level;
    }

    private double lower(double level, double mean) {
        upperLevel = level;
        upperMean = mean;
        double lower = level * Math.clamp(MARGIN * normal / mean, DEEPEST, SHALLOWEST);
        measure(Look.LOWER, level, lower);
        return lower;
    }

    private double tested(double level, double mean, long now) {
        if (elasticity(level, mean, upperLevel, upperMean) < QUEUEING) {
            normal = upperMean;
            measure(Look.FREE, level, upperLevel);
            return upperLevel;
        }
        if (mean > SUSPICIOUS * normal && level >= LEAST_LEVEL) {
            return lower(level, mean);
        }
        wait = FIRST_WAIT * mean;
        triedAt = now;
        return go(Look.CAPPED, level);
    }

    private double capped(double level, double mean, long now) {
        needed = Math.max(FEWEST, (int) level);
        if (mean > SUSPICIOUS * normal && level >= LEAST_LEVEL) {
            return lower(level, mean);
        }
        if (now - triedAt < wait) {
            return level;
        }
        lowerLevel = level;
        lowerMean = mean;
        double higher = Math.min(upperLevel, 2 * level);
        measure(Look.AGAIN, higher, higher);
        return higher;
    }

    private double triedAgain(double level, double mean, long now) {
        if (elasticity(lowerLevel, lowerMean, level, mean) < QUEUEING) {
            normal = mean;
            return go(Look.FREE, level);
        }
        wait = Math.min(LONGEST_WAIT * mean, 2 * wait);
        triedAt = now;
        measure(Look.CAPPED, level, lowerLevel);
        return lowerLevel;
    }

    private static double elasticity(double lowLevel, double lowMean, double highLevel, double highMean) {
        return Math.log(highMean / lowMean) / Math.log(highLevel / lowLevel);
    }

    private double go(Look next, double level) {
        look = next;
        sum = 0;
        count = 0;
        needed = Math.max(FEWEST, (int) level);
        return level;
    }

    /** Leaves out those that were on their way at the level before. */
    private void measure(Look next, double before, double level) {
        double ignored = go(next, level);
        skip = (int) Math.ceil(1.5 * before);
    }
}
