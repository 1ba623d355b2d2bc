package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Turns away a text that recites its archetype's spec. Measures the longest run of words that the story has in common
 * with one of the reference texts; runs under {@value TokenIndex#SEED} words are measured as 0.
 *
 * <p>Source: longest common token run with the prompt, a leak check of synthetic-document pipelines; the limit of 12 words
 * is near the 13 of benchmark decontamination (Brown et al. 2020), below which runs arise by themselves. Fiction profile:
 * only the texts of the story's own archetype are compared, in words without case and punctuation. Give it what an author
 * wrote <em>about</em> the trait (trait, importance, clause, tension), not the premise's events, which belong in the story.
 */
final class SpecOverlapGate implements Gate {

    private static final String WORDS = "words-in-a-row";

    // Shorter runs than a seed are ordinary English, and are not looked for.
    static final GateRule RULE = GateRule.of(
                    "spec-overlap",
                    "turns away a text that recites its archetype's spec",
                    "leak checks of synthetic-document pipelines; near the 13 of Brown et al. 2020")
            .count(WORDS, 12, TokenIndex.SEED, 100_000, "words", "so many in a row, or more, are rejected");

    private final Map<String, List<TokenIndex>> references;
    private final int limit;

    SpecOverlapGate(GateSettings settings) {
        references = settings.references().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(TokenIndex::of).toList()));
        limit = settings.count(RULE, WORDS);
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        Words words = Words.of(story.text());
        var longest = new TokenIndex.Run(0, 0);
        for (TokenIndex reference :
                references.getOrDefault(story.scenario().cell().archetype(), List.of())) {
            TokenIndex.Run run = reference.longestRun(words);
            longest = run.length() > longest.length() ? run : longest;
        }
        var measure = new Measure(name(), longest.length(), limit);
        if (longest.length() < limit) {
            return new Verdict.Passed(measure);
        }
        return new Verdict.Rejected(
                measure,
                Reason.LEAKED_PROMPT,
                "%d words in a row are the spec's: %s"
                        .formatted(
                                longest.length(),
                                Excerpt.of(
                                        story.text(),
                                        words.start(longest.start()),
                                        words.end(longest.start() + longest.length() - 1))));
    }
}
