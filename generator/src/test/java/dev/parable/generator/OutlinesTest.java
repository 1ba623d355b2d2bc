package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlinesTest {

    private static Outlines read(String json) throws JsonProcessingException {
        return Outlines.read(new ObjectMapper().readTree(json));
    }

    @Test
    void theChoiceFallsOnThePlausibleTailAndOnAllOfIt() throws JsonProcessingException {
        Outlines outlines = read("""
                {"outlines":[{"outline":"e","probability":0.001},{"outline":"a","probability":0.5},
                {"outline":"c","probability":0.1},{"outline":"b","probability":0.2},{"outline":"d","probability":0.02}]}""");
        Set<String> chosen = new HashSet<>();
        for (long key = 0; key < 100; key++) {
            chosen.add(outlines.unlikely(key).outline());
        }
        assertThat(chosen).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void oneCandidateIsTheChoiceHoweverUnlikely() throws JsonProcessingException {
        assertThat(read("{\"outlines\":[{\"outline\":\"a\",\"probability\":0.0}]}")
                        .unlikely(1)
                        .outline())
                .isEqualTo("a");
    }

    @Test
    void whatIsWrongIsNamedForTheModel() {
        assertThatThrownBy(() -> read("{\"outlines\":[]}")).hasMessageContaining("no list 'outlines'");
        assertThatThrownBy(() -> read("{\"outlines\":[{\"outline\":\"a\",\"probability\":20}]}"))
                .hasMessageContaining("outlines[0]")
                .hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> read("{\"outlines\":[{\"outline\":\"a\",\"probability\":1},{\"probability\":1}]}"))
                .hasMessageContaining("outlines[1]");
    }
}
