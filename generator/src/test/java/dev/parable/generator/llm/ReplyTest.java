package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.completion;
import static dev.parable.generator.llm.Scripts.ok;
import static dev.parable.generator.llm.Scripts.status;
import static dev.parable.generator.llm.Scripts.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.ChatServer.Script;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers that the server meant to give. */
@Timeout(30)
class ReplyTest {

    @Test
    void aCompletionThatStoppedIsCompletedWithItsTokens() throws IOException {
        assertThat(replyTo(story("Once.\n“Ünïcode” 🦊")))
                .isEqualTo(new Reply.Completed("Once.\n“Ünïcode” 🦊", new Usage(7, 5)));
    }

    @Test
    void theTextKeepsItsWhiteSpace() throws IOException {
        assertThat(replyTo(story("  Once. \n"))).isEqualTo(new Reply.Completed("  Once. \n", new Usage(7, 5)));
    }

    @Test
    void noUsageIsNoTokens() throws IOException {
        String body = "{\"choices\":[{\"message\":{\"content\":\"Once.\"},\"finish_reason\":\"stop\"}]}";
        assertThat(replyTo(ok(body))).isEqualTo(new Reply.Completed("Once.", new Usage(0, 0)));
    }

    @Test
    void aCompletionAtItsLengthIsTruncated() throws IOException {
        assertThat(replyTo(ok(completion("{\"content\":\"Once upon\"}", "\"length\""))))
                .isEqualTo(new Reply.Truncated("Once upon", new Usage(7, 5)));
    }

    @Test
    void aCompletionThatThoughtAllItsLengthIsTruncatedToNothing() throws IOException {
        assertThat(replyTo(ok(completion("{\"content\":\"<think>well, \"}", "\"length\""))))
                .isEqualTo(new Reply.Truncated("", new Usage(7, 5)));
    }

    @Test
    void aFilteredCompletionIsRefused() throws IOException {
        assertThat(replyTo(ok(completion("{\"content\":\"Once\"}", "\"content_filter\""))))
                .isEqualTo(new Reply.Refused("Once", new Usage(7, 5)));
    }

    @Test
    void aRefusalIsRefused() throws IOException {
        assertThat(replyTo(ok(completion("{\"content\":null,\"refusal\":\"I will not.\"}", "\"stop\""))))
                .isEqualTo(new Reply.Refused("I will not.", Usage.NONE));
    }

    @Test
    void aPromptThatTheServerFiltersIsRefused() throws IOException {
        String body = "{\"error\":{\"code\":\"content_filter\",\"message\":\"filtered\"}}";
        assertThat(replyTo(status(400, body))).isEqualTo(new Reply.Refused("filtered", Usage.NONE));
    }

    @Test
    void reasoningIsNotPartOfTheText() throws IOException {
        String message = "{\"reasoning_content\":\"let me see\",\"content\":\"<think>hm</think>\\n\\nOnce.\"}";
        assertThat(replyTo(ok(completion(message, "\"stop\""))))
                .isEqualTo(new Reply.Completed("Once.", new Usage(7, 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\" \\n\"", "\"<think>hm</think>\""})
    void aCompletionWithoutTextIsEmptyAndNotAskedForAgain(String content) throws IOException {
        try (TestBench bench = TestBench.with(ok(completion("{\"content\":" + content + "}", "\"stop\"")))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("empty");
            assertThat(failed.detail()).contains("5 tokens").contains("max tokens");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @Test
    void aFinishReasonThatIsNotKnownIsUnfinishedByItsName() throws IOException {
        Reply.Failed failed =
                (Reply.Failed) replyTo(ok(completion("{\"content\":\"Once.\"}", "\"insufficient_system_resource\"")));
        assertThat(failed.cause()).isEqualTo("unfinished");
        assertThat(failed.detail()).contains("'insufficient_system_resource'");
    }

    @Test
    void theRequestCarriesModelMessagesTemperatureAndLimitAndNothingElse() throws IOException {
        try (TestBench bench = new TestBench(
                TestBench.limits(TestBench.AMPLE, TestBench.AMPLE),
                s -> s.withTemperature(0.7).withMaxTokens(123),
                story("Once."))) {
            bench.model.reply(new Prompt("Tell “stories”.", "Of\na \"fox\" 🦊."));
            ChatServer.Asked asked = bench.server.asked().getFirst();
            assertThat(asked.line()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
            assertThat(asked.headers())
                    .containsEntry("authorization", "Bearer " + TestBench.KEY)
                    .containsEntry("content-type", "application/json")
                    .doesNotContainKeys("upgrade", "http2-settings");
            assertThat(new JsonObject(asked.body())).isEqualTo(new JsonObject("""
                                    {"model":"teller","temperature":0.7,"max_tokens":123,"stream":false,"messages":[
                                    {"role":"system","content":"Tell “stories”."},
                                    {"role":"user","content":"Of\\na \\"fox\\" 🦊."}]}"""));
        }
    }

    @Test
    void anEmptySystemTextIsNotSent() throws IOException {
        try (TestBench bench = TestBench.with(story("Once."))) {
            bench.model.reply(new Prompt("", "Tell one."));
            JsonObject sent = new JsonObject(bench.server.asked().getFirst().body());
            assertThat(sent.getJsonArray("messages").encode())
                    .isEqualTo("[{\"role\":\"user\",\"content\":\"Tell one.\"}]");
        }
    }

    @Test
    void aServerThatAsksForNoKeyIsSentNone() throws IOException {
        try (ChatServer server = new ChatServer(story("Once."));
                ServedModel model = ServedModel.open(
                        ModelSettings.parse("openai:m")
                                .withBaseUrl(server.baseUrl())
                                .withApiKeyVariable(""),
                        Map.of())) {
            assertThat(model.reply(TestBench.PROMPT)).isInstanceOf(Reply.Completed.class);
            assertThat(server.asked().getFirst().headers()).doesNotContainKey("authorization");
        }
    }

    private static Reply replyTo(Script script) throws IOException {
        try (TestBench bench =
                new TestBench(TestBench.limits(TestBench.AMPLE, TestBench.AMPLE), UnaryOperator.identity(), script)) {
            return bench.reply();
        }
    }
}
