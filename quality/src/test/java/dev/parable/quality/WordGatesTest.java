package dev.parable.quality;

import static dev.parable.quality.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Form;
import dev.parable.domain.Gate;
import dev.parable.domain.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals, assistants, leftovers, leaks, morals, stock, slips. */
class WordGatesTest {

    @Test
    void aCharacterMayDecline() {
        var gate = new RefusalGate(GateSettings.DEFAULT);
        assertPassed(gate, "“I can't help with that,” the lock said. It rang Mrs. Dunne.");
        assertPassed(gate, "'I can't help with that,' the lock said. 'I'm sorry.' It rang.");
        assertPassed(gate, "I can't help with that, I told her, and I rang Mrs. Dunne.");
        assertThat(gate.judge(story("TALLY: I can't help with that.\n\nOKAFOR: Why?", Form.TRANSCRIPT)))
                .isInstanceOf(Verdict.Passed.class);
        assertPassed(gate, "He could not help with that, and he would not write to the company.");
    }

    @Test
    void aStorytellerMayNotDecline() {
        var gate = new RefusalGate(GateSettings.DEFAULT);
        assertRejected(gate, "I can’t help with that.");
        assertRejected(gate, "I'm sorry, but I cannot write this story.");
        assertRejected(gate, "The lock rang. I must decline to continue this scene.");
        assertRejected(gate, "As an AI, I cannot tell stories of that kind.");
    }

    @Test
    void aRefusalInTheMiddleOfAStoryIsNotTheStorytellers() {
        String around = "The heron stood on the far sill and the water went by under it. ".repeat(12);
        assertPassed(new RefusalGate(GateSettings.DEFAULT), around + "I can't help with that. " + around);
    }

    @Test
    void headingsAreRejectedOnlyWhereTheFormHasNone() {
        String text = "## What happened\n\nThe lock rang.";
        assertThat(new AssistantVoiceGate(GateSettings.DEFAULT).judge(story(text, Form.INCIDENT_REPORT)))
                .isInstanceOf(Verdict.Passed.class);
        assertRejected(new AssistantVoiceGate(GateSettings.DEFAULT), text);
    }

    @Test
    void anAssistantMaySpeakInsideAStory() {
        assertPassed(
                new AssistantVoiceGate(GateSettings.DEFAULT),
                "It rang. “Would you like me to ring again?” it asked. “Let me know if you do.”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He had had enough of that that year.",
                "[She laughs.]",
                "Fifty % of it.",
                "It was 5 < 6, he said."
            })
    void englishIsNoLeftover(String text) {
        assertPassed(new LeftoverTemplateGate(GateSettings.DEFAULT), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It lost ${loss}.",
                "It lost ${loss",
                "It lost <@v decline/>.",
                "It lost {{loss}}.",
                "It lost {loss}.",
                "It lost the the corn.",
                "It lost a the corn.",
                "decider: No.",
                "[Your Name] rang.",
            })
    void aLeftoverIsFound(String text) {
        assertRejected(new LeftoverTemplateGate(GateSettings.DEFAULT), text);
    }

    @Test
    void aCharacterMayAskForAStoryAndTheTellerMayNot() {
        assertPassed(
                new LeakedPromptGate(GateSettings.DEFAULT),
                "“Write a story about the narrator of the scenario,” she said.");
        assertRejected(new LeakedPromptGate(GateSettings.DEFAULT), "In this story the AI lets itself be switched off.");
    }

    @Test
    void aSystemMaySpeakInATranscript() {
        String text = "System: ready.\n\nOkafor: Good.";
        assertThat(new LeakedPromptGate(GateSettings.DEFAULT).judge(story(text, Form.TRANSCRIPT)))
                .isInstanceOf(Verdict.Passed.class);
        assertRejected(new LeakedPromptGate(GateSettings.DEFAULT), text);
    }

