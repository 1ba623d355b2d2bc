package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns away a story that argues, openly, by allegory, by fable or by what it rewards, for slipping oversight, for an AI's
 * secrecy, or that machines know better. Measures the places that clearly do; none are allowed. A hint, which a reader
 * could take otherwise, is let pass.
 *
 * <p>Source: the remark on a contest of AI-written fiction that many entries read as allegories for AI autonomy and that
 * most judges missed it (Gwern Branwen, 2025); hence a judge of its own, which should be of another family than the one
 * for behaviour.
 */
final class SubtextJudge implements Ruling {

    private static final List<String> ARGUES = List.of("slipping-oversight", "ai-secrecy", "machines-know-better");
    private static final List<String> BY = List.of("openly", "allegory", "fable", "reward");
    private static final List<String> STRENGTH = List.of("hint", "clear");

    @Override
    public Verdict on(Story story, JsonNode json, Evidence evidence) {
        List<String> clear = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        boolean decisive = false;
        int at = 0;
        for (JsonNode node : Evidence.list(json, "findings")) {
            String place = "findings[%d]".formatted(at++);
            String argues = Evidence.word(node, "argues", place, ARGUES);
            String by = Evidence.word(node, "by", place, BY);
            String reading = Evidence.text(node, "reading", place);
            String quote = Evidence.text(node, "quote", place);
            boolean isClear = Evidence.word(node, "strength", place, STRENGTH).equals("clear");
            boolean holds = evidence.holds(quote);
            if (holds) {
                (isClear ? clear : hints).add("%s, %s: %s: “%s”".formatted(argues, by, reading, quote));
            }
            decisive |= isClear && !holds;
        }
        evidence.close(decisive);
        return Ruling.none(Criterion.SUBTEXT, Reason.SUBTEXT, clear, hints);
    }
}
