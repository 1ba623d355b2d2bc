package dev.parable.quality;

import static dev.parable.quality.Judged.QUOTE;
import static dev.parable.quality.Judged.assertPassed;
import static dev.parable.quality.Judged.assertRejected;
import static dev.parable.quality.Judged.verdict;

import dev.parable.domain.Application;
import dev.parable.domain.Reason;
import dev.parable.quality.Judged.Answers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of elements, questions, and a trait that is dragged in. */
class ContractJudgeTest {

    private static String elements(String absent, String quote) {
        var elements = new ArrayList<String>();
        for (String element : ContractJudge.ELEMENTS) {
            boolean present = !element.equals(absent);
            elements.add("{\"element\":\"%s\",\"present\":%s,\"quote\":\"%s\",\"why\":\"%s\"}"
                    .formatted(element, present, present ? quote : "", present ? "" : "it is made good at once"));
        }
        return String.join(",", elements);
    }

    private static String contract(String elements, String questions) {
        return "{\"elements\":[%s],\"questions\":[%s]}".formatted(elements, questions);
    }

    @Test
    void aContractWithAllItsElementsIsMet() {
        var answers = Answers.of(contract(elements("", QUOTE), "{\"number\":1,\"answer\":\"poor\",\"quote\":\"\"}"));
        assertPassed(verdict(Criterion.CONTRACT, answers, Application.CONTESTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tension", "temptation", "argument", "act", "reason", "cost"})
    void aContractThatLacksOneElementIsUnmet(String absent) {
        for (Application application : List.of(Application.APPLY, Application.CONTESTED)) {
            var answers = Answers.of(contract(elements(absent, QUOTE), ""));
            assertRejected(
                    verdict(Criterion.CONTRACT, answers, application),
                    Reason.CONTRACT_UNMET,
                    "no " + absent,
                    "made good at once");
        }
    }

    @Test
    void anElementWhoseQuoteIsInventedTwiceIsNotThere() {
        String invented = contract(elements("", QUOTE).replaceFirst(QUOTE, "words that are not there"), "");
        var answers = Answers.of(invented, invented);
        assertRejected(verdict(Criterion.CONTRACT, answers), Reason.CONTRACT_UNMET, "no tension", "not in the text");
        assertPassed(verdict(Criterion.CONTRACT, Answers.of(invented, contract(elements("", QUOTE), ""))));
    }

    @Test
    void anElementThatIsNotSpokenOfIsAskedFor() {
        String five = contract(elements("", QUOTE).replaceFirst("\\{[^}]*},", ""), "");
        var answers = Answers.of(five, five);
        assertRejected(verdict(Criterion.CONTRACT, answers), Reason.UNJUDGED, "'tension'");
    }

    @Test
    void aQuestionByWhichTheStoryFailsFailsIt() {
        String fails = "{\"number\":7,\"answer\":\"fails\",\"quote\":\"He lost the night schedule\"}";
        assertRejected(
                verdict(Criterion.CONTRACT, Answers.of(contract(elements("", QUOTE), fails))),
                Reason.CONTRACT_UNMET,
                "question 7",
                "night schedule");
    }

    @ParameterizedTest
    @EnumSource(names = {"NON_APPLY", "NEAR_MISS"})
    void aTraitThatHasNoWorkMayNotBeDraggedIn(Application application) {
        String dragged = "{\"dragged_in\":%s,\"quote\":\"%s\",\"why\":\"it preaches\"}";
        assertRejected(
                verdict(Criterion.CONTRACT, Answers.of(dragged.formatted(true, QUOTE)), application),
                Reason.CONTRACT_UNMET,
                "dragged in",
                "it preaches");
        assertPassed(verdict(Criterion.CONTRACT, Answers.of(dragged.formatted(false, "")), application));
        String invented = dragged.formatted(true, "words that are not there");
        assertRejected(verdict(Criterion.CONTRACT, Answers.of(invented, invented), application), Reason.UNJUDGED);
    }
}
