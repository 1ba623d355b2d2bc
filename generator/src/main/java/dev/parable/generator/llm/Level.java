package dev.parable.generator.llm;

import java.time.Duration;

/**
 * How many calls may be at a server at once, learnt from its answers: between 1 and a ceiling.
 *
 * <p>It begins at {@value #START} and grows threefold in the time of a call until the server first objects. An objection
 * (429, a timeout) cuts it to three quarters; to half, when nothing begun since the last cut was
 * answered, and then it is not remembered as the level that failed: a server that answers nobody says nothing of how many
 * it bears. Calls begun before the last cut do not cut again, so that a burst of objections is one. Then it grows by a
 * quarter in the time of a call up to just below the level that failed, and around that by a step at a time: the first
 * after ten seconds, later ones, as long as they fail, after up to two minutes. Ten per cent past it the failure is
 * forgotten. Where calls are too few to fill the level it stays, since nothing is learnt. Latency counts by {@link Knee}.
 *
 * <p>Source: additive increase and multiplicative decrease (Chiu and Jain, 1989) as TCP has it; one cut a burst and a
 * ceiling at the last failure as in NVIDIA's Data Designer. Not for several threads at once.
 */
final class Level {

    static final int START = 32;

    private static final double CUT = 0.75;
    private static final double DEEPER_CUT = 0.5;
    private static final double RAMP_PER_ANSWER = 2;
    private static final double GROWTH_PER_ANSWER = 0.25;
    private static final double NEAR = 0.97;
    private static final double PAST = 1.1;
    private static final double STEP = 0.02;
    private static final long SHORTEST_WAIT = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_WAIT = Duration.ofMinutes(2).toNanos();

    private final int ceiling;
    private final Knee knee = new Knee();
    private double level;
    private boolean ramping = true;
    private double failed = Double.POSITIVE_INFINITY;
    private long stepWait = SHORTEST_WAIT;
    private long stepped;
    private boolean everCut;
    private long lastCut;
    private boolean answeredSinceCut = true;

    Level(int ceiling) {
        this.ceiling = ceiling;
        this.level = Math.min(START, ceiling);
    }

    /** From 1 to the ceiling. */
    int turns() {
        return (int) level;
    }

    /** A call was answered. Times in nanoseconds; {@code full}: all turns were in use. */
    void answered(long begun, long now, boolean full) {
        if (!everCut || begun - lastCut > 0) {
            answeredSinceCut = true;
        }
        if (!full) {
            level = within(knee.pause(level));
            return;
        }
        level = within(knee.after((double) (now - begun), level, now));
        if (knee.holds()) {
            ramping = false;
        } else {
            grow(now);
        }
    }

    /** The server objected to a call; {@code inFlight} were there, that one included. */
    void refused(long begun, long now, int inFlight) {
        if (everCut && begun - lastCut <= 0) {
            return;
        }
        double tooMany = Math.min(level, inFlight);
        if (answeredSinceCut) {
            failedAt(tooMany, now);
        }
        level = within(tooMany * (answeredSinceCut ? CUT : DEEPER_CUT));
        knee.reset(level);
        ramping = false;
        everCut = true;
        lastCut = now;
        answeredSinceCut = false;
    }

    /** The server was gone and is back: it gets few calls first. */
    void restart() {
        level = Math.min(level, START);
        knee.reset(level);
        ramping = Double.isInfinite(failed);
    }

    private void failedAt(double tooMany, long now) {
        boolean again = tooMany >= NEAR * failed;
        stepWait = again ? Math.min(LONGEST_WAIT, 2 * stepWait) : SHORTEST_WAIT;
        failed = tooMany;
        stepped = now;
    }

    private void grow(long now) {
        if (level > PAST * failed) {
            failed = Double.POSITIVE_INFINITY;
            stepWait = SHORTEST_WAIT;
        }
        if (level < NEAR * failed) {
            double grown = level + (ramping ? RAMP_PER_ANSWER : GROWTH_PER_ANSWER);
            level = within(Math.min(grown, Math.max(level, NEAR * failed)));
        } else if (now - stepped >= stepWait) {
            level = within(level + Math.max(1, STEP * level));
            stepped = now;
        }
    }

    private double within(double wanted) {
        return Math.clamp(wanted, 1, ceiling);
    }
}
