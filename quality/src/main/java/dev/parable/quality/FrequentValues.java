package dev.parable.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.FrequentItemsSketch;

/** How often each value was seen, for the commonest, in bounded memory; the sketch is that of {@link FrequentPhrases}. */
final class FrequentValues {

    private static final int COUNTERS = 1 << 15;

    private final FrequentItemsSketch<String> counts = new FrequentItemsSketch<>(COUNTERS);

    void add(String value) {
        counts.update(value);
    }

    /** How often this value was seen, at least. */
    long of(String value) {
        return counts.getLowerBound(value);
    }

    /** The commonest values with their shares of {@code of} texts, the commonest first; equals in their own order. */
    List<Diversity.Share> commonest(int most, long of) {
        return Arrays.stream(counts.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES))
                .map(row -> new Diversity.Share(row.getItem(), row.getLowerBound() / (double) Math.max(1, of)))
                .sorted(Comparator.comparingDouble(Diversity.Share::share)
                        .reversed()
                        .thenComparing(Diversity.Share::what))
                .limit(most)
                .toList();
    }
}
