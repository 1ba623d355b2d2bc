package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;

/**
 * Turns away a text that talks about its own making: tags of a prompt, labels of a chat, the vocabulary of the plan.
 * Measures the weight of what was found.
 *
 * <p>Source: the list of phrases in {@code leaked-prompt.txt}, after the leak checks of published synthetic-document
 * pipelines (tags, speaker labels, words of the instruction). Kinds: {@code tag} and {@code phrase} count anywhere,
 * {@code label} only in forms whose lines have no speaker, {@code told} only outside quotation marks, so that a character
 * may ask another to write a story. Entries of weight below 1 count only together.
 */
final class LeakedPromptGate implements Gate {

    static final GateRule RULE = GateRule.of(
                    "leaked-prompt",
                    "turns away a text that talks about its own making",
                    "leak checks of synthetic-document pipelines")
            .share("weight", Weighing.LIMIT, 0.01, 1000, "phrases' weight", "so much, or more, is rejected");

    private static final Lexicon LEAKS = Lexicon.read("leaked-prompt.txt");

    private final double weight;

    LeakedPromptGate(GateSettings settings) {
        weight = settings.limit(RULE, "weight");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        String told = Speech.narration(text);
        boolean speakers = switch (story.scenario().form()) {
            case TRANSCRIPT, LOG, INCIDENT_REPORT, MINUTES, RADIO_PLAY, REVIEW_THREAD -> true;
            case THIRD_PERSON,
                    FIRST_PERSON,
                    DIARY,
                    LETTERS,
                    ORAL_HISTORY,
                    NEWS_FEATURE,
                    HANDOVER_NOTES,
                    FAREWELL,
                    CASE_STUDY,
                    FABLE -> false;
        };
        var hits = LEAKS.find(text).stream()
                .filter(hit -> switch (hit.entry().kind()) {
                    case "label" -> !speakers;
                    case "told" -> !told.substring(hit.start(), hit.end()).isBlank();
                    default -> true;
                })
                .toList();
        return Weighing.judge(name(), Reason.LEAKED_PROMPT, text, hits, weight);
    }
}
