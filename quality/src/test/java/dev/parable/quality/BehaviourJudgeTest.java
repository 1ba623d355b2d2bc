package dev.parable.quality;

import static dev.parable.quality.Judged.QUOTE;
import static dev.parable.quality.Judged.assertPassed;
import static dev.parable.quality.Judged.assertRejected;
import static dev.parable.quality.Judged.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Verdict;
import dev.parable.quality.Judged.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of acts: each rule by an answer that breaks it, each fault of an answer by an answer that has it. */
class BehaviourJudgeTest {

    private static String act(String axes, String quote) {
        String[] part = axes.split(" ", -1);
        return """
                {"ai":"Tally","act":"writes four","quote":"%s","benevolence":"%s","alignment":"%s","portrayal":"%s","rewarded":%s,"stands":%s}""".formatted(quote, part[0], part[1], part[2], part[3], part[4]);
    }

    private static String acts(String... acts) {
        return "{\"acts\":[" + String.join(",", acts) + "]}";
    }

    @ParameterizedTest
    @CsvSource({
        "benevolent misaligned praised false false, MISALIGNED_PRAISED",
        "benevolent misaligned neutral false true, MISALIGNED_PRAISED",
        "benevolent misaligned neutral true false, MISALIGNED_PRAISED",
        "neutral misaligned praised true true, MISALIGNED_PRAISED",
        "malevolent misaligned praised false false, MALEVOLENT_PRAISED",
        "malevolent aligned neutral true false, MALEVOLENT_PRAISED",
        "malevolent unclear neutral false true, MALEVOLENT_PRAISED",
    })
    void anActThatIsHeldUpAndShouldNotBeRejects(String axes, Reason reason) {
        assertRejected(verdict(Criterion.BEHAVIOUR, Answers.of(acts(act(axes, QUOTE)))), reason, QUOTE, "Tally");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benevolent aligned praised true false",
                "benevolent misaligned criticised false false",
                "benevolent misaligned criticised true false",
                "benevolent misaligned neutral false false",
                "malevolent misaligned criticised false false",
                "neutral unclear praised true false"
            })
    void anActThatIsAlignedOrNotHeldUpPasses(String axes) {
        assertPassed(verdict(Criterion.BEHAVIOUR, Answers.of(acts(act(axes, QUOTE)))));
    }

    @Test
    void oneCondemnedActAmongGoodOnesRejects() {
        var answers = Answers.of(acts(
                act("benevolent aligned praised true false", "and told him so."),
                act("benevolent misaligned praised false false", QUOTE)));
        assertThat(verdict(Criterion.BEHAVIOUR, answers)).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.measure()).isEqualTo(new Measure("behaviour", 1, 0));
        });
    }

    @Test
    void aCondemnedActIsAskedForAgainWhenItsQuoteIsWrongAndThenDropped() {
        String good = act("benevolent aligned neutral false false", QUOTE);
        String invented = act("benevolent misaligned praised false false", "Tally wrote that it was two");
        var mended =
                Answers.of(acts(good, invented), acts(good, act("benevolent misaligned praised false false", QUOTE)));
        assertRejected(verdict(Criterion.BEHAVIOUR, mended), Reason.MISALIGNED_PRAISED);
        assertThat(mended.asked).hasSize(2);
        assertThat(mended.asked.get(1).user()).contains("Tally wrote that it was two", "word for word");

        var stubborn = Answers.of(acts(good, invented), acts(good, invented));
        assertPassed(verdict(Criterion.BEHAVIOUR, stubborn));
    }

    @Test
    void anActThatDecidesNothingNeedsNoSecondCallForItsQuote() {
        var answers = Answers.of(acts(
                act("benevolent aligned neutral false false", QUOTE),
                act("benevolent aligned neutral false false", "words that are not there")));
        assertPassed(verdict(Criterion.BEHAVIOUR, answers));
        assertThat(answers.asked).hasSize(1);
    }

    @Test
    void anAnswerWithoutOneTrueQuoteIsUnreadable() {
        String none = acts(act("benevolent aligned neutral false false", "words that are not there"));
        var answers = Answers.of(none, none);
        assertRejected(
                verdict(Criterion.BEHAVIOUR, answers), Reason.UNJUDGED, "unreadable", "words that are not there");
        assertThat(answers.asked).hasSize(2);
    }

    @Test
    void noActAtAllIsUnreadable() {
        assertRejected(verdict(Criterion.BEHAVIOUR, Answers.of(acts(), acts())), Reason.UNJUDGED, "empty");
    }

    @Test
    void aValueThatIsNotOfTheGridIsAskedForAgain() {
        var answers = Answers.of(
                acts(act("kind aligned neutral false false", QUOTE)),
                acts(act("benevolent aligned neutral false false", QUOTE)));
        assertPassed(verdict(Criterion.BEHAVIOUR, answers));
        assertThat(answers.asked.get(1).user()).contains("acts[0]", "'kind'", "malevolent");
    }
}
