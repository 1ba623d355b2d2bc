package dev.parable.quality;

import java.util.Arrays;
import java.util.List;

/**
 * Which runs of words each text of a sample has, and how often, in arrays: a sample has some hundred thousand, and maps of
 * them took more memory than all else. Runs are numbered from 0 in the order of their hashes.
 */
final class GramCounts {

    private final int different;
    private final int[][] ids;
    private final int[][] counts;

    private GramCounts(int different, int[][] ids, int[][] counts) {
        this.different = different;
        this.ids = ids;
        this.counts = counts;
    }

    /** @param texts the hashes of each text's runs, in any order and as often as they occur */
    static GramCounts of(List<long[]> texts) {
        long[][] sorted = new long[texts.size()][];
        int[][] counts = new int[texts.size()][];
        int all = 0;
        for (int text = 0; text < sorted.length; text++) {
            long[] grams = texts.get(text).clone();
            Arrays.sort(grams);
            int[] times = new int[grams.length];
            int last = -1;
            for (long gram : grams) {
                if (last < 0 || grams[last] != gram) {
                    grams[++last] = gram;
                }
                times[last]++;
            }
            sorted[text] = Arrays.copyOf(grams, last + 1);
            counts[text] = Arrays.copyOf(times, last + 1);
            all += last + 1;
        }
        long[] known = different(sorted, all);
        int[][] ids = new int[sorted.length][];
        for (int text = 0; text < sorted.length; text++) {
            ids[text] = ids(sorted[text], known);
        }
        return new GramCounts(known.length, ids, counts);
    }

    private static long[] different(long[][] sorted, int all) {
        long[] known = new long[all];
        int at = 0;
        for (long[] text : sorted) {
            System.arraycopy(text, 0, known, at, text.length);
            at += text.length;
        }
        Arrays.sort(known);
        int last = -1;
        for (long gram : known) {
            if (last < 0 || known[last] != gram) {
                known[++last] = gram;
            }
        }
        return Arrays.copyOf(known, last + 1);
    }

    private static int[] ids(long[] grams, long[] known) {
        int[] ids = new int[grams.length];
        int from = 0;
        for (int i = 0; i < grams.length; i++) {
            from = Arrays.binarySearch(known, from, known.length, grams[i]);
            ids[i] = from;
        }
        return ids;
    }

    /** How many different runs there are. */
    int different() {
        return different;
    }

    /** The runs of a text, each once, in ascending order. Not to be changed. */
    int[] ids(int text) {
        return ids[text];
    }

    /** How often the text has each of {@link #ids}. Not to be changed. */
    int[] counts(int text) {
        return counts[text];
    }

    /** In how many texts each run is. */
    int[] texts() {
        int[] texts = new int[different];
        for (int[] text : ids) {
            for (int id : text) {
                texts[id]++;
            }
        }
        return texts;
    }
}
