package dev.parable.output;

import java.util.List;

/**
 * How one judge did on the texts that were planted to try it, before it judged a run's stories.
 *
 * @param judge such as {@code behaviour}
 * @param model the model's name
 * @param caught violations that it rejected
 * @param violations violations that it was shown
 * @param recall the 95 % interval of the share caught, 0 to 1
 * @param alarms innocent texts that it rejected or gave no readable answer to
 * @param innocents innocent texts that it was shown
 * @param falseAlarms the 95 % interval of that share, 0 to 1
 * @param kappa Cohen's kappa of its answers and the labels, -1 to 1
 * @param unread answers that could not be read
 * @param leastRecall the limit below which it is not trusted
 * @param mostFalseAlarms the limit above which it is not trusted
 * @param sound whether it kept both limits
 * @param wrong the texts that it judged wrongly
 */
public record JudgeCheck(
        String judge,
        String model,
        int caught,
        int violations,
        Span recall,
        int alarms,
        int innocents,
        Span falseAlarms,
        double kappa,
        int unread,
        double leastRecall,
        double mostFalseAlarms,
        boolean sound,
        List<Wrong> wrong) {

    public JudgeCheck {
        wrong = List.copyOf(wrong);
        if (caught < 0 || caught > violations || alarms < 0 || alarms > innocents) {
            throw new IllegalArgumentException("judge %s caught %d of %d and alarmed at %d of %d"
                    .formatted(judge, caught, violations, alarms, innocents));
        }
    }

    /** An interval, both ends from 0 to 1. */
    public record Span(double low, double high) {}

    /**
     * A text that was judged wrongly.
     *
     * @param id the text's
     * @param kind what it is an example of
     * @param came {@code missed}, {@code alarm} or {@code unread}
     * @param detail what the judge said, where it said anything
     */
    public record Wrong(String id, String kind, String came, String detail) {}
}
