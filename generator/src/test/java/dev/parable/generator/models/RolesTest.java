package dev.parable.generator.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parable.domain.Keyed;
import dev.parable.generator.llm.ModelSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void aScenarioHasTheSameWriterHoweverTheFileIsOrdered() {
        var other = new LinkedHashMap<String, Integer>();
        other.put("b", 3);
        other.put("a", 7);
        Roles roles = new Roles(Map.of("a", 7, "b", 3), null, Map.of());
        Roles turned = new Roles(other, null, Map.of());
        assertThat(LongStream.range(0, 1000).mapToObj(roles::writer).toList())
                .isEqualTo(LongStream.range(0, 1000).mapToObj(turned::writer).toList());
    }

    @Test
    void theWritersShareTheScenariosByTheirWeights() {
        Roles roles = new Roles(Map.of("a", 7, "b", 3), null, Map.of());
        long seed = 42;
        long b = LongStream.range(0, 20_000)
                .filter(i -> roles.writer(Keyed.key(seed, i)).equals("b"))
                .count();
        assertThat(b / 20_000.0).as("seed %d", seed).isCloseTo(0.3, within(0.02));
    }

    @Test
    void nobodyToWriteIsRefused() {
        assertThatThrownBy(() -> new Roles(Map.of(), null, Map.of())).hasMessageContaining("a writer is needed");
        assertThatThrownBy(() -> new Roles(Map.of("a", 0), null, Map.of())).hasMessageContaining("weight from 1");
    }

    @Test
    void aSingleWriterIsKnownByItsServersName() {
        ModelSettings settings = ModelSettings.parse("openai:qwen3");
        Models models = Models.single(settings);
        assertThat(models.named(models.roles().writer(5))).isEqualTo(settings);
        assertThat(models.sampling()).isEqualTo(settings.sampling());
        assertThat(models.writers()).isEqualTo("qwen3");
        assertThat(models.roles().asked()).containsExactly("qwen3");
    }

    @Test
    void aMixIsInTheSamplingWithItsWeights() {
        Models models = new Models(
                Map.of("a", ModelSettings.parse("openai:x"), "b", ModelSettings.parse("openai:y")),
                new Roles(Map.of("b", 3, "a", 7), null, Map.of()),
                ChainSettings.DRAFT,
                List.of());
        assertThat(models.sampling())
                .isEqualTo(
                        "a x7 openai:x temperature=1.0 maxTokens=4096; b x3 openai:y temperature=1.0 maxTokens=4096");
        assertThat(models.concurrency()).isEqualTo(32);
    }

    @Test
    void aRoleOfAModelThatIsNotThereIsRefused() {
        assertThatThrownBy(() ->
                        new Models(Map.of(), new Roles(Map.of("a", 1), null, Map.of()), ChainSettings.DRAFT, List.of()))
                .hasMessageContaining("no model is named a");
    }
}
