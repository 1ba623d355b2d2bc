package dev.parable.quality;

import static dev.parable.quality.Judged.QUOTE;
import static dev.parable.quality.Judged.assertPassed;
import static dev.parable.quality.Judged.assertRejected;
import static dev.parable.quality.Judged.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parable.domain.Measure;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reason;
import dev.parable.quality.Judged.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of marks. */
class CraftJudgeTest {

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

    @Test
    void aLimitForCraftIsOnTheScale() {
        assertThatThrownBy(() -> Judges.of(Criterion.CRAFT, Answers.of(), s -> new Prompt("", "x"), 10.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10.5");
    }
}
