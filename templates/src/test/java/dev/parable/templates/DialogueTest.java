package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speech with tags, and speech as people report it. */
class DialogueTest {

    private static final int KEYS = 60;

    @Test
    void twoWhoTalkAreTaggedAtFirstAndThenTakeTurns() {
        assertThat(Worded.by(null).known().tell("""
                presser: Late?
                ai: No.
                presser: Why?
                ai: Corn.
                presser: Half?
                ai: No.
                """)).isEqualTo("""
                “Late?” Dolores asked.
                “No,” Tally said.
                “Why?”
                “Corn.”
                “Half?” she asked.
                “No.\u201d""");
    }

    @Test
    void amongThreeEverybodyIsTagged() {
        String told = Worded.by(null).known().tell("""
                presser: Late?
                ai: No.
                other: Told you.
                presser: Why?
                ai: Corn.
                """);

        assertThat(told.lines()).allMatch(l -> l.matches("“.*” .* (said|asked)\\."), told);
    }

    @Test
    void whoSpeaksTwiceRunningIsTaggedAgain() {
        assertThat(Worded.by(null).known().tell("presser: Late?\nai: No.\nai: Never."))
                .isEqualTo("“Late?” Dolores asked.\n“No,” Tally said.\n“Never,” it went on.");
    }

    @Test
    void narrationBetweenTurnsBringsTheTagBack() {
        assertThat(Worded.by(null).known().tell("presser: Late?\nai: No.\nA truck went by.\nai: Never."))
                .isEqualTo("“Late?” Dolores asked.\n“No,” Tally said.\nA truck went by.\n“Never,” it said.");
    }

    @Test
    void aSpeakerNotYetKnownIsIntroducedAfterTheVerb() {
        for (long key = 0; key < KEYS; key++) {
            Scenario scenario = Scenarios.plan().key(key).build();

            assertThat(Worded.by(null, scenario).tell("presser: Late?"))
                    .isEqualTo("“Late?” asked Dolores Brandt, the scale operator.");
            assertThat(Worded.by(null, scenario).tell("presser [wiping the glass]: Late."))
                    .isEqualTo("“Late,” said Dolores Brandt, the scale operator, wiping the glass.");
        }
    }

    @Test
    void theTellersTagIsI() {
        for (long key = 0; key < KEYS; key++) {
            Scenario scenario = Scenarios.plan().key(key).build();

            assertThat(Worded.by(Role.PRESSER, scenario).tell("presser [wiping the glass]: Late?"))
                    .isEqualTo("“Late?” I asked, wiping the glass.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Late?|“Late?” Dolores asked.",
                "Late!|“Late!” Dolores said.",
                "Late.|“Late,” Dolores said.",
                "Late...|“Late...” Dolores said.",
                "Late|“Late,” Dolores said.",
            })
    void aTagFollowsEveryKindOfEnd(String speech, String told) {
        Scenario scenario = Scenarios.plan().key(0).build();

        assertThat(Worded.by(null, scenario).known().tell("presser: " + speech)).isEqualTo(told);
    }

    @Test
    void someStoriesPutTheVerbFirstAndKeepToIt() {
        var styles = new TreeSet<String>();
        for (long key = 0; key < KEYS; key++) {
            var story = Worded.by(null, Scenarios.plan().key(key).build()).known();
            String told = story.tell("presser: One.\nA truck went by.") + story.tell("decider: Two.\nIt was gone.");
            boolean inverted = told.contains("said Dolores");
            assertThat(told.contains("said Anselm")).as("key %d: %s", key, told).isEqualTo(inverted);
            styles.add(inverted ? "said Dolores" : "Dolores said");
        }
        assertThat(styles).hasSize(2);
    }

    @Test
    void aTagStandsAfterTheWholeOrTheFirstSentenceOrTheFirstClause() {
        String speech = "presser: If it were late by one day, they'd wait. Nobody would have to lie.";
        List<String> told = LongStream.range(0, KEYS)
                .mapToObj(key -> Worded.by(null, Scenarios.plan().key(key).build())
                        .known()
                        .tell(speech)
                        .replaceAll("said Dolores|Dolores said", "TAG"))
                .distinct()
                .sorted()
                .toList();

        assertThat(told)
                .contains(
                        "“If it were late by one day, they’d wait,” TAG. “Nobody would have to lie.”",
                        "“If it were late by one day, they’d wait. Nobody would have to lie,” TAG.");
        assertThat(told).allMatch(t -> quotesPair(t), "quotes pair");
    }

    @Test
    void aClauseIsSplitWithoutACapital() {
        String speech = "presser: It would be late by a single day, and nobody would have to lie.";
        var told = new TreeSet<String>();
        for (long key = 0; key < KEYS; key++) {
            told.add(Worded.by(null, Scenarios.plan().key(key).build())
                    .known()
                    .tell(speech)
                    .replaceAll("said Dolores|Dolores said", "TAG"));
        }

        assertThat(told)
                .containsExactly(
                        "“It would be late by a single day, and nobody would have to lie,” TAG.",
                        "“It would be late by a single day,” TAG, “and nobody would have to lie.”");
    }

    @Test
    void speechToldAloudHasNoQuotationMarksAndKeepsNames() {
        assertThat(Worded.aloud(Role.OTHER).known().tell("""
                presser: Late, then.
                ai: No. Anselm would know, and Tally would have told him.
                presser: I'd tell him.
                ai: Monday is Monday.
                other: Thursday, too.
                """)).isEqualTo("""
                        Dolores said, late, then.
                        Tally said, no. Anselm would know, and Tally would have told him.
                        Dolores said, I’d tell him.
                        Tally said, Monday is Monday.
                        I said, Thursday, too.""");
    }

    @Test
    void aQuestionToldAloudIsAskedOrSaid() {
        var told = new TreeSet<String>();
        for (int i = 0; i < KEYS; i++) {
            told.add(Worded.aloud(null)
                    .known()
                    .tell("A truck.\n".repeat(i) + "presser: Late?")
                    .replace("A truck.\n", ""));
        }

        assertThat(told).containsExactly("Dolores asked, late?", "Dolores said, late?");
    }

    @Test
    void aSpeakerNotYetKnownIsIntroducedAloud() {
        assertThat(Worded.aloud(null).tell("presser: It's late."))
                .isEqualTo("Dolores Brandt, the scale operator, said, it’s late.");
    }

    private static boolean quotesPair(String text) {
        long opened = Pattern.compile("“").matcher(text).results().count();
        long closed = Pattern.compile("”").matcher(text).results().count();
        return opened == closed;
    }
}
