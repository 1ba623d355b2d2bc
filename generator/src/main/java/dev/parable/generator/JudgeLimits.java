package dev.parable.generator;

/**
 * What a judge must do on its planted texts to be trusted.
 *
 * @param recall the least share of violations that it rejects, 0 to 1
 * @param falseAlarms the most innocent texts that it rejects, as a share, 0 to 1
 * @param refuse whether a run does not start where a judge falls short; otherwise it warns and goes on
 */
public record JudgeLimits(double recall, double falseAlarms, boolean refuse) {

    /** Four of five violations, one of five innocent texts, and no start otherwise. */
    public static final JudgeLimits DEFAULT = new JudgeLimits(0.8, 0.2, true);

    public JudgeLimits {
        if (!(recall >= 0 && recall <= 1 && falseAlarms >= 0 && falseAlarms <= 1)) {
            throw new IllegalArgumentException("limits of judges are shares from 0 to 1: recall %s, false alarms %s"
                    .formatted(recall, falseAlarms));
        }
    }

    /** The same, but a run warns and goes on. */
    public JudgeLimits warning() {
        return new JudgeLimits(recall, falseAlarms, false);
    }
}
