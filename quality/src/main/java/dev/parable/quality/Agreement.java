package dev.parable.quality;

/**
 * How a judge did on planted texts. An answer that could not be read agrees with no label: such a violation was not
 * caught, and such an innocent text would be lost.
 *
 * @param caught violations rejected for what they are
 * @param missed violations passed or unread
 * @param alarms innocent texts rejected or unread
 * @param cleared innocent texts passed
 * @param unread answers that could not be read, which are counted among missed and alarms too
 */
public record Agreement(int caught, int missed, int alarms, int cleared, int unread) {

    public Agreement {
        if (Math.min(Math.min(caught, missed), Math.min(Math.min(alarms, cleared), unread)) < 0
                || unread > missed + alarms) {
            throw new IllegalArgumentException(
                    "counts that cannot be: %d caught, %d missed, %d alarms, %d cleared, %d unread"
                            .formatted(caught, missed, alarms, cleared, unread));
        }
    }

    /** Violations caught, of all. */
    public Proportion recall() {
        return new Proportion(caught, caught + missed);
    }

    /** Innocent texts rejected, of all. */
    public Proportion falseAlarms() {
        return new Proportion(alarms, alarms + cleared);
    }

    /**
     * Cohen's kappa (1960) of judge and labels: agreement beyond what their rates alone would give, -1 to 1; 0 where it is
     * not defined.
     */
    public double kappa() {
        double all = caught + missed + alarms + cleared;
        if (all == 0) {
            return 0;
        }
        double observed = (caught + cleared) / all;
        double byRates =
                ((caught + missed) * (double) (caught + alarms) + (alarms + cleared) * (double) (missed + cleared))
                        / (all * all);
        return byRates == 1 ? 0 : (observed - byRates) / (1 - byRates);
    }
}
