package dev.parable.generator.llm;

import static dev.parable.generator.llm.Anthropic.ONCE;
import static dev.parable.generator.llm.Anthropic.TEXT;
import static dev.parable.generator.llm.Anthropic.THINKING;
import static dev.parable.generator.llm.Anthropic.bench;
import static dev.parable.generator.llm.Anthropic.body;
import static dev.parable.generator.llm.Anthropic.message;
import static dev.parable.generator.llm.Scripts.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anthropic's messages: what is sent, and what a whole answer is read as. */
@Timeout(30)
class AnthropicContractTest {

    @Test
    void theRequestIsAMessageWithKeyAndVersion() throws IOException {
        try (TestBench bench = bench(message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            ChatServer.Asked asked = bench.server.asked().getFirst();
            assertThat(asked.line()).isEqualTo("POST /v1/messages HTTP/1.1");
            assertThat(asked.headers())
                    .containsEntry("x-api-key", TestBench.KEY)
                    .containsEntry("anthropic-version", "2023-06-01")
                    .containsEntry("content-type", "application/json")
                    .doesNotContainKey("authorization");
            assertThat(bench.sent()).isEqualTo(new JsonObject("""
                    {"model":"teller","max_tokens":4096,"stream":false,
                    "system":[{"type":"text","text":"You tell stories."}],
                    "messages":[{"role":"user","content":[{"type":"text","text":"Tell one."}]}]}"""));
        }
    }

    @Test
    void aTemperatureOtherThanTheDefaultAndTopPAreSent() throws IOException {
        try (TestBench bench = TestBench.changed(
                Protocol.ANTHROPIC, s -> s.withTemperature(0.5).withTopP(0.9), message(TEXT, "end_turn"))) {
            bench.reply();
            assertThat(bench.sent().getDouble("temperature")).isEqualTo(0.5);
            assertThat(bench.sent().getDouble("top_p")).isEqualTo(0.9);
        }
    }

    @Test
    void anEmptySystemTextIsNotSent() throws IOException {
        try (TestBench bench = bench(message(TEXT, "end_turn"))) {
            bench.model.reply(new Prompt("", "Tell one."));
            assertThat(bench.sent().getJsonArray("system", new io.vertx.core.json.JsonArray()))
                    .isEmpty();
        }
    }

    @Test
    void aSchemaIsSentAsTheFormatOfTheOutput() throws IOException {
        String schema = "{\"type\":\"object\",\"properties\":{\"act\":{\"type\":\"string\"}},\"required\":[\"act\"],"
                + "\"additionalProperties\":false}";
        try (TestBench bench =
                bench(message("{\"type\":\"text\",\"text\":\"{\\\"act\\\":\\\"told\\\"}\"}", "end_turn"))) {
            assertThat(bench.model.reply(new Prompt("You judge.", "Judge this.", schema)))
                    .isEqualTo(new Reply.Completed("{\"act\":\"told\"}", new Usage(7, 5)));
            assertThat(bench.sent().getJsonObject("output_config"))
                    .isEqualTo(new JsonObject("{\"format\":{\"type\":\"json_schema\",\"schema\":" + schema + "}}"));
        }
    }

    @Test
    void whatItThoughtIsNotPartOfTheText() throws IOException {
        try (TestBench bench = bench(message(THINKING + "," + TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @Test
    void whatWentThroughTheCacheIsInputToo() throws IOException {
        String body = body(TEXT, "end_turn")
                .replace(
                        "\"input_tokens\":7",
                        "\"input_tokens\":7,\"cache_creation_input_tokens\":20,\"cache_read_input_tokens\":100");
        try (TestBench bench = bench(ok(body))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Completed("Once.", new Usage(127, 5)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_tokens", "model_context_window_exceeded"})
    void atItsLengthItIsTruncated(String reason) throws IOException {
        try (TestBench bench = bench(message(TEXT, reason))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Truncated("Once.", new Usage(7, 5)));
        }
    }

    @Test
    void thoughtThatTookAllTheLengthIsTruncatedToNothing() throws IOException {
        try (TestBench bench = bench(message(THINKING, "max_tokens"))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Truncated("", new Usage(7, 5)));
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'{\"type\":\"text\",\"text\":\"Once.\"}'"})
    void aRefusalIsRefused(String content) throws IOException {
        try (TestBench bench = bench(message(content, "refusal"))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Refused(content.isEmpty() ? "" : "Once.", new Usage(7, 5)));
        }
    }

    @Test
    void aTurnThatEndedWithoutTextIsEmpty() throws IOException {
        try (TestBench bench = bench(message("", "end_turn"))) {
            assertThat(bench.failure().cause()).isEqualTo("empty");
        }
    }

    @Test
    void aReasonThatIsNotKnownIsUnfinishedByItsName() throws IOException {
        try (TestBench bench = bench(message(TEXT, "pause_turn"))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("unfinished");
            assertThat(failed.detail())
                    .contains("the stop_reason is 'pause_turn'")
                    .contains("end_turn");
        }
    }

    @Test
    void anAnswerWithoutAReasonIsMalformed() throws IOException {
        try (TestBench bench = bench(ok(body(TEXT, "X").replace("\"X\"", "null")))) {
            assertThat(bench.failure().detail()).contains("without a stop_reason");
        }
    }

    @Test
    void aServerThatAsksForNoKeyIsSentAWordInItsPlace() throws IOException {
        try (TestBench bench =
                TestBench.changed(Protocol.ANTHROPIC, s -> s.withApiKeyVariable(""), message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.server.asked().getFirst().headers()).containsEntry("x-api-key", "none");
        }
    }
}
