package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {

    private static final ModelSettings SETTINGS = ModelSettings.parse("openai:gpt-x");

    @Test
    void aBareModelHasTheDefaultsOfOpenAi() {
        assertThat(SETTINGS)
                .isEqualTo(new ModelSettings(
                        Protocol.OPENAI,
                        "gpt-x",
                        "https://api.openai.com/v1",
                        "OPENAI_API_KEY",
                        16,
                        Duration.ofMinutes(5),
                        4,
                        new Sampling(4096, 0, 1.0, null),
                        RateLimit.NONE,
                        null));
    }

    @Test
    void theOtherProtocolsHaveTheirOwnServerAndKey() {
        ModelSettings claude = ModelSettings.parse("anthropic:claude-x");
        assertThat(claude.baseUrl()).isEqualTo("https://api.anthropic.com/v1");
        assertThat(claude.apiKeyVariable()).isEqualTo("ANTHROPIC_API_KEY");
        ModelSettings llama = ModelSettings.parse("ollama:llama3:8b");
        assertThat(llama.modelName()).isEqualTo("llama3:8b");
        assertThat(llama.baseUrl()).isEqualTo("http://localhost:11434");
        assertThat(llama.apiKeyVariable()).isEmpty();
    }

    /** Runs of before hold this text, and completions are found by it. */
    @Test
    void theSamplingOfOldRunsIsWrittenAsItWas() {
        assertThat(SETTINGS.withTemperature(0.7).withMaxTokens(99).sampling())
                .isEqualTo("openai:gpt-x temperature=0.7 maxTokens=99");
    }

    @Test
    void whatChangesAnAnswerIsInTheSamplingAndWhatDoesNotIsNot() {
        assertThat(SETTINGS.withTopP(0.9).sampling()).isEqualTo("openai:gpt-x temperature=1.0 maxTokens=4096 topP=0.9");
        ModelSettings llama = ModelSettings.parse("ollama:llama3");
        assertThat(llama.withContext(8192).sampling())
                .isEqualTo("ollama:llama3 temperature=1.0 maxTokens=4096 context=8192");
        assertThat(SETTINGS.withContext(8192)
                        .withBaseUrl("http://elsewhere/v1")
                        .withConcurrency(3)
                        .withRetries(0)
                        .withTimeout(Duration.ofSeconds(1))
                        .withRate(new RateLimit(60, 0))
                        .withPrice(new Price(BigDecimal.ONE, BigDecimal.TWO))
                        .sampling())
                .isEqualTo(SETTINGS.sampling());
    }

    @Test
    void aPriceIsForAMillionTokensAndExact() {
        var price = new Price(new BigDecimal("0.20"), new BigDecimal("0.60"));
        assertThat(price.of(1_000_000, 500_000)).isEqualByComparingTo("0.50");
        assertThat(price.of(1, 0)).isEqualByComparingTo("0.0000002");
        assertThatThrownBy(() -> new Price(new BigDecimal("-1"), BigDecimal.ONE))
                .hasMessageContaining("-1");
    }

    @Test
    void aModelNameMayHoldColonsAndSlashes() {
        assertThat(ModelSettings.parse("openai:org/llama3:8b").modelName()).isEqualTo("org/llama3:8b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-x", "gemini:pro", "OPENAI:gpt-x", ""})
    void anotherPrefixIsRefusedWithWhatIsSupported(String model) {
        assertThatThrownBy(() -> ModelSettings.parse(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + model + "'")
                .hasMessageContaining("openai:NAME")
                .hasMessageContaining("vLLM")
                .hasMessageContaining("anthropic:NAME")
                .hasMessageContaining("ollama:NAME");
    }

    @Test
    void anEmptyModelNameIsRefused() {
        assertThatThrownBy(() -> ModelSettings.parse("openai: ")).hasMessageContaining("blank");
    }

    @Test
    void aClosingSlashOfTheBaseUrlIsDropped() {
        assertThat(SETTINGS.withBaseUrl("http://localhost:8000/v1/").baseUrl()).isEqualTo("http://localhost:8000/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000/v1", "ftp://host/v1", "http:///v1", "http://host/v1?x=1", "http://ho st"})
    void aBaseUrlThatIsNoneIsRefused(String url) {
        assertThatThrownBy(() -> SETTINGS.withBaseUrl(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base URL");
    }

    @Test
    void aPasswordInTheBaseUrlIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> SETTINGS.withBaseUrl("https://user:hunter2@host/v1"))
                .hasMessageContaining("environment variable")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void valuesOutOfRangeAreRefusedWithTheValueAndTheLimit() {
        assertThatThrownBy(() -> SETTINGS.withConcurrency(0)).hasMessage("concurrency must be from 1 to 10000: 0");
        assertThatThrownBy(() -> SETTINGS.withConcurrency(10_001)).hasMessageContaining("10001");
        assertThatThrownBy(() -> SETTINGS.withTimeout(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> SETTINGS.withTimeout(Duration.ofDays(2))).hasMessageContaining("PT48H");
        assertThatThrownBy(() -> SETTINGS.withMaxTokens(0)).hasMessageContaining("max tokens");
        assertThatThrownBy(() -> SETTINGS.withTemperature(2.1)).hasMessageContaining("2.1");
        assertThatThrownBy(() -> SETTINGS.withTemperature(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> SETTINGS.withRetries(-1)).hasMessageContaining("retries");
        assertThatThrownBy(() -> SETTINGS.withTopP(0)).hasMessage("top-p must be above 0 and to 1: 0.0");
        assertThatThrownBy(() -> SETTINGS.withTopP(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> SETTINGS.withContext(4096)).hasMessageContaining("4096 max tokens");
        assertThatThrownBy(() -> new RateLimit(-1, 0)).hasMessageContaining("requests per minute");
        assertThatThrownBy(() -> new RateLimit(0, -1)).hasMessageContaining("tokens per minute");
    }

    @Test
    void anthropicTakesTemperaturesToOne() {
        assertThatThrownBy(() -> ModelSettings.parse("anthropic:claude").withTemperature(1.5))
                .hasMessage("temperature must be from 0 to 1 for anthropic: 1.5");
    }

    @Test
    void patienceIsTheTimeOfEveryAttemptAndTenMinutes() {
        assertThat(SETTINGS.withTimeout(Duration.ofSeconds(30)).withRetries(3).patience())
                .isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void aKeyThatIsNotSetIsRefusedByTheNameOfItsVariable() {
        assertThatThrownBy(() -> ServedModel.open(SETTINGS, Map.of("OPENAI_API_KEY", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OPENAI_API_KEY")
                .hasMessageContaining("https://api.openai.com/v1");
    }

    @Test
    void aKeyThatCannotStandInAHeaderIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> ServedModel.open(SETTINGS, Map.of("OPENAI_API_KEY", "sk-a\nX-Evil: 1")))
                .hasMessageContaining("OPENAI_API_KEY")
                .hasMessageNotContaining("sk-a");
    }
}
