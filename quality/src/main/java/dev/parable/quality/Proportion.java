package dev.parable.quality;

/**
 * So many of so many, with the 95 % interval of Wilson (1927), which stays inside 0 to 1 and is fair where the number is
 * small or the share is near an end.
 *
 * @param count from 0 to {@code of}
 * @param of not negative; a proportion of nothing is 0, between 0 and 1
 */
public record Proportion(int count, int of) {

    private static final double Z = 1.959964;

    public Proportion {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("%d of %d is no proportion".formatted(count, of));
        }
    }

    /** 0 to 1. */
    public double share() {
        return of == 0 ? 0 : (double) count / of;
    }

    /** The interval's lower end. */
    public double low() {
        return of == 0 ? 0 : Math.max(0, centre() - half());
    }

    /** The interval's upper end. */
    public double high() {
        return of == 0 ? 1 : Math.min(1, centre() + half());
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double variance = share() * (1 - share()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }
}
