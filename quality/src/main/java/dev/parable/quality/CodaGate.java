package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;

/**
 * Turns away a story that closes on its moral. Measures the weight of the moralising phrases in the last
 * {@value #PER_CENT} per cent.
 *
 * <p>Source: the moralising coda of LLM fiction ("learned that", "a reminder that"); the list is {@code coda.txt}. Fiction
 * profile: narration only, as a character may draw a lesson that the story does not; phrases that also report a plain
 * fact ("learned that the train had gone") weigh less than 1 and count only together.
 */
final class CodaGate implements Gate {

    private static final int PER_CENT = 15;

    static final GateRule RULE = GateRule.of("coda", "turns away a story that closes on its moral", "ours")
            .share("weight", Weighing.LIMIT, 0.01, 1000, "phrases' weight", "so much, or more, is rejected")
            .count("per-cent", PER_CENT, 1, 100, "per cent", "so much of a story, at its end, is looked at");

    private static final Lexicon LESSONS = Lexicon.read("coda.txt");

    private final double weight;
    private final int perCent;

    CodaGate(GateSettings settings) {
        weight = settings.limit(RULE, "weight");
        perCent = settings.count(RULE, "per-cent");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        int from = (int) (text.length() * (100L - perCent) / 100);
        var hits = LESSONS.find(Speech.narration(text)).stream()
                .filter(hit -> hit.end() > from)
                .toList();
        return Weighing.judge(name(), Reason.PREACHY, text, hits, weight);
    }
}