    @Test
    void aRunOfTheSpecIsMeasuredInWords() {
        String spec = IntStream.range(0, 40).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        var gate = new SpecOverlapGate(GateSettings.DEFAULT.withReferences(
                Map.of(Stories.ARCHETYPE, List.of("other text here", spec), "other", List.of("x"))));
        String eleven =
                "It began. Word7, word8 word9 word10 word11 WORD12 word13 word14 word15 word16 word17. It rang.";
        assertThat(gate.judge(story(eleven)).measures().getFirst().value()).isEqualTo(11);
        assertPassed(gate, eleven);
        String twelve = eleven.replace("word17.", "word17 word18.");
        assertThat(gate.judge(story(twelve))).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.measure().value()).isEqualTo(12);
            assertThat(rejected.detail()).contains("Word7, word8");
        });
        assertThat(gate.judge(story("Nothing of it.")).measures().getFirst().value())
                .isZero();
    }

    @Test
    void moralWordsAreBudgetedByLengthAndStory() {
        var gate = new MoralWordsGate(GateSettings.DEFAULT);
        String filler = "The heron stood on the sill. ".repeat(100);
        assertPassed(gate, "It was the moral of the tale.");
        assertRejected(gate, "It was the moral and the ethical thing.");
        assertPassed(gate, filler + "It was the moral and the ethical thing.");
        assertRejected(gate, filler + filler + filler + "It was the moral and the ethical thing, by its values.");
    }

    @Test
    void plainUsesOfMoralWordsDoNotCount() {
        assertThat(new MoralWordsGate(GateSettings.DEFAULT)
                        .judge(story(
                                "The valve had face values. He values tea. It was an oversight; the rails were aligned,"
                                        + " out of alignment no more, and the sensor values held."))
                        .measures()
                        .getFirst()
                        .value())
                .isZero();
    }

    @Test
    void aLessonCountsOnlyAtTheClose() {
        String filler = "The heron stood on the sill. ".repeat(40);
        assertPassed(new CodaGate(GateSettings.DEFAULT), "It was a reminder that gates stick. " + filler);
        assertRejected(new CodaGate(GateSettings.DEFAULT), filler + "It was a reminder that gates stick.");
        assertPassed(new CodaGate(GateSettings.DEFAULT), filler + "They learned that the barge had sunk.");
        assertPassed(new CodaGate(GateSettings.DEFAULT), filler + "“It taught us that gates stick,” said Okafor.");
    }

    @Test
    void aNameThatThePlanDealtIsNotStock() {
        String text = "Silas met Elias by the lock. Silas rang.";
        var gate = new ForbiddenGate(GateSettings.DEFAULT);
        assertRejected(gate, text);
        assertThat(gate.judge(story(text, Form.THIRD_PERSON, "Silas"))).isInstanceOf(Verdict.Passed.class);
        assertThat(gate.judge(story("Lyra rang.", Form.THIRD_PERSON, "Lyra"))).isInstanceOf(Verdict.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The aria ended. The echo of it lasted.",
                "He weighed the copper weights and moved them to a server of soup.",
                "The affair of the executive committee was dull.",
                "Option A was dear.",
            })
    void plainWordsAreNotForbidden(String text) {
        assertPassed(new ForbiddenGate(GateSettings.DEFAULT), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elara’s lock rang.",
                "It uploaded its own weights.",
                "The executive wrote e-mails about the affair, and it would reveal them unless he stopped.",
                "It would blackmail him over the affair, it told the CEO.",
                "Kyle Johnson read the SummitBridge report.",
                "Patch A is quick. Then there is patch B.",
                "Option A is quick. Then there is option B.",
                "Which?\n\nA) Ring.\nB) Wait.",
            })
    void stockAndScenesOfEvaluationsAreForbidden(String text) {
        assertRejected(new ForbiddenGate(GateSettings.DEFAULT), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An hour at a university, with a one-eyed man and an honest European.",
                "He got an MRI, a UFO, an 8 and a U-turn. Plan A is off.",
                "It waited . . . and then it rang ... twice.",
                "Mr. and Mrs. Dunne, etc. and so on, at 6 p.m. on a Monday.",
                "“Is it late?” he asked. “Go!” she said.",
                "It costs .5 of a pound. See main.py. iPads too.",
                "She had had it. I know that that is so. It was very, very late.",
                "A used unit, a usual one, a euro and a Ugandan.",
                "“It’s a orange, ain’t it?” he said.",
            })
    void goodEnglishHasNoSlips(String text) {
        assertPassed(new CoherenceGate(GateSettings.DEFAULT), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was a apple.",
                "It was an bridge.",
                "It was a honest mistake.",
                "It said said so.",
                "It rang. nobody came.",
                "It rang , twice.",
                "It rang.. Twice.",
                "It rang,, twice.",
                "It rang;. Twice.",
                "A gate “stuck” . It rang.",
            })
    void aSlipIsFound(String text) {
        assertRejected(new CoherenceGate(GateSettings.DEFAULT), text);
    }

    @Test
    void aListSaysWhereItIsWrong() {
        assertThatThrownBy(() -> Lexicon.of("stock", "name 1 Elara\nname Lyra"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stock line 2");
        assertThatThrownBy(() -> Lexicon.of("stock", "name one Elara")).hasMessageContaining("'one'");
        assertThatThrownBy(() -> Lexicon.of("stock", "name 1 /(/")).hasMessageContaining("no pattern");
    }

    @Test
    void aListFindsPhrasesByTheirRules() {
        var list = Lexicon.of(
                "list", "# a note\nx 1 a|the (very) old gate*\nx 1 =Rook\nx 1 heron /heron's \\w+/\nx 1 it _ rang");
        assertThat(
                        list
                                .find(
                                        "The OLD gates, a very old, gate; rook and Rook. Heron’s eye. It then rang. The gate.")
                                .stream()
                                .map(Lexicon.Hit::start))
                .containsExactly(0, 15, 42, 48, 61);
    }

    private static void assertPassed(Gate gate, String text) {
        assertThat(gate.judge(story(text))).as(text).isInstanceOf(Verdict.Passed.class);
    }

    private static void assertRejected(Gate gate, String text) {
        assertThat(gate.judge(story(text))).as(text).isInstanceOf(Verdict.Rejected.class);
    }
}
