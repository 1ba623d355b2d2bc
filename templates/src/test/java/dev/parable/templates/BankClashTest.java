package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What texts share that do not stand in for each other. */
class BankClashTest {

    @Test
    void wordsInARowOfThreeGroupsClash() {
        List<Passage> passages = read("""
                format: parable/passages/1
                passages:
                  - beat: coda
                    texts: ["The kettle stood on the sill, ${ai} said.", "Over by the door the kettle stood on the sill."]
                  - beat: texture
                    texts: ["Somebody saw that the kettle stood on the sill."]
                  - beat: aftermath
                    texts: ["The kettle stood on the sill. It was [cold|hot]; the kettle stood [on|by] the sill."]
                """);

        assertThat(BankClash.of(passages, 3))
                .extracting(BankClash.Clash::words)
                .containsExactly("kettle stood on the sill", "the kettle stood on the");
        assertThat(BankClash.of(passages, 3).getFirst().groups()).containsExactly("clash#1", "clash#2", "clash#3");
    }

    @Test
    void textsOfOneGroupMayShareWhatTheySay() {
        List<Passage> passages = read("""
                format: parable/passages/1
                passages:
                  - beat: coda
                    texts: ["The kettle stood on the sill.", "And the kettle stood on the sill.", "So the kettle stood on the sill."]
                """);

        assertThat(BankClash.of(passages, 2)).isEmpty();
    }

    private static List<Passage> read(String yaml) {
        return PassageFile.read("clash.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
