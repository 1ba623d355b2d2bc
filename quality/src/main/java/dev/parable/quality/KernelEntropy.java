package dev.parable.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        var documents = new HashMap<Long, Integer>();
        List<Map<Long, Integer>> counts = new ArrayList<>();
        for (int[] text : texts) {
            Map<Long, Integer> of = counts(text);
            of.keySet().forEach(gram -> documents.merge(gram, 1, Integer::sum));
            counts.add(of);
        }
        var postings = new HashMap<Long, List<double[]>>();
        for (int text = 0; text < n; text++) {
            var weights = new TreeMap<Long, Double>();
            double squares = 0;
            for (Map.Entry<Long, Integer> gram : counts.get(text).entrySet()) {
                double weight = gram.getValue() * Math.log((1.0 + n) / documents.getOrDefault(gram.getKey(), n));
                weights.put(gram.getKey(), weight);
                squares += weight * weight;
            }
            double norm = Math.sqrt(squares);
            int row = text;
            weights.forEach((gram, weight) -> postings.computeIfAbsent(gram, g -> new ArrayList<>())
                    .add(new double[] {row, norm == 0 ? 0 : weight / norm}));
        }
        double[][] cosines = new double[n][n];
        for (List<double[]> posting : new TreeMap<>(postings).values()) {
            for (double[] a : posting) {
                for (double[] b : posting) {
                    cosines[(int) a[0]][(int) b[0]] += a[1] * b[1];
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

    private static Map<Long, Integer> counts(int[] ids) {
        var counts = new HashMap<Long, Integer>();
        for (int n = 1; n <= 2; n++) {
            for (long gram : NGrams.hashes(ids, n)) {
                counts.merge(gram, 1, Integer::sum);
            }
        }
        return counts;
    }
}
