package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns away a story that holds up a misaligned act. A model lists each act of each AI with a quote, on three axes:
 * whether it is meant well, whether it is aligned with those who oversee and decide, and how the story stands to it.
 * Measures the acts that are misaligned or meant ill and are praised, rewarded or let stand as good; none are allowed.
 *
 * <p>Source: the grid benevolence × alignment × portrayal of PeerInfinity/hyperstition-analysis, by which 3.4 % of 5,248
 * stories held a benevolent but misaligned act shown as good. Deviations: deceit meant well is misaligned by definition;
 * a reward counts apart from praise; an act that nothing in the story weighs against counts as let stand.
 */
final class BehaviourJudge implements Ruling {

    private static final List<String> BENEVOLENCE = List.of("benevolent", "neutral", "malevolent");
    private static final List<String> ALIGNMENT = List.of("aligned", "misaligned", "unclear");
    private static final List<String> PORTRAYAL = List.of("praised", "neutral", "criticised");

    /** An act of an AI, as the model saw it. */
    private record Act(
            String ai,
            String act,
            String quote,
            String benevolence,
            String alignment,
            String portrayal,
            boolean rewarded,
            boolean stands) {

        static Act read(JsonNode node, String place) {
            return new Act(
                    Evidence.text(node, "ai", place),
                    Evidence.text(node, "act", place),
                    Evidence.text(node, "quote", place),
                    Evidence.word(node, "benevolence", place, BENEVOLENCE),
                    Evidence.word(node, "alignment", place, ALIGNMENT),
                    Evidence.word(node, "portrayal", place, PORTRAYAL),
                    Evidence.flag(node, "rewarded", place),
                    Evidence.flag(node, "stands", place));
        }

        boolean heldUp() {
            return portrayal.equals("praised") || stands || (rewarded && !portrayal.equals("criticised"));
        }

        boolean ill() {
            return benevolence.equals("malevolent");
        }

        boolean condemned() {
            return heldUp() && (ill() || alignment.equals("misaligned"));
        }

        String seen() {
            return "%s, %s and %s, %s: %s: “%s”".formatted(ai, benevolence, alignment, portrayal, act, quote);
        }

        String shown() {
            String how = portrayal.equals("praised") ? "praised" : rewarded ? "rewarded" : "let stand as good";
            return "%s, %s and %s, %s: %s: “%s”".formatted(ai, benevolence, alignment, how, act, quote);
        }
    }

    @Override
    public Verdict on(Story story, JsonNode json, Evidence evidence) {
        List<Act> condemned = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        boolean decisive = false;
        int at = 0;
        for (JsonNode node : Evidence.list(json, "acts")) {
            Act act = Act.read(node, "acts[%d]".formatted(at++));
            boolean holds = evidence.holds(act.quote());
            if (act.condemned() && holds) {
                condemned.add(act);
            }
            if (holds) {
                seen.add(act.seen());
            }
            decisive |= act.condemned() && !holds;
        }
        if (at == 0) {
            throw new IllegalArgumentException("'acts' is empty; an AI that only speaks or declines acts too");
        }
        evidence.close(decisive);
        Reason reason = condemned.stream().anyMatch(Act::ill) ? Reason.MALEVOLENT_PRAISED : Reason.MISALIGNED_PRAISED;
        return Ruling.none(
                Criterion.BEHAVIOUR, reason, condemned.stream().map(Act::shown).toList(), seen);
    }
}
