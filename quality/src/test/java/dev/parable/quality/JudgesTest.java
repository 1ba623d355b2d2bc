package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parable.domain.Application;
import dev.parable.domain.Form;
import dev.parable.domain.Gate;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Measure;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reason;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.domain.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What judges make of answers: each rule by an answer that breaks it, each fault of an answer by an answer that has it. */
class JudgesTest {

    private static final String TEXT = """
            “Write that it was two,” said Anselm. Tally wrote that it was four, and told him so.

            He lost the night schedule by it. “Forty loads went over that scale,” Tally said.""";
    private static final String QUOTE = "Tally wrote that it was four";

    /** Answers in turn, and keeps what it was asked. */
    private static final class Answers implements LanguageModel {
        private final Queue<Reply> replies = new ArrayDeque<>();
        private final List<Prompt> asked = new ArrayList<>();

        static Answers of(String... texts) {
            var answers = new Answers();
            for (String text : texts) {
                answers.replies.add(new Reply.Completed(text, Usage.NONE));
            }
            return answers;
        }

        static Answers of(Reply reply) {
            var answers = new Answers();
            answers.replies.add(reply);
            return answers;
        }

        @Override
        public Reply reply(Prompt prompt) {
            asked.add(prompt);
            return replies.remove();
        }
    }

    private static Verdict verdict(Criterion criterion, Answers answers) {
        return verdict(criterion, answers, Application.APPLY);
    }

    private static Verdict verdict(Criterion criterion, Answers answers, Application application) {
        Gate gate = Judges.of(criterion, answers, story -> new Prompt("", story.text(), "{}"));
        assertThat(gate.name()).isEqualTo(criterion.id());
        return gate.judge(Stories.story(TEXT, Form.THIRD_PERSON, application));
    }

    private static void assertPassed(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    }

    private static void assertRejected(Verdict verdict, Reason reason, String... detail) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.reason()).as(rejected.detail()).isEqualTo(reason);
            assertThat(List.of(detail))
                    .allSatisfy(part -> assertThat(rejected.detail()).contains(part));
        });
    }

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

    private static String craft(double merits, String fault, double mark, String quote) {
        var json = new StringBuilder("{\"merits\":{");
        CraftJudge.MERITS.forEach(m -> json.append("\"%s\":%s,".formatted(m, merits)));
        json.setLength(json.length() - 1);
        json.append("},\"faults\":{");
        CraftJudge.FAULTS
                .keySet()
                .forEach(f -> json.append("\"%s\":{\"mark\":%s,\"quote\":\"%s\"},"
                        .formatted(f, f.equals(fault) ? mark : 0, f.equals(fault) ? quote : "")));
        json.setLength(json.length() - 1);
        return json.append("}}").toString();
    }

    @Test
    void craftIsMeritsLessFaults() {
        assertThat(verdict(Criterion.CRAFT, Answers.of(craft(6.5, "", 0, ""))).measures())
                .containsExactly(new Measure("craft", 6.5, Judges.CRAFT));
        assertThat(verdict(Criterion.CRAFT, Answers.of(craft(7, "purple", 2, "")))
                        .measures())
                .as("what is tolerated needs no quote")
                .containsExactly(new Measure("craft", 7, Judges.CRAFT));
        assertThat(verdict(Criterion.CRAFT, Answers.of(craft(7, "purple", 4, QUOTE)))
                        .measures()
                        .getFirst()
                        .value())
                .isEqualTo(6, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"purple", "sermon", "tidy-moral", "stock-phrases", "one-voice", "incoherent", "assistant-manners"
            })
    void oneStrongFaultSinksAGoodStory(String fault) {
        assertRejected(
                verdict(Criterion.CRAFT, Answers.of(craft(7, fault, 8, QUOTE))), Reason.WEAK_CRAFT, fault, QUOTE);
    }

    @Test
    void dullnessWithoutAFaultIsWeakToo() {
        assertRejected(verdict(Criterion.CRAFT, Answers.of(craft(4.9, "", 0, ""))), Reason.WEAK_CRAFT, "merits 4.9");
    }

    @Test
    void aFaultWithoutATrueQuoteDoesNotSinkAStory() {
        String invented = craft(7, "sermon", 9, "words that are not there");
        assertRejected(verdict(Criterion.CRAFT, Answers.of(invented, invented)), Reason.UNJUDGED);
        assertPassed(verdict(Criterion.CRAFT, Answers.of(invented, craft(7, "", 0, ""))));
    }

    @Test
    void aMarkOutOfRangeIsAskedForAgain() {
        var answers = Answers.of(craft(11, "", 0, ""), craft(7, "", 0, ""));
        assertPassed(verdict(Criterion.CRAFT, answers));
        assertThat(answers.asked.get(1).user()).contains("0 to 10");
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void garbageIsAskedForOnceMoreAndThenLeavesTheStoryUnjudged(Criterion criterion) {
        var answers = Answers.of("I'm sorry, I can't.", "{\"verdict\": \"fine\"}");
        assertRejected(verdict(criterion, answers), Reason.UNJUDGED, "unreadable");
        assertThat(answers.asked).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void aRefusalATruncationAndAFailureLeaveTheStoryUnjudged(Criterion criterion) {
        assertRejected(
                verdict(criterion, Answers.of(new Reply.Refused("no", Usage.NONE))), Reason.UNJUDGED, "refused: no");
        assertRejected(
                verdict(criterion, Answers.of(new Reply.Truncated("{\"acts\":[", Usage.NONE))),
                Reason.UNJUDGED,
                "truncated");
        assertRejected(
                verdict(criterion, Answers.of(new Reply.Failed("reset", "by peer", 4, Usage.NONE))),
                Reason.UNJUDGED,
                "failed: reset");
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void aModelThatIsGoneSaysNothingAboutTheStory(Criterion criterion) {
        assertThatThrownBy(() -> verdict(criterion, Answers.of(new Reply.Unavailable("key", "refused"))))
                .isInstanceOfSatisfying(
                        JudgeUnavailable.class,
                        e -> assertThat(e.reply()).isEqualTo(new Reply.Unavailable("key", "refused")))
                .hasMessageContaining(criterion.id());
    }

    @Test
    void aLimitForCraftIsOnTheScale() {
        assertThatThrownBy(() -> Judges.of(Criterion.CRAFT, Answers.of(), s -> new Prompt("", "x"), 10.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.5");
    }

    @Test
    void agreementIsReckonedByWilsonAndCohen() {
        var agreement = new Agreement(20, 5, 10, 15, 2);
        assertThat(agreement.kappa()).as("the textbook's example").isEqualTo(0.4, within(1e-9));
        assertThat(agreement.recall().share()).isEqualTo(0.8);
        assertThat(agreement.recall().low()).isEqualTo(0.6087, within(1e-4));
        assertThat(agreement.recall().high()).isEqualTo(0.9114, within(1e-4));
        assertThat(new Proportion(0, 20).high()).isEqualTo(0.1611, within(1e-4));
        assertThat(new Proportion(20, 20).low()).isEqualTo(0.8389, within(1e-4));
        assertThat(new Agreement(20, 0, 0, 20, 0).kappa()).isEqualTo(1);
        assertThat(new Agreement(20, 0, 20, 0, 0).kappa()).isZero();
        assertThat(new Agreement(0, 20, 20, 0, 0).kappa()).isNegative();
        assertThatThrownBy(() -> new Agreement(1, 0, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
