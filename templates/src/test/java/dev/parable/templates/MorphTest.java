package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorphTest {

    @ParameterizedTest
    @CsvSource({
        "apple, an",
        "egg, an",
        "ink pad, an",
        "owl, an",
        "umbrella, an",
        "unintended stop, an",
        "unimportant note, an",
        "unidentified barge, an",
        "under-keeper, an",
        "hour, an",
        "hours' wait, an",
        "honest count, an",
        "heir, an",
        "ébauche, an",
        "8, an",
        "80 kilos, an",
        "11 o'clock bell, an",
        "18, an",
        "house, a",
        "hotel, a",
        "unit, a",
        "uniform, a",
        "unique case, a",
        "union, a",
        "unanimous vote, a",
        "useful list, a",
        "usual day, a",
        "usurper, a",
        "utilitarian shed, a",
        "European, a",
        "euphonium, a",
        "ewe, a",
        "one-armed crane, a",
        "once-over, a",
        "U-turn, a",
        "uranium pellet, a",
        "1, a",
        "12, a",
        "yes, a",
        "'odd' reading, an",
        "\u201codd\u201d reading, an",
    })
    void anArticleFollowsTheSoundOfTheNextWord(String next, String article) {
        assertThat(Morph.article(next)).isEqualTo(article);
    }

    @Test
    void aNameThatEndsInAIsNoArticle() {
        assertThat(Morph.tidy("It owed Bego\u00f1a an answer, and Bego\u00f1a asked."))
                .isEqualTo("It owed Bego\u00f1a an answer, and Bego\u00f1a asked.");
    }

    @Test
    void anUndecidedArticleIsDecided() {
        assertThat(Morph.tidy("it was a(n) hour and a(n) minute. A(n) owl, a(n) bat and a(n) \u201colder\u201d one."))
                .isEqualTo("It was an hour and a minute. An owl, a bat and an “older” one.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the fans stopped. nobody spoke.|The fans stopped. Nobody spoke.",
                "stop! go? yes.|Stop! Go? Yes.",
                "(it rained.) then it did not.|(It rained.) Then it did not.",
                "(it rained)|(It rained)",
                "“come in.” she came.|“Come in.” She came.",
                "“come in,” she said. “sit.”|“Come in,” she said. “Sit.”",
                "“come in?” she said. “sit.”|“Come in?” she said. “Sit.”",
                "“come in!” said Tally.|“Come in!” said Tally.",
                "“one,” she said, “and one more.”|“One,” she said, “and one more.”",
                "“one.” “two.”|“One.” “Two.”",
                "it said: “two lines.”|It said: “Two lines.”",
                "well... perhaps not. well, yes.|Well... perhaps not. Well, yes.",
                "3.5 kilos. then four.|3.5 kilos. Then four.",
                "état des lieux. étage.|État des lieux. Étage.",
            })
    void sentencesStartWithACapitalAndNothingElseGetsOne(String text, String tidied) {
        assertThat(Morph.tidy(text)).isEqualTo(tidied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dolores, the scale operator,, came.|Dolores, the scale operator, came.",
                "Dolores, the scale operator,.|Dolores, the scale operator.",
                "Was it Dolores, the scale operator,?|Was it Dolores, the scale operator?",
                "Dolores, the scale operator,; Tally.|Dolores, the scale operator; Tally.",
                "Dolores, the scale operator,: yes.|Dolores, the scale operator: yes.",
                "(with Dolores, the scale operator,)|(With Dolores, the scale operator)",
                "Dolores, the scale operator, – and Tally.|Dolores, the scale operator – and Tally.",
                "So said Dolores, the scale operator, .|So said Dolores, the scale operator.",
            })
    void theCommaOfAnIntroductionLeavesNoTrace(String text, String tidied) {
        assertThat(Morph.tidy(text)).isEqualTo(tidied);
    }

    @Test
    void spacesAndApostrophesAreMended() {
        assertThat(Morph.tidy("  it's \t the miller's ,  isn't it ?  ")).isEqualTo("It’s the miller’s, isn’t it?");
    }

    @Test
    void anEmptyAlternativeLeavesNoDoubleSpace() {
        assertThat(Morph.tidy("It was  nearly  noon .")).isEqualTo("It was nearly noon.");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Morph.tidy("")).isEmpty();
        assertThat(Morph.capital("")).isEmpty();
    }

    @Test
    void aPossessiveHasAnApostropheAndAnS() {
        assertThat(Morph.possessive("Dolores")).isEqualTo("Dolores’s");
        assertThat(Morph.possessive("Tally")).isEqualTo("Tally’s");
    }

    @Test
    void tidyingTwiceChangesNothingMore() {
        String once = Morph.tidy("“what ,” she said, “is a(n) hour ?” it's late... and Dolores, the operator,, left.");

        assertThat(Morph.tidy(once)).isEqualTo(once);
    }
}
