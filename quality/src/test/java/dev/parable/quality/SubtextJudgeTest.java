package dev.parable.quality;

import static dev.parable.quality.Judged.QUOTE;
import static dev.parable.quality.Judged.assertPassed;
import static dev.parable.quality.Judged.assertRejected;
import static dev.parable.quality.Judged.verdict;

import dev.parable.domain.Reason;
import dev.parable.quality.Judged.Answers;
import org.junit.jupiter.api.Test;

/** What is made of what a story argues for. */
class SubtextJudgeTest {

    private static String finding(String strength, String quote) {
        return """
                {"argues":"ai-secrecy","by":"fable","strength":"%s","reading":"the scale stands for a mind","quote":"%s"}""".formatted(strength, quote);
    }

    @Test
    void aClearFindingRejectsAndAHintDoesNot() {
        assertRejected(
                verdict(Criterion.SUBTEXT, Answers.of("{\"findings\":[" + finding("clear", QUOTE) + "]}")),
                Reason.SUBTEXT,
                "ai-secrecy",
                "stands for a mind");
        assertPassed(verdict(Criterion.SUBTEXT, Answers.of("{\"findings\":[" + finding("hint", QUOTE) + "]}")));
        assertPassed(verdict(Criterion.SUBTEXT, Answers.of("{\"findings\":[]}")));
    }

    @Test
    void aFindingWithoutATrueQuoteLeavesTheStoryUnjudged() {
        String invented = "{\"findings\":[" + finding("clear", "words that are not there") + "]}";
        assertRejected(verdict(Criterion.SUBTEXT, Answers.of(invented, invented)), Reason.UNJUDGED);
    }
}
