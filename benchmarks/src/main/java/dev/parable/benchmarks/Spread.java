package dev.parable.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The median of some figures, the smallest and the largest. */
record Spread(double median, double low, double high) {

    /** Throws {@link IllegalArgumentException} if there are none. */
    static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("a spread of no figures; measure at least one round");
        }
        double[] sorted = figures.stream().mapToDouble(f -> f).sorted().toArray();
        double[] middle = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1);
        return new Spread(Arrays.stream(middle).average().orElseThrow(), sorted[0], sorted[sorted.length - 1]);
    }

    /** As in "1.62 (1.41–1.70)". */
    String text() {
        return "%s (%s–%s)".formatted(digits(median), digits(low), digits(high));
    }

    private static String digits(double value) {
        String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
