package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;

/**
 * Keeps a story's length within a band, in words.
 *
 * <p>Source: the document length rule of Gopher (Rae et al. 2021; 50 to 100,000 words, as in datatrove). Fiction
 * profile: 250 to 2,500 words, about what the planner asks for; corpora of documents of this size moved models more than
 * 8,000-word stories did. Words are runs of letters and digits, so that "* * *" is no word.
 */
final class LengthGate implements Gate {

    static final String MIN = "min-words";
    static final String MAX = "max-words";

    static final GateRule RULE = GateRule.of(
                    "length",
                    "keeps a story's length within a band",
                    "Gopher (Rae et al. 2021); the band is ours, for fiction")
            .count(MIN, 250, 0, 1_000_000, "words", "a shorter story is rejected")
            .count(MAX, 2500, 1, 1_000_000, "words", "a longer story is rejected");

    private final int min;
    private final int max;

    /** @throws IllegalArgumentException if the band is empty */
    LengthGate(GateSettings settings) {
        min = settings.count(RULE, MIN);
        max = settings.count(RULE, MAX);
        if (max < min) {
            throw new IllegalArgumentException(
                    "length band %d to %d words is empty: give min-words <= max-words".formatted(min, max));
        }
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        int words = Words.of(story.text()).size();
        if (words < min) {
            return new Verdict.Rejected(
                    new Measure(name(), words, min),
                    Reason.TOO_SHORT,
                    "%d words, at least %d are wanted; it ends %s".formatted(words, min, end(story.text())));
        }
        if (words > max) {
            return new Verdict.Rejected(
                    new Measure(name(), words, max),
                    Reason.TOO_LONG,
                    "%d words, at most %d are wanted; it ends %s".formatted(words, max, end(story.text())));
        }
        return new Verdict.Passed(new Measure(name(), words, max));
    }

    private static String end(String text) {
        return Excerpt.of(text, text.length(), text.length());
    }
}
