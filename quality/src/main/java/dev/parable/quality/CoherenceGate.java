package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns away a text with slips that a proof-reader marks at sight: "a" before a vowel and "an" before none, a word twice,
 * a sentence that starts small, a space before a stop, two stops together. Measures the slips; by default
 * none are allowed.
 *
 * <p>Source: the lints of template prose (unfilled slots and joins leave exactly these). Fiction profile: each lint finds
 * only what can be nothing else, and says less where spelling is on purpose: dialect is spared the lints of words.
 */
final class CoherenceGate implements Gate {

    static final GateRule RULE = GateRule.of(
                    "coherence", "turns away a text with slips that a proof-reader marks at sight", "ours")
            .count("most-slips", 0, 0, 100_000, "slips", "more of them are rejected");

    private final int most;

    CoherenceGate(GateSettings settings) {
        most = settings.count(RULE, "most-slips");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        List<Slip> slips = Stream.of(
                        Articles.slips(text),
                        RepeatedWords.slips(text),
                        Stops.slips(text, story.scenario().form()))
                .flatMap(List::stream)
                .toList();
        var measure = new Measure(name(), slips.size(), most);
        if (slips.size() <= most) {
            return new Verdict.Passed(measure);
        }
        Slip first = slips.getFirst();
        return new Verdict.Rejected(
                measure,
                Reason.INCOHERENT,
                "%d slips; the first, %s: %s"
                        .formatted(slips.size(), first.what(), Excerpt.of(text, first.start(), first.end())));
    }
}
