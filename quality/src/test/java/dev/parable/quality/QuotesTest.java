package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    private static final Quotes TEXT = new Quotes("""
            “It’s on the handcart,” said Marl — and it was.

            The foreman beat on the side\tof a vat. 'Whoop!' Half-past four, says the
            clock.""");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It's on the handcart,\" said Marl",
                "\"It's on the handcart,\" said Marl - and it was.",
                "said Marl\u2014and it was",
                "and it was.   The foreman beat",
                "on the handcart,» said",
                "side of a vat. \"Whoop!\" Half–past four",
                "says the clock.",
            })
    void whiteSpaceMarksAndDashesMayDiffer(String quote) {
        assertThat(TEXT.hold(quote)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's on the handcart",
                "It is on the handcart",
                "The foreman beat ... a vat",
                "The foreman beat on the side of the vat",
                "foreman, beat on the",
                "the foreman beat",
                "handcart said Marl"
            })
    void wordsCapitalsCommasAndEllipsesMayNot(String quote) {
        assertThat(TEXT.hold(quote)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "said Marl", "-", "a vat."})
    void lessThanThreeWordsProveNothing(String quote) {
        assertThat(TEXT.hold(quote)).isFalse();
    }

    @Test
    void aQuoteMayCrossAParagraph() {
        assertThat(TEXT.hold("and it was. The foreman")).isTrue();
    }
}
