package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.chunked;
import static dev.parable.generator.llm.Scripts.ok;
import static dev.parable.generator.llm.Scripts.quoted;
import static dev.parable.generator.llm.Scripts.resetInTheBody;
import static dev.parable.generator.llm.Scripts.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.ChatServer.Script;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anthropic's messages: bodies as platform.claude.com documents them (Create a Message, Streaming, Errors). */
@Timeout(30)
class AnthropicContractTest {

    private static final String TEXT = "{\"type\":\"text\",\"text\":\"Once.\"}";
    private static final String THINKING =
            "{\"type\":\"thinking\",\"thinking\":\"Let me see.\",\"signature\":\"c2ln\"}";
    private static final Reply ONCE = new Reply.Completed("Once.", new Usage(7, 5));

    private final List<String> shown = new ArrayList<>();

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
    void tooManyRequestsAreAskedAgainWhenTheServerSays() throws IOException {
        Script slow = status(429, error("rate_limit_error", "Slow down."), "retry-after: 12");
        try (TestBench bench = bench(slow, message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.time.pauses().getFirst()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(13));
        }
    }

    @Test
    void anOverloadedServerIsAskedAgainPastTheRetries() throws IOException {
        Script[] scripts = new Script[9];
        java.util.Arrays.fill(scripts, status(529, error("overloaded_error", "Overloaded")));
        scripts[8] = message(TEXT, "end_turn");
        try (TestBench bench = bench(scripts)) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(9);
        }
    }

    @Test
    void anErrorOfTheServerIsAskedAgain() throws IOException {
        try (TestBench bench =
                bench(status(500, error("api_error", "Internal server error")), message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "402,billing_error,Check your payment details.",
        "400,invalid_request_error,Your credit balance is too low to access the Anthropic API.",
        "400,invalid_request_error,You have reached your specified API usage limits. You will regain access later.",
        "400,invalid_request_error,You have reached your specified workspace API usage limits."
    })
    void anAccountThatHasNothingLeftIsUnavailable(int status, String type, String message) throws IOException {
        try (TestBench bench = bench(status(status, error(type, message)))) {
            assertThat(bench.unavailability().cause()).isEqualTo("out-of-credit");
            assertThat(bench.unavailability().detail()).contains("TELLER_KEY").contains(message);
        }
    }

    @Test
    void aMonthlyLimitIsNotWaitedFor() throws IOException {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Spend limit.\","
                + "\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}";
        try (TestBench bench = bench(status(429, body))) {
            assertThat(bench.unavailability().cause()).isEqualTo("out-of-credit");
            assertThat(bench.time.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,authentication_error,unauthorized,TELLER_KEY",
        "403,permission_error,unauthorized,TELLER_KEY",
        "404,not_found_error,not-found,which ends in /v1"
    })
    void whatNoPromptCanPassIsUnavailableAndSaysWhatToDo(int status, String type, String cause, String advice)
            throws IOException {
        try (TestBench bench = bench(status(status, error(type, "model: teller")))) {
            Reply.Unavailable unavailable = bench.unavailability();
            assertThat(unavailable.cause()).isEqualTo(cause);
            assertThat(unavailable.detail()).contains(advice).contains("model: teller");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"400,invalid_request_error", "413,request_too_large"})
    void aRequestThatItDoesNotTakeFailsAlone(int status, String type) throws IOException {
        try (TestBench bench = bench(status(status, error(type, "max_tokens: too large")))) {
            assertThat(bench.failure().cause()).isEqualTo("bad-request");
            assertThat(bench.failure().detail()).contains("max_tokens: too large");
        }
    }

    @Test
    void anOutputThatItsFilterBlocksIsRefused() throws IOException {
        String message = "Output blocked by content filtering policy";
        try (TestBench bench = bench(status(400, error("invalid_request_error", message)))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Refused(message, Usage.NONE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "<html>portal</html>", "{\"type\":\"error\",\"error\":{}}", "{\"content\":[{\"ty"
            })
    void anAnswerThatIsNoMessageIsAskedForAgain(String body) throws IOException {
        try (TestBench bench = bench(ok(body), message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionResetInTheBodyIsAskedAgain() throws IOException {
        try (TestBench bench = bench(resetInTheBody(body(TEXT, "end_turn")), message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @Test
    void aKeyThatItRepeatsIsNotInTheReply() throws IOException {
        Script echo = call -> status(
                        401,
                        error(
                                "authentication_error",
                                "invalid x-api-key " + call.asked().headers().get("x-api-key")))
                .answer(call);
        try (TestBench bench = bench(echo)) {
            assertThat(bench.reply().toString()).contains("x-api-key [key]").doesNotContain(TestBench.KEY);
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

    @Test
    void aStreamIsShownWithoutWhatItThought() throws IOException {
        try (TestBench bench = bench(stream(events("end_turn")))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Completed("Once upon.", new Usage(7, 5)));
            assertThat(shown).containsExactly("Once ", "upon.");
            assertThat(bench.sent().getBoolean("stream")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"max_tokens,Truncated", "refusal,Refused", "model_context_window_exceeded,Truncated"})
    void theReasonAtTheEndOfAStreamCounts(String reason, String kind) throws IOException {
        try (TestBench bench = bench(stream(events(reason)))) {
            assertThat(streamed(bench).getClass().getSimpleName()).isEqualTo(kind);
        }
    }

    @Test
    void aStreamThatIsCutOffFailsAndIsNotAskedForAgain() throws IOException {
        try (TestBench bench = bench(stream(events("end_turn").subList(0, 7)))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("malformed");
            assertThat(failed.detail())
                    .contains("ended before the completion did")
                    .contains("10 characters");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @Test
    void anEventThatIsNoJsonEndsTheStream() throws IOException {
        List<String> events = new ArrayList<>(events("end_turn"));
        events.add(6, "event: content_block_delta\ndata: {\"type\":\"content_bl\n\n");
        try (TestBench bench = bench(stream(events))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("malformed");
            assertThat(failed.detail()).contains("not JSON");
        }
    }

    @ParameterizedTest
    @CsvSource({"overloaded_error,rate-limited", "api_error,server-error"})
    void anErrorInAStreamIsToldInItsWords(String type, String cause) throws IOException {
        List<String> events = new ArrayList<>(events("end_turn").subList(0, 6));
        events.add(event("error", error(type, "Broken off.")));
        try (TestBench bench = bench(stream(events))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail()).contains("Broken off.");
        }
    }

    @Test
    void anErrorBeforeTheFirstTextOfAStreamIsAskedAgain() throws IOException {
        String overloaded = event("error", error("overloaded_error", "Overloaded"));
        try (TestBench bench = bench(stream(List.of(overloaded)), stream(events("end_turn")))) {
            assertThat(streamed(bench)).isInstanceOf(Reply.Completed.class);
        }
    }

    @Test
    void aStreamThatIsRefusedAtItsHeadIsUnavailable() throws IOException {
        try (TestBench bench = bench(status(401, error("authentication_error", "invalid x-api-key")))) {
            assertThat(((Reply.Unavailable) streamed(bench)).cause()).isEqualTo("unauthorized");
        }
    }

    private Reply streamed(TestBench bench) {
        return bench.model.stream(TestBench.PROMPT, shown::add);
    }

    private static TestBench bench(Script... scripts) throws IOException {
        return TestBench.speaking(Protocol.ANTHROPIC, scripts);
    }

    private static Script message(String content, String reason) {
        return ok(body(content, reason));
    }

    private static String body(String content, String reason) {
        return "{\"id\":\"msg_013Zva2CMHLNnXjNJJKqJ2EF\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"teller\","
                + "\"content\":[" + content + "],\"stop_reason\":" + quoted(reason)
                + ",\"stop_sequence\":null,\"usage\":{\"input_tokens\":7,\"output_tokens\":5}}";
    }

    private static String error(String type, String message) {
        return "{\"type\":\"error\",\"error\":{\"type\":" + quoted(type) + ",\"message\":" + quoted(message)
                + "},\"request_id\":\"req_011CSHoEeqs5C35K2UUqR7Fy\"}";
    }

    private static Script stream(List<String> events) {
        return chunked("text/event-stream", events);
    }

    private static List<String> events(String reason) {
        return List.of(
                event(
                        "message_start",
                        "{\"type\":\"message_start\",\"message\":"
                                + body("", "X")
                                        .replace("\"X\"", "null")
                                        .replace("\"output_tokens\":5", "\"output_tokens\":1")
                                + "}"),
                event(
                        "content_block_start",
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":"
                                + "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}}"),
                event(
                        "content_block_delta",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
                                + "{\"type\":\"thinking_delta\",\"thinking\":\"Let me see.\"}}"),
                event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"),
                event(
                        "content_block_start",
                        "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"),
                event("content_block_delta", delta("Once ")),
                event("content_block_delta", delta("upon.")),
                event("ping", "{\"type\":\"ping\"}"),
                event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":1}"),
                event(
                        "message_delta",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":" + quoted(reason)
                                + ",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}}"),
                event("message_stop", "{\"type\":\"message_stop\"}"));
    }

    private static String delta(String text) {
        return "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":"
                + quoted(text) + "}}";
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
