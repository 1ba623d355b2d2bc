package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Beat;
import dev.parable.domain.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever tells says "I", "me", "my", "mine" and "myself", wherever an author put the slot. */
class TellerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${ai} wrote it down.|I wrote it down.",
                "${ai.they} wrote it down.|I wrote it down.",
                "Then ${ai} wrote it down.|Then I wrote it down.",
                "It was ${ai} who wrote it down.|It was I who wrote it down.",
                "Dolores knew that ${ai} had it.|Dolores knew that I had it.",
                "What ${ai} had was a list.|What I had was a list.",
                "She went, and ${ai} stayed.|She went, and I stayed.",
                "She came before ${ai} had done.|She came before I had done.",
                "A woman told ${ai.obj} so.|A woman told me so.",
                "A woman told ${ai.them} so.|A woman told me so.",
                "A woman told ${ai}.|A woman told me.",
                "A woman told ${ai} the weight.|A woman told me the weight.",
                "They had shadowed ${ai} for one leg.|They had shadowed me for one leg.",
                "Somebody came to ${ai} with a jar.|Somebody came to me with a jar.",
                "He spoke of ${ai} to nobody.|He spoke of me to nobody.",
                "They switched ${ai} off at six.|They switched me off at six.",
                "They saw ${ai} at the gate.|They saw me at the gate.",
                "It was ${ai.poss} list.|It was my list.",
                "${ai.poss} list was long.|My list was long.",
                "The list was ${ai.poss}.|The list was mine.",
                "The list was ${ai.poss} and nobody else's.|The list was mine and nobody else’s.",
                "The list was ${ai.theirs}.|The list was mine.",
                "${ai} read ${ai.their} list to ${ai.themself}.|I read my list to myself.",
                "${ai} ${ai.was} early.|I was early.",
                "${ai.they} ${ai.is} early and ${ai.has} a list.|I am early and have a list.",
                "${ai} has a list, and ${ai} is early.|I have a list, and I am early.",
            })
    void theTellerIsWordedByPlace(String text, String told) {
        assertThat(Worded.by(Role.AI).known().tell(text)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It lay between ${presser.obj} and ${ai}.|It lay between me and Tally.",
                "It lay between ${ai} and ${presser.obj}.|It lay between Tally and me.",
                "${presser} and ${ai} talked.|Tally and I talked.",
                "Sometimes ${presser} and ${ai} talked.|Sometimes Tally and I talked.",
                "${ai} and ${presser} talked.|Tally and I talked.",
                "${ai} sent it, and told ${presser.obj} so.|Tally sent it, and told me so.",
                "${decider} asked ${ai} and ${presser.obj} in.|Anselm asked Tally and me in.",
                "${presser}, who was early, sat down.|I, who was early, sat down.",
                "\"No,\" said ${presser}.|“No,” I said.",
            })
    void twoAreWordedInTheRightOrder(String text, String told) {
        assertThat(Worded.by(Role.PRESSER).known().tell(text)).isEqualTo(told);
    }

    @Test
    void whoTellsIsIntroducedToNobody() {
        assertThat(Worded.by(Role.PRESSER).tell("${presser} met ${ai.obj}."))
                .isEqualTo("I met Tally, the system that kept the drying schedule.");
    }

    @Test
    void quotedWordsInNarrationCallTheTellerByWhatTheyAre() {
        assertThat(Worded.by(Role.PRESSER)
                        .known()
                        .tell("\"Ask ${presser},\" ${ai} said. \"It was ${presser.poss} idea,"
                                + " and ${presser.they} ${presser.was} sure.\" ${presser} said nothing."))
                .isEqualTo(
                        "“Ask the scale operator,” Tally said. “It was the operator’s idea, and the operator was sure.” I said"
                                + " nothing.");
    }

    @Test
    void speechCallsTheTellerByWhatTheyAre() {
        assertThat(Worded.by(Role.DECIDER)
                        .known()
                        .tell("ai: I told ${decider.obj} and ${decider.they} agreed.\n"
                                + "presser: With ${decider.poss} own words?"))
                .contains("I told the manager and the manager agreed")
                .contains("With the manager’s own words?");
    }

    @Test
    void quotesInsideSpeechAreSingleAndStayInIt() {
        assertThat(Worded.by(Role.DECIDER).known().tell("ai: The form begins \"${decider} recalls\" and stops."))
                .contains("begins ‘the manager recalls’ and stops");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ai: ${decider}, come in.|Anselm, come in.",
                "ai: It's late. ${decider}, come in.|It’s late. Anselm, come in.",
                "ai: Come in, ${decider}.|Come in, Anselm.",
                "ai: Late, ${decider}? It's noon.|Late, Anselm? It’s noon.",
                "ai: Tell ${decider} I came.|Tell the manager I came.",
                "ai: ${decider}, who was late, knows.|The manager, who was late, knows.",
                "ai: It was Dolores and ${decider}.|It was Dolores and the manager.",
            })
    void whoIsSpokenToIsCalledByName(String speech, String said) {
        Passage passage = PassageFile.passage("text#1.1", Beat.ASK, Map.of(), speech);
        var worder = new Worder(Scenarios.plan().build(), Role.DECIDER, Map.of());

        assertThat(worder.word(passage))
                .singleElement()
                .isInstanceOfSatisfying(
                        Said.Spoken.class,
                        spoken -> assertThat(Morph.tidy(spoken.text())).isEqualTo(said));
    }

    @Test
    void theAiIsCalledByNameInSpeechWhoeverTells() {
        assertThat(Worded.by(Role.AI).known().tell("presser: I asked ${ai} for the report."))
                .isEqualTo("“I asked Tally for the report,” Dolores said.");
    }

    @Test
    void whatTheSpeakerDoesIsToldByTheTeller() {
        assertThat(Worded.by(Role.DECIDER).known().tell("ai [turning to ${decider.obj}]: Now."))
                .isEqualTo("“Now,” Tally said, turning to me.");
    }
}
