package dev.parable.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.datasketches.frequencies.FrequentLongsSketch;
import org.apache.datasketches.hll.HllSketch;
import org.jspecify.annotations.Nullable;

/**
 * In how many texts each run of n words is, for the commonest runs, and how many different runs there are, in memory that
 * does not grow with the corpus.
 *
 * <p>Document frequencies come from a sketch of the Misra-Gries family (Anderson et al. 2017, "A high-performance algorithm
 * for identifying frequent items in data streams"; Apache DataSketches), which is Space-Saving with cheaper updates: its
 * counts never exceed the truth and fall short of it by at most {@link #error()}. The number of different runs is a
 * HyperLogLog estimate (Flajolet et al. 2007), with a standard error of 0.8 %.
 */
final class FrequentPhrases {

    private static final int COUNTERS = 1 << 18;
    private static final int HLL_LOG2_BUCKETS = 14;

    /** Words are remembered for runs in at least this many texts; below it nobody asks. */
    private static final int REMEMBERED_FROM = 3;

    private static final int MOST_REMEMBERED = 100_000;

    private final int n;
    private final FrequentLongsSketch frequencies = new FrequentLongsSketch(COUNTERS);
    private final HllSketch different = new HllSketch(HLL_LOG2_BUCKETS);
    private final KnownPhrases phrases = new KnownPhrases();
    private final HashSet64 ofText = new HashSet64();
    private long prunedFrom;
    private long prunedAt = -1;
    private long all;
    private long texts;

    FrequentPhrases(int n) {
        this.n = n;
    }

    void add(Words words) {
        add(words, NGrams.each(words));
    }

    /** Adds a text whose words have these hashes ({@link NGrams#each}). */
    void add(Words words, long[] each) {
        long[] hashes = NGrams.hashes(each, n);
        texts++;
        all += hashes.length;
        ofText.clear();
        for (int i = 0; i < hashes.length; i++) {
            if (ofText.add(hashes[i])) {
                add(hashes[i], words, i);
            }
        }
    }

    private void add(long hash, Words words, int at) {
        frequencies.update(hash);
        different.update(hash);
        long floor = Math.max(REMEMBERED_FROM, texts / 1000);
        if (frequencies.getLowerBound(hash) >= floor && !phrases.has(hash)) {
            long purges = frequencies.getMaximumError();
            // Looking through all of them is worth while only once more of them can have fallen below.
            if (phrases.size() >= MOST_REMEMBERED && (prunedFrom < floor || prunedAt < purges)) {
                phrases.keep(known -> frequencies.getLowerBound(known) >= floor);
                prunedFrom = floor;
                prunedAt = purges;
            }
            if (phrases.size() < MOST_REMEMBERED) {
                phrases.put(hash, String.join(" ", words.tokens().subList(at, at + n)));
            }
        }
    }

    /** The run of this text that is in most texts until now, with its share of them; null for a text without runs. */
    Diversity.@Nullable Share commonestOf(Words words) {
        long[] hashes = NGrams.hashes(words, n);
        long most = -1;
        int place = -1;
        for (int i = 0; i < hashes.length; i++) {
            long count = frequencies.getLowerBound(hashes[i]);
            if (count > most) {
                most = count;
                place = i;
            }
        }
        return place < 0
                ? null
                : new Diversity.Share(
                        String.join(" ", words.tokens().subList(place, place + n)), most / (double) Math.max(1, texts));
    }

    /** The commonest runs, the commonest first; equals in the order of their words. */
    List<Diversity.Share> commonest(int most) {
        List<Diversity.Share> found = new ArrayList<>();
        phrases.forEach((phrase, hash) -> {
            long count = frequencies.getLowerBound(hash);
            if (count >= REMEMBERED_FROM) {
                found.add(new Diversity.Share(phrase, count / (double) texts));
            }
        });
        found.sort(Comparator.comparingDouble(Diversity.Share::share).reversed().thenComparing(Diversity.Share::what));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /** Different runs by all runs, 0 to 1. */
    double distinct() {
        return all == 0 ? 0 : Math.min(1, different.getEstimate() / all);
    }

    /** By how much a share may be too small. */
    double error() {
        return texts == 0 ? 0 : frequencies.getMaximumError() / (double) texts;
    }
}
