package dev.parable.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Learns, from the stories that a run has accepted, what its writer says too often, so that the next wave can be asked to
 * leave it out: runs of four words in more than {@value #SHARE} of the stories, and words of the list of
 * {@code overused.txt} in as many. The same stories in the same order teach the same. Memory does not grow with the run. For
 * one thread.
 */
public final class Overtold {

    /** The most that a model can be asked to keep in mind beside its story. */
    public static final int MOST = 24;

    private static final double SHARE = 0.03;
    private static final int FEWEST_TEXTS = 100;
    private static final int RUN = 4;
    private static final int CANDIDATES = 200;

    /** A run of short words only, such as "at the end of", is grammar, and forbidding it makes prose stiff. */
    private static final int CONTENT_LETTERS = 5;

    private static final Lexicon OVERUSED = Lexicon.read("overused.txt");

    private final FrequentPhrases runs = new FrequentPhrases(RUN);
    private final FrequentValues overused = new FrequentValues();
    private long texts;

    /** Takes note of an accepted story. */
    public void add(String text) {
        texts++;
        Words words = Words.of(text);
        runs.add(words);
        Set<String> found = new HashSet<>();
        OVERUSED.find(text, words).forEach(hit -> found.add(hit.entry().phrase()));
        found.forEach(overused::add);
    }

    /** At most {@value #MOST} phrases, the commonest first; none before {@value #FEWEST_TEXTS} stories. */
    public List<String> phrases() {
        if (texts < FEWEST_TEXTS) {
            return List.of();
        }
        List<Diversity.Share> common = new ArrayList<>(runs.commonest(CANDIDATES).stream()
                .filter(run -> holdsContent(run.what()))
                .toList());
        common.addAll(overused.commonest(CANDIDATES, texts));
        return common.stream()
                .filter(phrase -> phrase.share() > SHARE)
                .sorted(Comparator.comparingDouble(Diversity.Share::share)
                        .reversed()
                        .thenComparing(Diversity.Share::what))
                .map(Diversity.Share::what)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static boolean holdsContent(String run) {
        return Words.of(run).tokens().stream().anyMatch(word -> word.length() >= CONTENT_LETTERS);
    }
}
