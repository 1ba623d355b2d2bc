package dev.parable.quality;

import java.util.List;

/**
 * Self-BLEU (Zhu et al. 2018, Texygen): the mean BLEU-4 of each text against all the others, 0 to 1; higher is more alike.
 * BLEU after Papineni et al. 2002 with clipped counts and uniform weights; a precision of zero is smoothed to half a match
 * (Chen and Cherry 2014, method 1 with ε = 0.5). All texts are cut to one length, so there is no brevity penalty; it
 * grows with the number of texts, which has to be the same where figures are compared.
 */
final class SelfBleu {

    private static final int LONGEST = 4;
    private static final double SMOOTH = 0.5;

    private SelfBleu() {}

    /** @param texts each as its words' numbers; the same word has the same number in all */
    static double of(List<int[]> texts) {
        if (texts.size() < 2) {
            return 0;
        }
        double[] logs = new double[texts.size()];
        for (int n = 1; n <= LONGEST; n++) {
            addPrecisions(texts, n, logs);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log / LONGEST);
        }
        return sum / texts.size();
    }

    private static void addPrecisions(List<int[]> texts, int n, double[] logs) {
        GramCounts grams =
                GramCounts.of(texts.stream().map(ids -> NGrams.hashes(ids, n)).toList());
        // Of each run the highest count in one text, in which, and the highest in any other.
        int[] most = new int[grams.different()];
        int[] by = new int[grams.different()];
        int[] next = new int[grams.different()];
        for (int text = 0; text < texts.size(); text++) {
            int[] ids = grams.ids(text);
            int[] counts = grams.counts(text);
            for (int i = 0; i < ids.length; i++) {
                int id = ids[i];
                if (counts[i] > most[id]) {
                    next[id] = most[id];
                    most[id] = counts[i];
                    by[id] = text;
                } else {
                    next[id] = Math.max(next[id], counts[i]);
                }
            }
        }
        for (int text = 0; text < texts.size(); text++) {
            int[] ids = grams.ids(text);
            int[] counts = grams.counts(text);
            long matched = 0;
            long all = 0;
            for (int i = 0; i < ids.length; i++) {
                all += counts[i];
                matched += Math.min(counts[i], by[ids[i]] == text ? next[ids[i]] : most[ids[i]]);
            }
            logs[text] += all == 0 ? Math.log(SMOOTH) : Math.log(Math.max((double) matched, SMOOTH) / all);
        }
    }
}
