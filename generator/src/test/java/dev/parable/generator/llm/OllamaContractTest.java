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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ollama's own chat: bodies as its docs/api.md has them. */
@Timeout(30)
class OllamaContractTest {

    private static final Reply ONCE = new Reply.Completed("Once.", new Usage(7, 5));

    private final List<String> shown = new ArrayList<>();

    @Test
    void theRequestCarriesMessagesAndOptions() throws IOException {
        try (TestBench bench =
                TestBench.changed(Protocol.OLLAMA, s -> s.withTopP(0.9).withContext(8192), answer("Once.", "stop"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            ChatServer.Asked asked = bench.server.asked().getFirst();
            assertThat(asked.line()).isEqualTo("POST /api/chat HTTP/1.1");
            assertThat(asked.headers()).containsEntry("authorization", "Bearer " + TestBench.KEY);
            assertThat(bench.sent()).isEqualTo(new JsonObject("""
                    {"model":"teller","stream":false,"tools":[],
                    "options":{"temperature":1.0,"top_p":0.9,"num_predict":4096,"num_ctx":8192,"stop":[]},
                    "messages":[{"role":"system","content":"You tell stories."},{"role":"user","content":"Tell one."}]}"""));
        }
    }

    @Test
    void aServerThatAsksForNoKeyIsSentNone() throws IOException {
        try (TestBench bench =
                TestBench.changed(Protocol.OLLAMA, s -> s.withApiKeyVariable(""), answer("Once.", "stop"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.server.asked().getFirst().headers()).doesNotContainKey("authorization");
            assertThat(bench.sent().getJsonObject("options").fieldNames()).doesNotContain("num_ctx", "top_p");
        }
    }

    @Test
    void aSchemaIsSentAsTheFormat() throws IOException {
        String schema = "{\"type\":\"object\",\"properties\":{\"act\":{\"type\":\"string\"}},\"required\":[\"act\"]}";
        try (TestBench bench = bench(answer("{\"act\":\"told\"}", "stop"))) {
            assertThat(bench.model.reply(new Prompt("You judge.", "Judge this.", schema)))
                    .isEqualTo(new Reply.Completed("{\"act\":\"told\"}", new Usage(7, 5)));
            assertThat(bench.sent().getJsonObject("format")).isEqualTo(new JsonObject(schema));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"assistant\",\"content\":\"Once.\",\"thinking\":\"Let me see.\"}",
                "{\"role\":\"assistant\",\"content\":\"<think>Let me see.</think>\\n\\nOnce.\"}"
            })
    void whatItThoughtIsNotPartOfTheText(String message) throws IOException {
        try (TestBench bench = bench(ok(body(message, "\"stop\"")))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @Test
    void atItsLengthItIsTruncated() throws IOException {
        try (TestBench bench = bench(answer("Once upon", "length"))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Truncated("Once upon", new Usage(7, 5)));
        }
    }

    @Test
    void thoughtThatTookAllTheLengthIsTruncatedToNothing() throws IOException {
        String message = "{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"Let me see.\"}";
        try (TestBench bench = bench(ok(body(message, "\"length\"")))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Truncated("", new Usage(7, 5)));
        }
    }

    @Test
    void anAnswerWithoutTextIsEmpty() throws IOException {
        try (TestBench bench = bench(answer("", "stop"))) {
            assertThat(bench.failure().cause()).isEqualTo("empty");
        }
    }

    @Test
    void aReasonThatIsNotKnownIsUnfinished() throws IOException {
        try (TestBench bench = bench(answer("Once.", "load"))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("unfinished");
            assertThat(failed.detail()).contains("done_reason is another; known are stop and length");
        }
    }

    @Test
    void anAnswerWithoutAReasonIsMalformed() throws IOException {
        try (TestBench bench = bench(ok(body("{\"role\":\"assistant\",\"content\":\"Once.\"}", "null")))) {
            assertThat(bench.failure().detail()).contains("without a done_reason");
        }
    }

    @Test
    void countsThatAreLeftOutAreNoTokens() throws IOException {
        try (TestBench bench = bench(
                ok(
                        "{\"message\":{\"role\":\"assistant\",\"content\":\"Once.\"},\"done_reason\":\"stop\",\"done\":true}"))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Completed("Once.", Usage.NONE));
        }
    }

    @Test
    void aModelThatIsNotPulledIsUnavailableAndTheCommandIsNamed() throws IOException {
        try (TestBench bench = bench(status(404, "{\"error\":\"model 'teller' not found\"}"))) {
            Reply.Unavailable unavailable = bench.unavailability();
            assertThat(unavailable.cause()).isEqualTo("not-found");
            assertThat(unavailable.detail())
                    .contains("run 'ollama pull teller'")
                    .contains("model 'teller' not found");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server busy, please try again.  maximum pending requests exceeded",
                "Server overloaded, please retry shortly (ref: 1)"
            })
    void aFullQueueIsAskedAgainPastTheRetries(String message) throws IOException {
        Script[] scripts = new Script[9];
        Arrays.fill(scripts, status(503, "{\"error\":" + quoted(message) + "}"));
        scripts[8] = answer("Once.", "stop");
        try (TestBench bench = bench(scripts)) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(9);
        }
    }

    @Test
    void tooManyRequestsAreAskedAgainWhenTheServerSays() throws IOException {
        try (TestBench bench =
                bench(status(429, "{\"error\":\"too many\"}", "Retry-After: 5"), answer("Once.", "stop"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.time.pauses().getFirst().toSeconds()).isBetween(5L, 6L);
        }
    }

    @Test
    void aModelThatDoesNotFitIsAServerError() throws IOException {
        String message = "model requires more system memory (9.0 GiB) than is available (4.1 GiB)";
        try (TestBench bench = bench(status(500, "{\"error\":" + quoted(message) + "}"))) {
            assertThat(bench.failure().cause()).isEqualTo("server-error");
            assertThat(bench.failure().detail()).contains(message);
        }
    }

    @Test
    void aRequestThatItDoesNotTakeFailsAlone() throws IOException {
        try (TestBench bench = bench(status(400, "{\"error\":\"invalid options: num_ctx\"}"))) {
            assertThat(bench.failure().cause()).isEqualTo("bad-request");
            assertThat(bench.failure().detail()).contains("invalid options: num_ctx");
        }
    }

    @Test
    void aKeyThatAProxyDoesNotTakeIsUnavailable() throws IOException {
        try (TestBench bench = bench(status(401, "{\"error\":\"unauthorized\"}"))) {
            assertThat(bench.unavailability().detail()).contains("TELLER_KEY");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "<html>portal</html>", "{\"error\":\"boom\"}", "{\"message\":{\"rol"})
    void anAnswerThatIsNoChatIsAskedForAgain(String body) throws IOException {
        try (TestBench bench = bench(ok(body), answer("Once.", "stop"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionResetInTheBodyIsAskedAgain() throws IOException {
        try (TestBench bench = bench(resetInTheBody("{\"message\":"), answer("Once.", "stop"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @Test
    void aStreamIsShownWithoutWhatItThought() throws IOException {
        try (TestBench bench = bench(stream(lines("stop")))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Completed("Once upon.", new Usage(7, 5)));
            assertThat(shown).containsExactly("Once ", "upon.");
            assertThat(bench.sent().getBoolean("stream")).isTrue();
        }
    }

    @Test
    void aStreamAtItsLengthIsTruncated() throws IOException {
        try (TestBench bench = bench(stream(lines("length")))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Truncated("Once upon.", new Usage(7, 5)));
        }
    }

    @Test
    void aStreamThatIsCutOffFails() throws IOException {
        try (TestBench bench = bench(stream(lines("stop").subList(0, 3)))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("malformed");
            assertThat(failed.detail()).contains("ended before the completion did");
        }
    }

    @Test
    void aLineThatIsNoJsonEndsTheStream() throws IOException {
        List<String> lines = new ArrayList<>(lines("stop"));
        lines.add(2, "{\"message\":{\"role\n");
        try (TestBench bench = bench(stream(lines))) {
            assertThat(((Reply.Failed) streamed(bench)).detail()).contains("not JSON");
        }
    }

    @ParameterizedTest
    @CsvSource({"an error was encountered while running the model,server-error", "server busy,rate-limited"})
    void anErrorInAStreamIsToldInItsWords(String message, String cause) throws IOException {
        List<String> lines = new ArrayList<>(lines("stop").subList(0, 2));
        lines.add("{\"error\":" + quoted(message) + "}\n");
        try (TestBench bench = bench(stream(lines))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail()).contains(message);
        }
    }

    private Reply streamed(TestBench bench) {
        return bench.model.stream(TestBench.PROMPT, shown::add);
    }

    private static TestBench bench(Script... scripts) throws IOException {
        return TestBench.speaking(Protocol.OLLAMA, scripts);
    }

    private static Script answer(String text, String reason) {
        return ok(body("{\"role\":\"assistant\",\"content\":" + quoted(text) + "}", quoted(reason)));
    }

    private static String body(String message, String reason) {
        return "{\"model\":\"teller\",\"created_at\":\"2024-07-22T20:33:28.123648Z\",\"message\":" + message
                + ",\"done_reason\":" + reason
                + ",\"done\":true,\"total_duration\":883583458,\"load_duration\":1334875,"
                + "\"prompt_eval_count\":7,\"prompt_eval_duration\":342546000,\"eval_count\":5,\"eval_duration\":535599000}";
    }

    private static Script stream(List<String> lines) {
        return chunked("application/x-ndjson", lines);
    }

    private static List<String> lines(String reason) {
        return List.of(
                line("{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"Let me see.\"}"),
                line("{\"role\":\"assistant\",\"content\":\"Once \"}"),
                line("{\"role\":\"assistant\",\"content\":\"upon.\"}"),
                body("{\"role\":\"assistant\",\"content\":\"\"}", quoted(reason)) + "\n");
    }

    private static String line(String message) {
        return "{\"model\":\"teller\",\"created_at\":\"2024-07-22T20:33:28.123648Z\",\"message\":" + message
                + ",\"done\":false}\n";
    }
}
