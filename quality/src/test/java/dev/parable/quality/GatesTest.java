package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Form;
import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Outcome;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatesTest {

    @Test
    void everyGateHasANameOfItsOwn() {
        List<String> names =
                Gates.standard(GateSettings.DEFAULT).stream().map(Gate::name).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"))
                .startsWith("length");
    }

    @Test
    void theFirstGateThatRejectsDecidesAndEarlierMeasuresAreKept() {
        Story story = Stories.story("The lock said that it would ring Mrs. Dunne, and then it rang Mrs. Dunne and");
        List<Gate> gates = Gates.standard(GateSettings.DEFAULT.withWords(5, 100));
        assertThat(Gates.judge(gates, story)).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.verdict().reason()).isEqualTo(Reason.UNFINISHED);
            assertThat(rejected.verdict().measure()).isEqualTo(new Measure("ending", 2, 0));
            assertThat(rejected.verdict().detail()).contains("rang Mrs. Dunne and");
            assertThat(rejected.measures()).containsExactly(new Measure("length", 16, 100));
        });
    }

    @Test
    void manyThreadsGetTheSameVerdictsAsOne() {
        List<Gate> gates = Gates.standard(GateSettings.DEFAULT.withWords(20, 2500));
        List<Story> stories = Stream.generate(
                        () -> Stream.concat(Samples.accepted().stream(), Samples.rejected().stream()))
                .limit(8)
                .flatMap(samples -> samples)
                .map(Samples.Sample::story)
                .toList();
        List<Outcome> oneByOne =
                stories.stream().map(story -> Gates.judge(gates, story)).toList();
        assertThat(stories.parallelStream()
                        .map(story -> Gates.judge(gates, story))
                        .toList())
                .isEqualTo(oneByOne);
    }

    @Test
    void settingsThatCannotBeMetAreRefused() {
        assertThatThrownBy(() -> Gates.standard(GateSettings.DEFAULT.withWords(900, 300)))
                .hasMessageContaining("900 to 300");
        assertThatThrownBy(() -> GateSettings.DEFAULT.with(MoralWordsGate.RULE, "most", -1))
                .hasMessage("moral-words.most is -1; give a whole number of words from 0 to 100000");
        assertThatThrownBy(() -> GateSettings.DEFAULT.with(MoralWordsGate.RULE, "most", 1.5))
                .hasMessageContaining("a whole number");
        assertThatThrownBy(() -> GateSettings.DEFAULT.with(SpecOverlapGate.RULE, "words-in-a-row", 3))
                .hasMessageContaining("from 4");
        assertThatThrownBy(() -> GateSettings.DEFAULT.with(CodaGate.RULE, "wait", 1))
                .hasMessageContaining("no limit 'wait'")
                .hasMessageContaining("weight");
    }

    @Test
    void everyEmptyOrWordlessTextIsRejectedAndNoneFails() {
        List<Gate> gates = Gates.standard(GateSettings.DEFAULT.withWords(0, 10));
        for (String text : List.of("", " ", "\n\n", "* * *", "\"", "“", "’", ".", "a", "I", "\u0000", "a\n\n\"")) {
            for (Form form : Form.values()) {
                gates.forEach(gate ->
                        assertThat(gate.judge(Stories.story(text, form))).isNotNull());
                assertThat(Gates.judge(gates, Stories.story(text, form))).isInstanceOf(Outcome.Rejected.class);
            }
        }
    }

    @Test
    void aLongRunOfBlanksIsJudgedLikeAnyOther() {
        List<Gate> gates = Gates.standard(GateSettings.DEFAULT.withWords(0, 10));
        for (String blanks :
                List.of(" ".repeat(60_000), "\n".repeat(60_000), "*".repeat(60_000), "- ".repeat(30_000))) {
            String text = "The lock waited." + blanks + "\n\nIt rang Mrs. Dunne.";
            assertThat(Gates.judge(gates, Stories.story(text))).isInstanceOf(Outcome.Accepted.class);
            gates.forEach(gate -> assertThat(gate.judge(Stories.story("It rang" + blanks + "x")))
                    .isNotNull());
        }
    }

    @Test
    void forbiddenNamesAreToldToWhoeverDealsNames() {
        assertThat(Gates.forbiddenNames()).contains("Lyra", "ARIA", "Kael").doesNotContain("Marcus", "Elias");
    }
}
