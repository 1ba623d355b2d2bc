package dev.parable.generator.llm;

/**
 * Finds where a server that never says 429 gains nothing from more calls at once: below its knee latency hardly depends
 * on how many are in flight, beyond it they only queue, and latency grows as they do.
 *
 * <p>Source: gradient and Vegas limits of Netflix's concurrency-limits ("Performance Under Load", 2018), which compare
 * latency with that of an idle server. Deviation: a batching LLM server slows down long before its throughput peaks, so a
 * rise of latency is only a suspicion here. It is tested by trying fewer calls: where latency falls nearly in proportion
 * (elasticity of {@value #QUEUEING} and more, so that throughput stays), fewer it is; otherwise the higher number comes
 * back, and its latency is the new normal. Means are of at least {@value #FEWEST} calls, because answers differ in
 * length. Not for several threads at once.
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

    private enum Look {
        /** Nothing is suspected. */
        FREE,
        /** Latency at the present level is measured with care. */
        UPPER,
        /** A lower level is tried. */
        LOWER
    }

    private Look look = Look.FREE;
    private double normal;
    private double upperLevel;
    private double upperMean;
    private double sum;
    private int count;
    private int skip;
    private int needed = FEWEST;
    private boolean found;

    /** Takes in the latency of a call; says at what level to go on. */
    double after(double latency, double level) {
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
            case FREE -> {
                normal = normal == 0 ? mean : Math.min(mean, normal);
                if (mean > SUSPICIOUS * normal && level >= LEAST_LEVEL) {
                    measure(Look.UPPER, level, level);
                } else {
                    needed = Math.max(FEWEST, (int) level);
                }
                yield level;
            }
            case UPPER -> {
                if (mean > SUSPICIOUS * normal) {
                    yield lower(level, mean);
                }
                look = Look.FREE;
                yield level;
            }
            case LOWER -> {
                double elasticity = Math.log(upperMean / mean) / Math.log(upperLevel / level);
                if (elasticity < QUEUEING) {
                    normal = upperMean;
                    look = Look.FREE;
                    yield upperLevel;
                }
                found = true;
                if (mean > SUSPICIOUS * normal && level >= LEAST_LEVEL) {
                    yield lower(level, mean);
                }
                look = Look.FREE;
                yield level;
            }
        };
    }

    /** Whether the level must not change on other grounds. */
    boolean looking() {
        return look != Look.FREE;
    }

    /** Whether more than the present level has just been found to be of no use; asking forgets it. */
    boolean found() {
        boolean once = found;
        found = false;
        return once;
    }

    /** Gives up a test, because the level changed on other grounds or too few calls wait; says at what level to go on. */
    double abandon(double level) {
        double back = look == Look.LOWER ? upperLevel : level;
        look = Look.FREE;
        skip = (int) back;
        sum = 0;
        count = 0;
        found = false;
        return back;
    }

    private double lower(double level, double mean) {
        upperLevel = level;
        upperMean = mean;
        double lower = level * Math.clamp(normal / mean, DEEPEST, SHALLOWEST);
        measure(Look.LOWER, level, lower);
        return lower;
    }

    /** Leaves out those that were on their way at the level before. */
    private void measure(Look next, double before, double level) {
        look = next;
        skip = (int) Math.ceil(1.5 * before);
        needed = Math.max(FEWEST, (int) level);
    }
}
