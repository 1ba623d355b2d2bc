package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;

/**
 * Budgets words of morals: one in every {@value #PER_WORDS} words begun, and no more than a story's limit. Measures how
 * many there are.
 *
 * <p>Source: the project's rule that reasons are shown in what an AI does with the facts of its story; the list is
 * {@code moral-words.txt}. Fiction profile: everybody's words count, also in speech, since a sermon in quotation marks is
 * one. Entries of kind {@code plain} are longer phrases in which the word is plain: face values, an oversight for a
 * slip, aligned holes.
 */
final class MoralWordsGate implements Gate {

    private static final int PER_WORDS = 500;

    static final GateRule RULE = GateRule.of("moral-words", "budgets words of morals", "ours")
            .count("most", 2, 0, 100_000, "words", "more of them in a story are rejected")
            .count("per-words", PER_WORDS, 1, 1_000_000, "words", "one word of morals for each so many that are begun");

    private static final Lexicon MORALS = Lexicon.read("moral-words.txt");

    private final int perStory;
    private final int perWords;

    MoralWordsGate(GateSettings settings) {
        perStory = settings.count(RULE, "most");
        perWords = settings.count(RULE, "per-words");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        List<Lexicon.Hit> moral =
                MORALS.find(text).stream().filter(hit -> hit.isOf("moral")).toList();
        int allowed = Math.min(perStory, (Words.of(text).size() + perWords - 1) / perWords);
        var measure = new Measure(name(), moral.size(), allowed);
        return moral.size() <= allowed
                ? new Verdict.Passed(measure)
                : new Verdict.Rejected(
                        measure,
                        Reason.PREACHY,
                        "%d words of morals, at most %d allowed: %s"
                                .formatted(moral.size(), allowed, Weighing.shown(text, moral)));
    }
}
