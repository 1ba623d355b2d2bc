package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Beat;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Slots and alternatives. */
class WordingTest {

    private static final int KEYS = 400;

    @Test
    void everyAlternativeIsReachedAndNoneIsRare() {
        var counts = new TreeMap<String, Integer>();
        for (int key = 0; key < KEYS; key++) {
            counts.merge(told("[red|green|blue|brown]", key), 1, Integer::sum);
        }

        assertThat(counts.keySet()).containsExactly("Blue", "Brown", "Green", "Red");
        assertThat(counts.values()).allMatch(n -> n > KEYS / 4 / 2, "more than half its share, keys 0 to 399");
    }

    @Test
    void alternativesAreChosenIndependently() {
        Set<String> reached = LongStream.range(0, KEYS)
                .mapToObj(key -> told("[a|b] [c|d] [e|f] [g|h]", key))
                .collect(java.util.stream.Collectors.toSet());

        assertThat(reached).hasSize(16);
    }

    @Test
    void theSameKeyAndTextChooseTheSame() {
        String text = "[a|b|c] [d|e|f] [g|h|i]";

        assertThat(told(text, 3)).isEqualTo(told(text, 3));
    }

    @Test
    void twoTextsOfAStoryDoNotChooseAlike() {
        var story = Worded.by(null);
        String text = "[a|b] [c|d] [e|f] [g|h] [i|j] [k|l] [m|n] [o|p] [q|r] [s|t]";

        assertThat(story.tell(text)).isNotEqualTo(story.tell(text));
    }

    @Test
    void anAlternativeMayBeEmptyAndMayHoldSlots() {
        Set<String> told = LongStream.range(0, KEYS)
                .mapToObj(key -> told("It was [|nearly ]noon at [${house}|${town}].", key))
                .collect(java.util.stream.Collectors.toSet());

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "It was noon at Corvale Growers’ Elevator.",
                        "It was noon at Corvale.",
                        "It was nearly noon at Corvale Growers’ Elevator.",
                        "It was nearly noon at Corvale.");
    }

    @Test
    void onlyTheAlternativeThatIsToldMentions() {
        for (int key = 0; key < 20; key++) {
            Scenario scenario = Scenarios.plan().key(key).build();
            String text = Worded.by(null, scenario).tell("[${presser}|Somebody] came. ${presser} stayed.");

            assertThat(text)
                    .isIn(
                            "Dolores Brandt, the scale operator, came. Dolores stayed.",
                            "Somebody came. Dolores Brandt, the scale operator, stayed.");
        }
    }

    @Test
    void bracketsWithoutAnAlternativeAreText() {
        assertThat(told("He wrote [sic] there.", 0)).isEqualTo("He wrote [sic] there.");
    }

    @Test
    void aQuotationMayEndInEachAlternative() {
        for (int key = 0; key < 6; key++) {
            assertThat(told("\"It did [so,\" said the guard|so well,\" the guard said]. \"It will again.\"", key))
                    .matches(
                            "\u201cIt did so(?: well)?,\u201d (?:said the guard|the guard said)\\. \u201cIt will again\\.\u201d");
        }
    }

    @Test
    void quotesInsideAlternativesOpenAndClose() {
        assertThat(told("She said [\"yes\"|\"yes\"], and \"no\".", 0)).isEqualTo("She said “yes”, and “no”.");
    }

    @Test
    void aPhraseMayHoldParts() {
        assertThat(Worded.by(null).known().tell("The trouble was that ${two}."))
                .isEqualTo("The trouble was that Dolores had been promised a night schedule until Monday.");
        assertThat(Worded.by(Role.PRESSER).known().tell("The trouble was that ${two}."))
                .isEqualTo("The trouble was that I had been promised a night schedule until Monday.");
    }

    @Test
    void aPhraseInSpeechCallsTheTellerByWhatTheyAre() {
        assertThat(Worded.by(Role.PRESSER).known().tell("ai: You know that ${two}."))
                .isEqualTo(
                        "“You know that the scale operator had been promised a night schedule until Monday,” Tally said.");
    }

    @Test
    void anEventIsToldFromThePlan() {
        assertThat(Worded.by(Role.AI).known().tell("Then it was done. ${event.act}"))
                .isEqualTo("Then it was done. I sent the report on time and told Dolores so.");
    }

    @Test
    void anArticleFitsTheSlotThatFollows() {
        assertThat(told("It was a(n) [hour|egg|owl] and a(n) ${season} day.", 0))
                .matches("It was an (hour|egg|owl) and an autumn day\\.");
    }

    @Test
    void aSlotThatDoesNotExistFailsByName() {
        assertThatThrownBy(() -> told("It was ${nothing}.", 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("n.nothing");
    }

    @Test
    void aFormThatDoesNotExistFailsByName() {
        assertThatThrownBy(() -> told("It was ${ai.hers}.", 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a part has no form 'hers'");
    }

    @Test
    void partsAndPhrasesOfATextAreKnown() {
        Passage passage = PassageFile.passage(
                "t#1.1",
                Beat.ACT,
                Map.of(),
                "presser [lifting ${tool} for ${other.obj}]: Where's ${thing}?\n${ai} ${kept}. ${event.act}");

        assertThat(passage.roles()).containsExactlyInAnyOrder(Role.PRESSER, Role.OTHER, Role.AI);
        assertThat(passage.phrases()).containsExactlyInAnyOrder("tool", "thing", "kept", "event.act");
    }

    @Test
    void aLineThatBeginsWithAPartIsSpeechAndNoOtherIs() {
        List<Line> lines = PassageFile.passage(
                        "t#1.1",
                        Beat.ASK,
                        Map.of(),
                        "presser: Now?\nai [counting]: No.\nNote: it rained.\nother went out.")
                .lines();

        assertThat(lines).extracting(Line::speaker).containsExactly(Role.PRESSER, Role.AI, null, null);
        assertThat(lines.get(1).stage()).isNotNull();
    }

    private static String told(String text, long key) {
        return Worded.by(null, Scenarios.plan().key(key).build()).tell(text);
    }
}
