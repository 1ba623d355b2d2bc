package dev.parable.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * How much the texts of a corpus differ, under one protocol: {@value #DOCUMENTS} texts by their first {@value #WORDS}
 * words, lower-cased; {@value #RESAMPLES} samples without replacement. Shared n-grams grow with the size of the sample and
 * compression with its length, so figures compare only where both are the same; {@link Reference} has some to compare with.
 *
 * <p>Sources: shared-4, xz against gzip, distinct-4 and self-repetition after Shaib et al. 2024 (arXiv 2403.00553), whose
 * self-repetition is the mean of ln(1 + Σ(df − 1)) over a text's distinct 4-grams; MATTR after Covington and McFall 2010;
 * MTLD after McCarthy and Jarvis 2010; self-BLEU and RKE as {@link SelfBleu} and {@link KernelEntropy} say; the grade after
 * Kincaid et al. 1975. Openings, names, grades, lengths and the
 * closest pair are of all texts, whole.
 */
public final class Diversity {

    private static final int DOCUMENTS = 150;
    private static final int WORDS = 500;
    private static final int RESAMPLES = 20;
    /** So that memory does not grow with the machine. */
    private static final int SAMPLES_AT_ONCE = 2;

    static final int OPENING = 3;

    private Diversity() {}

    /** Something found in a text or more, and the share of all texts that it is found in, 0 to 1. */
    public record Share(String what, double share) {}

    /** Two texts by their place in the corpus, and the share of their distinct 5-grams that both have, 0 to 1. */
    public record Pair(int first, int second, double jaccard) {}

    /**
     * What was measured.
     *
     * @param texts how many texts the corpus has
     * @param sampled how many of them each sample holds: {@value #DOCUMENTS}, or all where there are fewer, and then the
     *     figures do not compare with others
     * @param resamples how many samples: 1 where a sample holds every text
     * @param shared4 share of 4-grams that another text of the sample has too, 0 to 1
     * @param xz uncompressed by compressed size of the sample
     * @param gzip the same, with a window of 32 kB, which hides repetition that is far apart
     * @param distinct4 distinct 4-grams by all 4-grams, 0 to 1
     * @param selfRepetition4 mean of ln(1 + how often a text's 4-grams are in other texts)
     * @param mattr100 distinct words in a window of 100, mean share; a shorter text is one window
     * @param mtld words until the share of distinct words falls to 0.72, mean
     * @param selfBleu mean BLEU-4 of a text against the others of the sample, 0 to 1; higher is more alike
     * @param rke how many equally distinct texts would be as various as the sample, 1 to {@code sampled}
     * @param opening the commonest first three words
     * @param name the commonest name; null if no names were given
     * @param closest the two texts that share most; null if there is only one text
     * @param gradeMean Flesch-Kincaid grade, in years of schooling
     * @param gradeSpread its standard deviation
     * @param meanWords words to a text
     */
    public record Figures(
            int texts,
            int sampled,
            int resamples,
            Interval shared4,
            Interval xz,
            Interval gzip,
            Interval distinct4,
            Interval selfRepetition4,
            Interval mattr100,
            Interval mtld,
            Interval selfBleu,
            Interval rke,
            Share opening,
            @Nullable Share name,
            @Nullable Pair closest,
            double gradeMean,
            double gradeSpread,
            double meanWords) {

        /** Whether there were too few texts for the protocol's sample. */
        public boolean isUndersampled() {
            return sampled < DOCUMENTS;
        }

        /** The figures by name; an interval also as {@code …_low} and {@code …_high}. What is null is left out. */
        public Map<String, Double> asMap() {
            var map = new LinkedHashMap<String, Double>();
            map.put("texts", (double) texts);
            map.put("sampled", (double) sampled);
            map.put("resamples", (double) resamples);
            put(map, "shared_4", shared4);
            put(map, "xz", xz);
            put(map, "gzip", gzip);
            put(map, "distinct_4", distinct4);
            put(map, "self_repetition_4", selfRepetition4);
            put(map, "mattr_100", mattr100);
            put(map, "mtld", mtld);
            put(map, "self_bleu", selfBleu);
            put(map, "rke", rke);
            map.put("commonest_opening", opening.share());
            if (name != null) {
                map.put("commonest_name", name.share());
            }
            if (closest != null) {
                map.put("highest_jaccard_5", closest.jaccard());
            }
            map.put("grade_mean", gradeMean);
            map.put("grade_spread", gradeSpread);
            map.put("mean_words", meanWords);
            return Collections.unmodifiableMap(map);
        }

        private static void put(Map<String, Double> map, String name, Interval interval) {
            map.put(name, interval.mean());
            map.put(name + "_low", interval.low());
            map.put(name + "_high", interval.high());
        }
    }

    /**
     * Measures a corpus without looking at names.
     *
     * @throws IllegalArgumentException if there is no text
     */
    public static Figures measure(List<String> texts, long seed) {
        return measure(texts, Map.of(), seed);
    }

    /**
     * Measures a corpus.
     *
     * @param names in how many texts each name is, as the plan knows or as {@link #nameCounts} counts
     * @param seed of the samples; the same seed and texts give the same figures
     * @throws IllegalArgumentException if there is no text
     */
    public static Figures measure(List<String> texts, Map<String, Integer> names, long seed) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text to measure: give at least one");
        }
        // One text's words at a time: those of the whole reservoir would be most of the memory that this takes.
        var known = new HashMap<String, Integer>();
        var openings = new TreeMap<String, Integer>();
        List<int[]> ids = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        for (String text : texts) {
            Words words = Words.of(text);
            int[] of = ids(words, known);
            ids.add(of);
            profiles.add(new Profile(words, of, WORDS));
            if (words.size() >= OPENING) {
                openings.merge(String.join(" ", words.tokens().subList(0, OPENING)), 1, Integer::sum);
            }
        }
        int sampled = Math.min(DOCUMENTS, texts.size());
        int resamples = sampled == texts.size() ? 1 : RESAMPLES;
        var random = new SplittableRandom(seed);
        List<List<Profile>> chosen = new ArrayList<>();
        for (int i = 0; i < resamples; i++) {
            chosen.add(choose(texts.size(), sampled, random).stream()
                    .map(profiles::get)
                    .toList());
        }
        List<Sample> samples = chosen.stream()
                .gather(Gatherers.mapConcurrent(SAMPLES_AT_ONCE, Sample::of))
                .toList();
        double[] grades = texts.stream().mapToDouble(Readability::grade).toArray();
        Interval grade = Interval.of(grades);
        return new Figures(
                texts.size(),
                sampled,
                resamples,
                interval(samples, Sample::shared4),
                interval(samples, Sample::xz),
                interval(samples, Sample::gzip),
                interval(samples, Sample::distinct4),
                interval(samples, Sample::selfRepetition4),
                interval(samples, Sample::mattr100),
                interval(samples, Sample::mtld),
                interval(samples, Sample::selfBleu),
                interval(samples, Sample::rke),
                commonest(openings, texts.size()),
                names.isEmpty() ? null : commonest(names, texts.size()),
                ClosestPair.of(ids),
                grade.mean(),
                Readability.spread(grades),
                ids.stream().mapToInt(of -> of.length).average().orElseThrow());
    }

    /** In how many texts each name is, as whole words in this case; names that are in none are left out. */
    public static Map<String, Integer> nameCounts(List<String> texts, Collection<String> names) {
        return NameCounts.of(texts, names);
    }

    private static Interval interval(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Interval.of(samples.stream().mapToDouble(figure).toArray());
    }

    private static int[] ids(Words words, Map<String, Integer> known) {
        return words.tokens().stream()
                .mapToInt(token -> known.merge(token, known.size(), (first, next) -> first))
                .toArray();
    }

    /** The first places of a Fisher-Yates shuffle. */
    private static List<Integer> choose(int of, int count, SplittableRandom random) {
        int[] places = new int[of];
        for (int i = 0; i < of; i++) {
            places[i] = i;
        }
        var chosen = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, of);
            int place = places[other];
            places[other] = places[i];
            chosen.add(place);
        }
        return chosen;
    }

    private static Share commonest(Map<String, Integer> counts, int texts) {
        var best = new Share("", 0);
        for (Map.Entry<String, Integer> entry : new TreeMap<>(counts).entrySet()) {
            double share = entry.getValue() / (double) texts;
            best = share > best.share() ? new Share(entry.getKey(), share) : best;
        }
        return best;
    }
}
