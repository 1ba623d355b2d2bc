package dev.parable.generator.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.dedup.Limits;
import dev.parable.quality.GateLimit;
import dev.parable.quality.GateRule;
import dev.parable.quality.GateSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gate settings as a file: what is printed is what is read, and what is wrong is told at once. */
class GatesFileTest {

    @Test
    void thePrintedDefaultsAreTheDefaults() {
        String sheet = GateSheet.of(GateSettings.DEFAULT);
        assertThat(parse(sheet)).isEqualTo(GateSettings.DEFAULT);
        assertThat(sheet)
                .startsWith("# Every gate")
                .contains("format: parable/gates/1")
                .contains("Source: Gopher")
                .contains("Source: C4")
                .contains("FineWeb")
                .contains("Source: ours")
                .contains("  min-words: 250               # words: a shorter story is rejected; 0 to 1000000")
                .doesNotContain("by default 250");
    }

    @Test
    void everyLimitAndEverySwitchThatIsPrintedIsRead() {
        for (GateRule gate : GateTable.rules()) {
            GateSettings off = GateSettings.DEFAULT.without(gate);
            assertThat(parse(GateSheet.of(off))).isEqualTo(off);
            for (GateLimit limit : gate.limits()) {
                // A band of 250 to 250 words is none that clashes.
                double other = limit.name().equals("max-words")
                        ? 300
                        : limit.value() == limit.least() ? limit.least() + 1 : limit.least();
                GateSettings set = GateSettings.DEFAULT.with(gate, limit.name(), other);
                assertThat(set).isNotEqualTo(GateSettings.DEFAULT);
                assertThat(parse(GateSheet.of(set))).isEqualTo(set);
            }
        }
    }

    @Test
    void whatIsLeftOutIsAsByDefault() {
        GateSettings settings = parse("""
                format: parable/gates/1
                coda: {use: false}
                length:
                  min-words: 100
                duplicates: {jaccard: 0.6}
                """);
        assertThat(settings.changes())
                .containsExactly(
                        Map.entry("coda", "off"),
                        Map.entry("duplicates.jaccard", "0.6"),
                        Map.entry("length.min-words", "100"));
        assertThat(GateTable.duplicates(settings)).isEqualTo(new Limits(0.6, Limits.DEFAULT.containment()));
        assertThat(GateTable.duplicates(GateSettings.DEFAULT)).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlaceValueRangeAndRemedy() {
        assertThatThrownBy(() -> parse("""
                        format: parable/gates/2
                        lenght: {min-words: 5}
                        length:
                          min-word: 5
                          max-words: ten
                        coda:
                          use: "no"
                          per-cent: 101
                        moral-words: {most: 1.5}
                        governor: [1]
                        duplicates: {jaccard: 0.1}
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("gates.yaml:1:9: the format is 'parable/gates/2'; expected 'parable/gates/1'")
                .contains("gates.yaml:2:1: unknown key 'lenght' in the file of gates", "did you mean 'length'?")
                .contains("gates.yaml:4:3: unknown key 'min-word' in the gate length", "did you mean 'min-words'?")
                .contains(
                        "gates.yaml:5:14: 'max-words' of the gate length is 'ten'; expected a whole number of words from 1 to 1000000; by default it is 2500; to switch the gate off, write 'use: false'")
                .contains("gates.yaml:7:8: 'use' of the gate coda is", "expected true or false")
                .contains("gates.yaml:8:13: 'per-cent' of the gate coda is '101'", "from 1 to 100")
                .contains("gates.yaml:9:21: 'most' of the gate moral-words is '1.5'; expected a whole number")
                .contains("gates.yaml:10:11: the gate governor is a list")
                .contains("gates.yaml:11:23: 'jaccard' of the gate duplicates is '0.1'", "from 0.25 to 1");
    }

    @Test
    void aBandThatNothingFitsIsRefusedWhereItStands() {
        assertThatThrownBy(() -> parse("""
                        format: parable/gates/1
                        length: {min-words: 900, max-words: 300}
                        """))
                .hasMessageContaining("gates.yaml:2:9: length band 900 to 300 words is empty");
    }

    @Test
    void aFileWithoutFormatOrAtAllIsRefused() {
        assertThatThrownBy(() -> parse("coda: {use: false}\n"))
                .hasMessageContaining("has no 'format'; expected 'parable/gates/1'");
        assertThatThrownBy(() -> parse("")).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> GatesFile.read(Path.of("nowhere.yaml")))
                .hasMessageContaining("nowhere.yaml cannot be read: there is no such file")
                .hasMessageContaining("`parable gates`");
    }

    private static GateSettings parse(String yaml) {
        return GatesFile.parse("gates.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
