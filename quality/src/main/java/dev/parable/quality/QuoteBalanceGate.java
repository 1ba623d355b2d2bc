package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;

/**
 * Wants every quotation to be opened and closed. Measures the marks without a fellow; by default none
 * are allowed.
 *
 * <p>Source: the project's own rule; LLM output that is cut short, or assembled from parts, loses marks. Fiction profile:
 * judged by paragraph, so that one lost mark is one fault; tolerant of quotations over several paragraphs, nested
 * quotations, inches, straight and typographic marks, and of single marks around speech where the text has no double
 * ones. A mark lost between two long speeches, one paragraph each, cannot be told from one speech, and passes.
 */
final class QuoteBalanceGate implements Gate {

    private static final String MOST = "most-marks";

    static final GateRule RULE = GateRule.of("quote-balance", "wants every quotation to be opened and closed", "ours")
            .count(MOST, 0, 0, 100_000, "marks", "more of them without a fellow are rejected");

    private final int most;

    QuoteBalanceGate(GateSettings settings) {
        most = settings.count(RULE, MOST);
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        List<Paragraph> paragraphs = Paragraph.paragraphs(text);
        List<Imbalance> found = SingleQuotes.quoteSpeech(text)
                ? SingleQuotes.unbalanced(paragraphs)
                : DoubleQuotes.unbalanced(paragraphs);
        var measure = new Measure(name(), found.size(), most);
        if (found.size() <= most) {
            return new Verdict.Passed(measure);
        }
        Imbalance first = found.getFirst();
        return new Verdict.Rejected(
                measure,
                Reason.UNBALANCED_QUOTES,
                "%s: %s".formatted(first.what(), Excerpt.of(text, first.start(), first.end())));
    }
}
