package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.delta;
import static dev.parable.generator.llm.Scripts.ok;
import static dev.parable.generator.llm.Scripts.piece;
import static dev.parable.generator.llm.Scripts.status;
import static dev.parable.generator.llm.Scripts.story;
import static dev.parable.generator.llm.Scripts.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chat completions, for what {@link ReplyTest}, {@link StreamTest} and {@link RetryTest} leave: schemas, details of usage,
 * and the fields that only some servers take.
 */
@Timeout(30)
class OpenAiContractTest {

    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"act\":{\"type\":\"string\"}},\"required\":[\"act\"],\"additionalProperties\":false}";
    private static final Prompt JUDGE = new Prompt("You judge.", "Judge this.", SCHEMA);

    @Test
    void aSchemaIsSentStrictAndTheJsonComesBackAsItIs() throws IOException {
        try (TestBench bench = TestBench.with(story("{ \"act\" : \"told\" }"))) {
            assertThat(bench.model.reply(JUDGE))
                    .isEqualTo(new Reply.Completed("{ \"act\" : \"told\" }", new Usage(7, 5)));
            assertThat(bench.sent().getJsonObject("response_format"))
                    .isEqualTo(new JsonObject(
                            "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"strict\":true,\"schema\":"
                                    + SCHEMA + "}}"));
        }
    }

    @Test
    void aSchemaIsSentWithAStreamToo() throws IOException {
        try (TestBench bench = TestBench.with(stream(List.of(piece("{}"), delta("{}", "\"stop\""), "[DONE]")))) {
            assertThat(bench.model.stream(JUDGE, text -> {})).isEqualTo(new Reply.Completed("{}", Usage.NONE));
            assertThat(bench.sent().getJsonObject("response_format").getString("type"))
                    .isEqualTo("json_schema");
        }
    }

    @Test
    void proseIsAskedForWithoutAFormat() throws IOException {
        try (TestBench bench = TestBench.with(story("Once."))) {
            bench.reply();
            assertThat(bench.sent().fieldNames()).doesNotContain("response_format");
        }
    }

    @Test
    void topPIsSentWhereItIsSet() throws IOException {
        try (TestBench bench = TestBench.changed(Protocol.OPENAI, s -> s.withTopP(0.95), story("Once."))) {
            bench.reply();
            assertThat(bench.sent().getDouble("top_p")).isEqualTo(0.95);
        }
    }

    @Test
    void thoughtTokensAreTakenFromTheDetails() throws IOException {
        String body = "{\"choices\":[{\"message\":{\"content\":\"Once.\"},\"finish_reason\":\"stop\"}],\"usage\":"
                + "{\"prompt_tokens\":7,\"completion_tokens\":50,\"total_tokens\":57,"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":40}}}";
        try (TestBench bench = TestBench.with(ok(body))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Completed("Once.", new Usage(7, 50, 40)));
        }
    }

    /** Its reasoning models refuse the older field, other servers may not know the newer. */
    @Test
    void onlyOpenAisOwnServerIsToldMaxCompletionTokens() {
        ApiKey none = ApiKey.of(ModelSettings.parse("ollama:m"), java.util.Map.of());
        var own = new OpenAiDialect(ModelSettings.parse("openai:gpt-x"), none);
        assertThat(own.maxCompletionTokens()).isEqualTo(4096);
        assertThat(own.maxTokens()).isNull();
        var other =
                new OpenAiDialect(ModelSettings.parse("openai:qwen3").withBaseUrl("http://localhost:8000/v1"), none);
        assertThat(other.maxCompletionTokens()).isNull();
        assertThat(other.maxTokens()).isEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_quota", "credit_balance_exhausted"})
    void anAccountThatHasNothingLeftIsNotAskedAgain(String code) throws IOException {
        String body = "{\"error\":{\"message\":\"No credit.\",\"type\":\"" + code + "\",\"code\":\"" + code + "\"}}";
        try (TestBench bench = TestBench.with(status(429, body))) {
            assertThat(bench.unavailability().cause()).isEqualTo("out-of-credit");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @Test
    void aServerWithoutSchemasSaysSoInTheDetail() throws IOException {
        String body = "{\"error\":{\"message\":\"response_format.type json_schema is not supported\"}}";
        try (TestBench bench = TestBench.with(status(400, body))) {
            Reply.Failed failed = (Reply.Failed) bench.model.reply(JUDGE);
            assertThat(failed.cause()).isEqualTo("bad-request");
            assertThat(failed.detail()).contains("json_schema is not supported");
        }
    }

    @Test
    void anAnswerOfAnotherContentTypeIsMalformed() throws IOException {
        ChatServer.Script page = call -> {
            String html = "<html><body>Sign in</body></html>";
            call.write(Scripts.head(200, "text/html", html.length()) + html);
            return true;
        };
        try (TestBench bench = TestBench.with(page)) {
            assertThat(bench.failure().cause()).isEqualTo("malformed");
        }
    }
}
