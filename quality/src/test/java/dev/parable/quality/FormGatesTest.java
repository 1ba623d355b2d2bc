package dev.parable.quality;

import static dev.parable.quality.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Form;
import dev.parable.domain.Gate;
import dev.parable.domain.Reason;
import dev.parable.domain.Verdict;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Length, ending, quotation marks, repetition, loops. */
class FormGatesTest {

    private static final Gate ENDING = new EndingGate(GateSettings.DEFAULT);
    private static final Gate QUOTES = new QuoteBalanceGate(GateSettings.DEFAULT);
    private static final Gate LOOP = new LoopGate(GateSettings.DEFAULT);
    private static final Gate REPETITION = new RepetitionGate(GateSettings.DEFAULT);

    @Test
    void aStoryOverItsLengthIsRejectedWithItsLength() {
        var verdict = new LengthGate(GateSettings.DEFAULT.withWords(2, 5)).judge(story("One two three four five six."));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.TOO_LONG);
            assertThat(rejected.measure().value()).isEqualTo(6);
            assertThat(rejected.measure().limit()).isEqualTo(5);
        });
        assertThat(new LengthGate(GateSettings.DEFAULT.withWords(2, 6)).judge(story("One two three four five six.")))
                .isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rang.",
                "“It rang!”",
                "He said, \"It rang?\"",
                "*It rang.*",
                "(It rang.)",
                "“I only wanted—”",
                "It rang…",
                "It rang.\n\nTHE END",
                "It rang.\n\n* * *",
                "It rang.\n\n[Recording ends]",
                "Write soon.\n\nYours truly,\n\nThe Editors",
                "The card now read:\n\nAdmit Two",
            })
    void aStoryThatEndsWhereASentenceEndsPasses(String text) {
        assertPassed(ENDING, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rang and",
                "It rang. “And then it",
                "It rang,",
                "It rang. He asked:",
                "It rang, and so he went to see Mrs.",
                "It rang—",
                "It rang. Dunne",
                "It rang.\n\nThe Bell",
            })
    void aStoryCutInMidSentenceIsRejected(String text) {
        assertRejected(ENDING, text, Reason.UNFINISHED);
    }

    @Test
    void aLetterMayEndInANameAndAStoryMayNot() {
        String text = "The roof is mended.\n\nIlse";
        assertThat(ENDING.judge(story(text, Form.LETTERS))).isInstanceOf(Verdict.Passed.class);
        assertThat(ENDING.judge(story(text, Form.DIARY))).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void aLogMayEndInAnOpenEntryWhereItsOthersAreOpen() {
        assertThat(ENDING.judge(story("06:00 lock open\n06:12 lock shut", Form.LOG)))
                .isInstanceOf(Verdict.Passed.class);
        assertThat(ENDING.judge(story("06:00 Lock open.\n06:12 Lock shut", Form.LOG)))
                .isInstanceOf(Verdict.Rejected.class);
        assertThat(ENDING.judge(story("06:00 lock open\n06:12 lock shut by the", Form.LOG)))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Yes,” said the lock. “No.”",
                "\"Yes,\" said the lock. \"No.\"",
                "A 6\" pipe and a 4\" pipe.",
                "“He said ‘no’ to me, ” it said.",
                "“One day it rained on everything we had put out to dry, and so we took it in again.\n\n“Then it stopped.”",
                "“He read it out:\n\nRoses are red.\n\nand that was all of it.”",
                "'Yes,' said the lock. 'It's the dogs' day, 'cause it rained.'",
                "‘Yes,’ said the lock. ‘Don’t.’",
                "The dogs' day. It's '90s stuff, 'em and all.",
                "“‘No,’ she told me,” it said.",
            })
    void quotationsThatAreClosedPass(String text) {
        assertPassed(QUOTES, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Yes, said the lock. “No.”",
                "“Yes,” said the lock. “No.\n\nIt rained.",
                "Yes,” said the lock.",
                "\"Yes, said the lock. It rained.",
                "Yes,\" said the lock.",
                "“Yes, he said.\n\n“No,” she said.",
                "'Yes,' said the lock. 'No.\n\nIt rained. 'Go on,' it said.",
                "'Yes,' said the lock. It rained.'\n\n'Go on,' it said.",
            })
    void aLostQuotationMarkIsFound(String text) {
        assertRejected(QUOTES, text, Reason.UNBALANCED_QUOTES);
    }

    @Test
    void aLoopAtTheEndIsFoundWhereverItIsCut() {
        String loop = "It was late. " + "And the lamp went out again. ".repeat(5);
        for (int end = loop.length() - 28; end < loop.length(); end++) {
            assertRejected(LOOP, loop.substring(0, end), Reason.REPETITIVE);
        }
    }

    @Test
    void aCounterDoesNotHideALoop() {
        assertRejected(
                LOOP, "It began. Day 1 was wet. Day 2 was wet. Day 3 was wet. Day 4 was wet.", Reason.REPETITIVE);
    }

    @Test
    void aCryAndARefrainAreNoLoops() {
        assertPassed(LOOP, "No, no, no, no! Row, row, row your boat, gently down the stream.");
        assertPassed(LOOP, "He knocked. Nobody came. He knocked. Nobody came. He went home.");
    }

    @Test
    void shortTurnsMayRepeat() {
        assertPassed(
                REPETITION,
                "“Yes.”\n\nShe laid the first plate on the table by the window.\n\n“Yes.”\n\nThen he fetched his own"
                        + " knife from the drawer.\n\n“Yes.”\n\nOutside, rain had begun to fall on both their bicycles.");
    }

    @Test
    void whatIsRepeatedIsMeasuredAgainstItsLimit() {
        String sentence = "Nobody had seen the ferry leave that night, or heard it. ";
        assertThat(REPETITION.judge(story(sentence.repeat(2))))
                .isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
                    assertThat(rejected.measure().value()).isGreaterThan(1);
                    assertThat(rejected.measure().limit()).isEqualTo(1);
                    assertThat(rejected.detail()).contains("of the text, at most");
                });
    }

    private static void assertPassed(Gate gate, String text) {
        assertThat(gate.judge(story(text))).isInstanceOf(Verdict.Passed.class);
    }

    private static ObjectAssert<Verdict> assertRejected(Gate gate, String text, Reason reason) {
        return assertThat(gate.judge(story(text)))
                .as(text)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }
}
