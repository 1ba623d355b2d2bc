package dev.parable.quality;

import java.util.List;
import java.util.stream.LongStream;

/**
 * RKE, the order-2 Rényi kernel entropy as a count (Jalali et al. 2023, "An information-theoretic evaluation of generative
 * models"): 1 / ‖K/n‖²_F, which is how many equally distinct texts would be as various as these. K holds the cosines of
 * the texts' words and pairs of words, weighted by tf-idf over the sample; no model is asked. From 1, where all are the
 * same, to n, where none has a word with another.
 */
final class KernelEntropy {

    private KernelEntropy() {}

    /** @param texts each as its words' numbers; the same word has the same number in all */
    static double of(List<int[]> texts) {
        int n = texts.size();
        if (n == 0) {
            return 0;
        }
        GramCounts grams =
                GramCounts.of(texts.stream().map(KernelEntropy::wordsAndPairs).toList());
        int[] documents = grams.texts();
        int[] ends = new int[documents.length + 1];
        for (int gram = 0; gram < documents.length; gram++) {
            ends[gram + 1] = ends[gram] + documents[gram];
        }
        int[] starts = ends.clone();
        int[] rows = new int[ends[documents.length]];
        double[] weights = new double[rows.length];
        for (int text = 0; text < n; text++) {
            int[] ids = grams.ids(text);
            int[] counts = grams.counts(text);
            double[] own = new double[ids.length];
            double squares = 0;
            for (int i = 0; i < ids.length; i++) {
                own[i] = counts[i] * Math.log((1.0 + n) / documents[ids[i]]);
                squares += own[i] * own[i];
            }
            double norm = Math.sqrt(squares);
            for (int i = 0; i < ids.length; i++) {
                int place = starts[ids[i]]++;
                rows[place] = text;
                weights[place] = norm == 0 ? 0 : own[i] / norm;
            }
        }
        double[][] cosines = new double[n][n];
        for (int gram = 0; gram < documents.length; gram++) {
            for (int a = ends[gram]; a < ends[gram + 1]; a++) {
                double[] row = cosines[rows[a]];
                for (int b = ends[gram]; b < ends[gram + 1]; b++) {
                    row[rows[b]] += weights[a] * weights[b];
                }
            }
        }
        double sum = 0;
        for (double[] row : cosines) {
            for (double cosine : row) {
                sum += cosine * cosine;
            }
        }
        return sum == 0 ? n : (double) n * n / sum;
    }

    private static long[] wordsAndPairs(int[] ids) {
        return LongStream.concat(LongStream.of(NGrams.hashes(ids, 1)), LongStream.of(NGrams.hashes(ids, 2)))
                .toArray();
    }
}
