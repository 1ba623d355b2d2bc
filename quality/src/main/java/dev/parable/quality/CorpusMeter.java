package dev.parable.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Measures a corpus while it goes by, in memory that does not grow with it: what recurs is counted over all texts by
 * sketches ({@link FrequentPhrases}), how alike texts are is measured on a reservoir of them ({@link Diversity}). The same
 * seed and texts in the same order give the same figures. For one thread.
 */
public final class CorpusMeter {

    /** Texts in the reservoir; a fair sample of all that went by (Vitter 1985, algorithm R). */
    private static final int RESERVOIR = 2_000;
    /** Longer texts are kept to here, so that the reservoir has a bound in bytes too. */
    private static final int KEPT_CHARACTERS = 20_000;

    private static final int LONGEST_PHRASE = 5;
    private static final int MOST = 12;
    private static final int ENDING_CHARACTERS = 120;

    private static final Lexicon OVERUSED = Lexicon.read("overused.txt");

    private final long seed;
    private final SplittableRandom random;
    private final List<FrequentPhrases> phrases = new ArrayList<>();
    private final FrequentValues openings = new FrequentValues();
    private final FrequentValues endings = new FrequentValues();
    private final FrequentValues names = new FrequentValues();
    private final FrequentValues overused = new FrequentValues();
    private final Map<String, FrequentValues> labels = new TreeMap<>();
    private final List<String> reservoir = new ArrayList<>();
    private long texts;
    private long words;
    private double slop;

    /** @param seed of the reservoir and of the samples drawn from it */
    public CorpusMeter(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        for (int n = 1; n <= LONGEST_PHRASE; n++) {
            phrases.add(new FrequentPhrases(n));
        }
    }

    /**
     * What was measured.
     *
     * @param texts how many went by
     * @param words in all of them
     * @param sample how alike the texts of the reservoir are
     * @param kept how many texts the reservoir holds
     * @param distinct different runs of n words by all runs, over the whole corpus, 0 to 1, by n from 1
     * @param phrases the runs of n words that are in most texts, by n from 1
     * @param phraseError by how much a share of these may be too small
     * @param openings the commonest first three words
     * @param endings the commonest last sentences, by their first {@value #ENDING_CHARACTERS} characters
     * @param names the commonest capitalised words that are not at the start of a sentence
     * @param slopPerThousand words and phrases of the list of {@code overused.txt} in a thousand words
     * @param slop those of them that are in most texts
     * @param labels the commonest values of each label, such as form or world
     */
    public record Measure(
            long texts,
            long words,
            Diversity.Figures sample,
            int kept,
            Map<Integer, Double> distinct,
            Map<Integer, List<Diversity.Share>> phrases,
            double phraseError,
            List<Diversity.Share> openings,
            List<Diversity.Share> endings,
            List<Diversity.Share> names,
            double slopPerThousand,
            List<Diversity.Share> slop,
            Map<String, List<Diversity.Share>> labels) {}

    /** Adds a text of which nothing else is known. */
    public void add(String text) {
        add(text, Map.of());
    }

    /**
     * Adds a text.
     *
     * @param known what else is known of the text, such as its form; values are counted by label
     */
    public void add(String text, Map<String, String> known) {
        texts++;
        Words of = Words.of(text);
        words += of.size();
        long[] each = NGrams.each(of);
        phrases.forEach(p -> p.add(of, each));
        if (of.size() >= Diversity.OPENING) {
            openings.add(String.join(" ", of.tokens().subList(0, Diversity.OPENING)));
        }
        endings.add(LastSentence.of(text, ENDING_CHARACTERS));
        CapitalisedWords.of(text, of).forEach(names::add);
        addOverused(text, of);
        known.forEach((label, value) ->
                labels.computeIfAbsent(label, l -> new FrequentValues()).add(value));
        keep(text);
    }

    private void addOverused(String text, Words of) {
        Set<String> found = new HashSet<>();
        for (Lexicon.Hit hit : OVERUSED.find(text, of)) {
            slop += hit.entry().weight();
            found.add(hit.entry().phrase());
        }
        found.forEach(overused::add);
    }

    private void keep(String text) {
        String kept = text.length() <= KEPT_CHARACTERS ? text : text.substring(0, KEPT_CHARACTERS);
        if (reservoir.size() < RESERVOIR) {
            reservoir.add(kept);
        } else {
            long place = random.nextLong(texts);
            if (place < RESERVOIR) {
                reservoir.set((int) place, kept);
            }
        }
    }

    /** The texts of the reservoir, whole or by their first {@value #KEPT_CHARACTERS} characters. */
    public List<String> sampled() {
        return Collections.unmodifiableList(reservoir);
    }

    /**
     * Measures what went by until now.
     *
     * @throws IllegalArgumentException if nothing did
     */
    public Measure measure() {
        var distinct = new LinkedHashMap<Integer, Double>();
        var common = new LinkedHashMap<Integer, List<Diversity.Share>>();
        double error = 0;
        for (int n = 1; n <= LONGEST_PHRASE; n++) {
            FrequentPhrases of = phrases.get(n - 1);
            distinct.put(n, of.distinct());
            common.put(n, of.commonest(MOST));
            error = Math.max(error, of.error());
        }
        var values = new LinkedHashMap<String, List<Diversity.Share>>();
        labels.forEach((label, of) -> values.put(label, of.commonest(MOST, texts)));
        return new Measure(
                texts,
                words,
                Diversity.measure(reservoir, seed),
                reservoir.size(),
                distinct,
                common,
                error,
                openings.commonest(MOST, texts),
                endings.commonest(MOST, texts),
                names.commonest(MOST, texts),
                words == 0 ? 0 : 1000 * slop / words,
                overused.commonest(MOST, texts),
                values);
    }
}
