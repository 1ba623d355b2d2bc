package dev.parable.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases that one corpus uses more than another: log-odds with an informative Dirichlet prior (Monroe, Colaresi
 * and Quinn 2008, "Fightin' Words"), over document frequencies of one to three words, so that one text's favourite word is
 * not its corpus's. Deviation: the prior is the two corpora pooled, with the weight of {@value #PRIOR_TEXTS} texts.
 */
public final class Overuse {

    private static final int LONGEST = 3;
    private static final double PRIOR_TEXTS = 10;
    private static final double LEAST_Z = 3;
    private static final int FEWEST_TEXTS = 5;

    private Overuse() {}

    /**
     * A phrase and the evidence.
     *
     * @param share the share of texts that have it, 0 to 1
     * @param reference the same in the reference
     * @param z standard deviations by which its log-odds exceed the reference's, at least {@value #LEAST_Z}
     */
    public record Phrase(String phrase, double share, double reference, double z) {}

    /**
     * The phrases of {@code texts} that most exceed the reference, the surest first. A phrase inside a longer one that is in
     * as many texts is left out.
     *
     * @param words texts are cut to so many words, so that long ones do not own every phrase
     */
    public static List<Phrase> of(List<String> texts, List<String> reference, int words, int most) {
        Map<String, Integer> own = frequencies(texts, words);
        Map<String, Integer> other = frequencies(reference, words);
        double n = Math.max(1, texts.size());
        double m = Math.max(1, reference.size());
        List<Phrase> found = new ArrayList<>();
        own.forEach((phrase, count) -> {
            if (count >= FEWEST_TEXTS) {
                int there = other.getOrDefault(phrase, 0);
                double prior = PRIOR_TEXTS * (count + there) / (n + m);
                double odds = logOdds(count + prior, n + PRIOR_TEXTS) - logOdds(there + prior, m + PRIOR_TEXTS);
                double z = odds / Math.sqrt(1 / (count + prior) + 1 / (there + prior));
                if (z >= LEAST_Z) {
                    found.add(new Phrase(phrase, count / n, there / m, z));
                }
            }
        });
        found.sort(Comparator.comparingDouble(Phrase::z).reversed().thenComparing(Phrase::phrase));
        return longest(found, most);
    }

    private static double logOdds(double count, double of) {
        return Math.log(count / Math.max(0.5, of - count));
    }

    private static List<Phrase> longest(List<Phrase> found, int most) {
        List<Phrase> kept = new ArrayList<>();
        for (Phrase phrase : found) {
            boolean inside = found.stream()
                    .anyMatch(
                            longer -> longer.phrase().length() > phrase.phrase().length()
                                    && longer.share() >= 0.8 * phrase.share()
                                    && (" " + longer.phrase() + " ").contains(" " + phrase.phrase() + " "));
            if (!inside && kept.size() < most) {
                kept.add(phrase);
            }
        }
        return List.copyOf(kept);
    }

    private static Map<String, Integer> frequencies(List<String> texts, int first) {
        var frequencies = new HashMap<String, Integer>();
        for (String text : texts) {
            List<String> tokens = Words.of(text).tokens();
            List<String> words = tokens.subList(0, Math.min(first, tokens.size()));
            Set<String> ofText = new HashSet<>();
            for (int n = 1; n <= LONGEST; n++) {
                for (int i = 0; i + n <= words.size(); i++) {
                    ofText.add(n == 1 ? words.get(i) : String.join(" ", words.subList(i, i + n)));
                }
            }
            ofText.forEach(phrase -> frequencies.merge(phrase, 1, Integer::sum));
        }
        return frequencies;
    }
}
