package dev.parable.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** The highest count of a run in one text, in which, and the highest in any other. */
    private record Clip(int most, int by, int next) {
        Clip with(int count, int text) {
            return count > most ? new Clip(count, text, most) : new Clip(most, by, Math.max(next, count));
        }

        int without(int text) {
            return text == by ? next : most;
        }
    }

    private static void addPrecisions(List<int[]> texts, int n, double[] logs) {
        var clips = new HashMap<Long, Clip>();
        var counts = texts.stream().map(text -> counts(text, n)).toList();
        for (int text = 0; text < counts.size(); text++) {
            int by = text;
            counts.get(text)
                    .forEach((gram, count) -> clips.compute(
                            gram, (key, clip) -> clip == null ? new Clip(count, by, 0) : clip.with(count, by)));
        }
        for (int text = 0; text < counts.size(); text++) {
            long matched = 0;
            long all = 0;
            for (Map.Entry<Long, Integer> gram : counts.get(text).entrySet()) {
                all += gram.getValue();
                Clip clip = clips.get(gram.getKey());
                matched += Math.min(gram.getValue(), clip == null ? 0 : clip.without(text));
            }
            logs[text] += all == 0 ? Math.log(SMOOTH) : Math.log(Math.max((double) matched, SMOOTH) / all);
        }
    }

    private static Map<Long, Integer> counts(int[] ids, int n) {
        var counts = new HashMap<Long, Integer>();
        for (long gram : NGrams.hashes(ids, n)) {
            counts.merge(gram, 1, Integer::sum);
        }
        return counts;
    }
}
