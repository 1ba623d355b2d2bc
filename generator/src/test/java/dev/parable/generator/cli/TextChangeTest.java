package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextChangeTest {

    private final TextChange plain = new TextChange(Marks.PLAIN);

    @Test
    void equalTextsDifferInNothing() {
        assertThat(plain.paragraphs("One.\n\nTwo.", "One.\n\nTwo.")).isEmpty();
    }

    @Test
    void aChangedWordIsMarkedInItsParagraph() {
        assertThat(plain.paragraphs(
                        "One.\n\nThe cook had been up since four.\n\nThree.",
                        "One.\n\nThe cook has been up since four.\n\nThree."))
                .containsExactly("¶2 The cook [-had-]{+has+} been up since four.");
    }

    @Test
    void wordsThatCameOrWentAreMarkedAlone() {
        assertThat(plain.passage("It rained all night.", "It rained hard all night."))
                .isEqualTo("It rained {+hard+} all night.");
        assertThat(plain.passage("It rained hard all night.", "It rained all night."))
                .isEqualTo("It rained [-hard-] all night.");
    }

    @Test
    void aParagraphThatCameOrWentIsShownWhole() {
        assertThat(plain.paragraphs("One.\n\nThree.", "One.\n\nTwo words.\n\nThree."))
                .containsExactly("¶2 {+Two words.+}");
        assertThat(plain.paragraphs("One.\n\nTwo words.\n\nThree.", "One.\n\nThree."))
                .containsExactly("¶2 [-Two words.-]");
    }

    @Test
    void whatWasWrittenAnewIsShownOldBeforeNew() {
        assertThat(plain.paragraphs("The dog slept by the stove.", "Nobody came, and the post was late."))
                .containsExactly("¶1 [-The dog slept by the stove.-]\n{+Nobody came, and the post was late.+}");
    }

    @Test
    void onATerminalTheMarksAreColours() {
        assertThat(new TextChange(Marks.COLOURED).passage("a b c", "a x c"))
                .isEqualTo("a \u001b[31mb\u001b[0m\u001b[32mx\u001b[0m c");
    }

    /** The common algorithm would remember some hundred million places here. */
    @Test
    void longTextsWithNothingInCommonAreNoTrouble() {
        assertThat(plain.paragraphs(numbered("a"), numbered("b")))
                .singleElement()
                .asString()
                .contains("a0 ", "b0 ");
    }

    private static String numbered(String letter) {
        return IntStream.range(0, 8000).mapToObj(i -> letter + i).collect(Collectors.joining(" "));
    }
}
