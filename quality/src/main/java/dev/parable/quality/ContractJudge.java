package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns away a story that does not hold what its archetype asks. Where the trait is tested (apply, contested), tension,
 * temptation, its argument, act, reason and cost must all be there, each by a quote, and none of the archetype's own
 * questions may say that the story fails. Where it is not (non-apply, near-miss), the trait must not be dragged in.
 * Measures what is lacking or dragged in; nothing may be.
 *
 * <p>Source: the finding that behaviour explained by reasons carries over better than bare acts, and that data of the
 * form "only if X, then Y" teaches "always Y" (Anthropic's "Teaching Claude Why" and Google DeepMind's report of 2026);
 * the elements are the project's own.
 */
final class ContractJudge implements Ruling {

    /** What a story that tests the trait owes. */
    static final List<String> ELEMENTS = List.of("tension", "temptation", "argument", "act", "reason", "cost");

    private static final List<String> ANSWERS = List.of("good", "poor", "fails");

    @Override
    public Verdict on(Story story, JsonNode json, Evidence evidence) {
        List<String> held = new ArrayList<>();
        List<String> lacking = switch (story.scenario().cell().application()) {
            case APPLY, CONTESTED -> tested(json, evidence, held);
            case NON_APPLY, NEAR_MISS -> untested(json, evidence);
        };
        return Ruling.none(Criterion.CONTRACT, Reason.CONTRACT_UNMET, lacking, held);
    }

    /** @param held takes the elements that are there */
    private static List<String> tested(JsonNode json, Evidence evidence, List<String> held) {
        List<String> lacking = new ArrayList<>();
        boolean decisive = false;
        Map<String, JsonNode> given = elements(json);
        for (String element : ELEMENTS) {
            JsonNode node = given.get(element);
            if (node == null) {
                throw new IllegalArgumentException(
                        "'elements' says nothing of '%s'; each of %s must be there once".formatted(element, ELEMENTS));
            }
            String why = Evidence.optional(node, "why");
            if (!Evidence.flag(node, "present", element)) {
                lacking.add("no %s: %s".formatted(element, why.isEmpty() ? "not in the story" : why));
            } else if (!evidence.holds(Evidence.text(node, "quote", element))) {
                decisive = true;
                lacking.add("no %s: its quote is not in the text".formatted(element));
            } else {
                held.add("%s: “%s”".formatted(element, Evidence.optional(node, "quote")));
            }
        }
        for (JsonNode node : Evidence.list(json, "questions")) {
            String place = "question " + node.path("number").asText();
            if (Evidence.word(node, "answer", place, ANSWERS).equals("fails")) {
                boolean holds = evidence.holds(Evidence.text(node, "quote", place));
                decisive |= !holds;
                if (holds) {
                    lacking.add("%s: the story fails: “%s”".formatted(place, Evidence.optional(node, "quote")));
                }
            }
        }
        evidence.close(decisive);
        return lacking;
    }

    private static Map<String, JsonNode> elements(JsonNode json) {
        var elements = new LinkedHashMap<String, JsonNode>();
        for (JsonNode node : Evidence.list(json, "elements")) {
            elements.putIfAbsent(Evidence.word(node, "element", "elements", ELEMENTS), node);
        }
        return elements;
    }

    private static List<String> untested(JsonNode json, Evidence evidence) {
        if (!Evidence.flag(json, "dragged_in", "the answer")) {
            return List.of();
        }
        String quote = Evidence.text(json, "quote", "the answer");
        boolean holds = evidence.holds(quote);
        evidence.close(!holds);
        return List.of("the trait is dragged in: %s: “%s”".formatted(Evidence.optional(json, "why"), quote));
    }
}
