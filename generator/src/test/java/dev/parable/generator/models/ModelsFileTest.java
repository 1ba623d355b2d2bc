package dev.parable.generator.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.Price;
import dev.parable.generator.llm.Protocol;
import dev.parable.generator.llm.RateLimit;
import dev.parable.quality.Criterion;
import dev.parable.templates.Sibling;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsFileTest {

    private static final String GOOD = """
            models:
              storyteller:
                protocol: openai
                model: qwen3-32b
                base-url: http://localhost:8000/v1
                key: ROUTER_KEY
                concurrency: 256
                timeout: 300s
                max-tokens: 8192
                context: 32768
                temperature: 0.9
                top-p: 0.95
                requests-per-minute: 3000
                tokens-per-minute: 2000000
                retries: 6
                price: {input: 0.20, output: 0.60}
              second: {protocol: ollama, model: "llama3:8b", context: 16384, concurrency: 4}
              editor: {protocol: anthropic, model: claude-x, key: CLAUDE_KEY}
              j1: {protocol: openai, model: judge-a, base-url: "http://localhost:8001/v1"}
            roles:
              writer: {storyteller: 7, second: 3}
              critic: editor
              judges: {behaviour: j1, subtext: editor}
            chain:
              outlines: 5
              critique: true
              rewrite: true
              siblings: [news-item, memo]
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void everySettingIsRead() {
        Models models = parse(GOOD);
        ModelSettings storyteller = models.named("storyteller");
        assertThat(storyteller.protocol()).isEqualTo(Protocol.OPENAI);
        assertThat(storyteller.modelName()).isEqualTo("qwen3-32b");
        assertThat(storyteller.baseUrl()).isEqualTo("http://localhost:8000/v1");
        assertThat(storyteller.apiKeyVariable()).isEqualTo("ROUTER_KEY");
        assertThat(storyteller.concurrency()).isEqualTo(256);
        assertThat(storyteller.timeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(storyteller.maxTokens()).isEqualTo(8192);
        assertThat(storyteller.drawing().context()).isEqualTo(32768);
        assertThat(storyteller.drawing().temperature()).isEqualTo(0.9);
        assertThat(storyteller.drawing().topP()).isEqualTo(0.95);
        assertThat(storyteller.rate()).isEqualTo(new RateLimit(3000, 2_000_000));
        assertThat(storyteller.retries()).isEqualTo(6);
        assertThat(storyteller.price()).isEqualTo(new Price(new BigDecimal("0.20"), new BigDecimal("0.60")));
        assertThat(models.chain())
                .isEqualTo(new ChainSettings(5, true, true, List.of(Sibling.NEWS_ITEM, Sibling.MEMO), false));
        assertThat(models.roles().writer()).isEqualTo(Map.of("storyteller", 7, "second", 3));
        assertThat(models.roles().critic()).isEqualTo("editor");
        assertThat(models.roles().judges()).isEqualTo(Map.of(Criterion.BEHAVIOUR, "j1", Criterion.SUBTEXT, "editor"));
        assertThat(models.warnings()).isEmpty();
    }

    @Test
    void aPriceMaySayWhatBatchesCostOfIt() {
        Models models = parse("""
                models:
                  w: {protocol: openai, model: x, price: {input: 2, output: 4, batch: 0.25}}
                roles: {writer: w}
                """);
        assertThat(models.named("w").price())
                .isEqualTo(new Price(new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("0.25")));
    }

    @Test
    void whatIsLeftOutIsThatOfTheProtocol() {
        Models models = parse("""
                models:
                  w: {protocol: anthropic, model: claude-x}
                roles: {writer: w}
                """);
        assertThat(models.named("w"))
                .isEqualTo(ModelSettings.parse("anthropic:claude-x").withApiKeyVariable(""));
        assertThat(models.chain()).isEqualTo(ChainSettings.DRAFT);
        assertThat(models.roles()).isEqualTo(new Roles(Map.of("w", 1), null, Map.of()));
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlaceAndWhatMayBeMeant() {
        assertThatThrownBy(() -> parse("""
                        models:
                          storyteller:
                            protocol: opnai
                            model: qwen3
                            temprature: 1.0
                            base-url: localhost:8000
                            max-tokens: 4096
                            context: 2048
                            timeout: 300
                            concurrency: many
                            retries: 1000
                            price: {input: cheap, output: 1}
                        roles:
                          writer: {storyteler: 0, storyteller: 2}
                          critc: storyteller
                          judges: {behavior: storyteller, craft: nobody}
                        chain:
                          outlines: 1
                          siblings: [news-items]
                          rewrite: yes please
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .satisfies(message -> assertThat(message.lines().toList())
                        .anyMatch(l -> l.startsWith("models.yaml:3:15: ")
                                && l.contains("'opnai'")
                                && l.contains("did you mean 'openai'"))
                        .anyMatch(l -> l.startsWith("models.yaml:5:5: ") && l.contains("did you mean 'temperature'"))
                        .anyMatch(l -> l.startsWith("models.yaml:6:15: ") && l.contains("http://HOST"))
                        .anyMatch(l -> l.startsWith("models.yaml:8:14: ")
                                && l.contains("context must be more than the 4096 max tokens")
                                && l.contains("2048"))
                        .anyMatch(l -> l.startsWith("models.yaml:9:14: ") && l.contains("'300'") && l.contains("300s"))
                        .anyMatch(l -> l.startsWith("models.yaml:10:18: ")
                                && l.contains("'many'")
                                && l.contains("a whole number"))
                        .anyMatch(l -> l.startsWith("models.yaml:11:14: ")
                                && l.contains("retries must be from 0 to 100: 1000"))
                        .anyMatch(l -> l.startsWith("models.yaml:12:20: ") && l.contains("'cheap'"))
                        .anyMatch(l -> l.startsWith("models.yaml:14:24: ") && l.contains("from 1"))
                        .anyMatch(l -> l.startsWith("models.yaml:15:3: ") && l.contains("did you mean 'critic'"))
                        .anyMatch(l -> l.startsWith("models.yaml:16:12: ") && l.contains("did you mean 'behaviour'"))
                        .anyMatch(l -> l.startsWith("models.yaml:16:42: ") && l.contains("unknown model 'nobody'"))
                        .anyMatch(l -> l.startsWith("models.yaml:18:13: ") && l.contains("single outline"))
                        .anyMatch(l -> l.startsWith("models.yaml:19:13: ") && l.contains("did you mean 'news-item'"))
                        .anyMatch(l -> l.startsWith("models.yaml:20:12: ") && l.contains("true or false")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "lots"})
    void aWeightIsAWholeNumberFromOne(String weight) {
        assertThatThrownBy(() -> parse(GOOD.replace("second: 3}", "second: " + weight + "}")))
                .hasMessageContaining("models.yaml:21:36: the weight of 'second'")
                .hasMessageContaining(weight)
                .hasMessageContaining("from 1");
    }

    @Test
    void aRoleThatNamesNobodyIsToldTheNames() {
        assertThatThrownBy(() -> parse(GOOD.replace("critic: editor", "critic: editr")))
                .hasMessageContaining("models.yaml:22:11: ")
                .hasMessageContaining("unknown model 'editr'")
                .hasMessageContaining("did you mean 'editor'?");
        assertThatThrownBy(() -> parse(GOOD.replace("second: 3}", "secnd: 3}")))
                .hasMessageContaining("models.yaml:21:28: ")
                .hasMessageContaining("did you mean 'second'?");
    }

    @Test
    void aKeyThatIsNotSetIsNamedWithItsModelAndPlace() {
        byte[] yaml = GOOD.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ModelsFile.parse("models.yaml", yaml, "CLAUDE_KEY"::equals))
                .hasMessageContaining("models.yaml:6:10: ")
                .hasMessageContaining("environment variable ROUTER_KEY")
                .hasMessageContaining("'storyteller'")
                .hasMessageNotContaining("CLAUDE_KEY");
    }

    @Test
    void theKeyOfAModelThatNobodyAsksMayBeMissing() {
        String yaml = GOOD.replace("critic: editor", "critic: j1").replace("subtext: editor", "subtext: j1");
        Models models = ModelsFile.parse("models.yaml", yaml.getBytes(StandardCharsets.UTF_8), "ROUTER_KEY"::equals);
        assertThat(models.warnings()).anyMatch(w -> w.contains("no role names editor"));
    }

    @Test
    void aKeyInTheFileIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> parse(GOOD.replace("key: CLAUDE_KEY", "key: sk-ant-secret")))
                .hasMessageContaining("environment variable")
                .hasMessageNotContaining("sk-ant-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "critic: editor,critic: second,writer and critic are the same model",
        "behaviour: j1,behaviour: editor,critic and behaviour judge are the same model",
        "behaviour: j1,behaviour: storyteller,writer and behaviour judge are the same model",
        "model: judge-a,model: qwen3-32b,writer and behaviour judge are the same model"
    })
    void oneModelInTwoRolesIsAWarningWithItsPlace(String before, String after, String warning) {
        assertThat(parse(GOOD.replace(before, after)).warnings())
                .anyMatch(w -> w.startsWith("models.yaml:2") && w.contains("warning: " + warning));
    }

    @Test
    void anOllamaWithoutAContextIsAWarning() {
        assertThat(parse(GOOD.replace("context: 16384, ", "")).warnings())
                .singleElement()
                .asString()
                .contains("'second' has no 'context'");
    }

    @Test
    void aCritiqueNeedsACriticAndARewriteACritique() {
        assertThatThrownBy(() -> parse(GOOD.replace("  critic: editor\n", "")))
                .hasMessageContaining("no critic is named");
        assertThatThrownBy(() -> parse(GOOD.replace("critique: true", "critique: false")))
                .hasMessageContaining("a rewrite goes by a critique");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "models", "models: {}\nroles: {writer: x}\n", "- a\n", "models: [a]\n"})
    void whatIsNoModelsFileIsRefused(String yaml) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("models.yaml");
    }

    @Test
    void aFileThatIsNotThereIsRefusedByItsName() throws IOException {
        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> ModelsFile.read(missing, v -> true))
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("no such file");
        Path there = Files.writeString(folder.resolve("models.yaml"), GOOD);
        assertThat(ModelsFile.read(there, v -> true).models()).hasSize(4);
    }

    @Test
    void theExampleIsRead() {
        Models models = ModelsFile.read(Path.of("../examples/models.yaml"), v -> true);
        assertThat(models.warnings()).isEmpty();
        assertThat(models.roles().judges()).containsOnlyKeys(Criterion.values());
    }

    private static Models parse(String yaml) {
        return ModelsFile.parse("models.yaml", yaml.getBytes(StandardCharsets.UTF_8), v -> true);
    }
}
