package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.chunked;
import static dev.parable.generator.llm.Scripts.ok;
import static dev.parable.generator.llm.Scripts.quoted;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.ChatServer.Script;
import java.io.IOException;
import java.util.List;

/** What Anthropic's server says: bodies as platform.claude.com documents them (Create a Message, Streaming, Errors). */
final class Anthropic {

    static final String TEXT = "{\"type\":\"text\",\"text\":\"Once.\"}";
    static final String THINKING = "{\"type\":\"thinking\",\"thinking\":\"Let me see.\",\"signature\":\"c2ln\"}";
    static final Reply ONCE = new Reply.Completed("Once.", new Usage(7, 5));

    private Anthropic() {}

    static TestBench bench(Script... scripts) throws IOException {
        return TestBench.speaking(Protocol.ANTHROPIC, scripts);
    }

    static Script message(String content, String reason) {
        return ok(body(content, reason));
    }

    static String body(String content, String reason) {
        return "{\"id\":\"msg_013Zva2CMHLNnXjNJJKqJ2EF\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"teller\","
                + "\"content\":[" + content + "],\"stop_reason\":" + quoted(reason)
                + ",\"stop_sequence\":null,\"usage\":{\"input_tokens\":7,\"output_tokens\":5}}";
    }

    static String error(String type, String message) {
        return "{\"type\":\"error\",\"error\":{\"type\":" + quoted(type) + ",\"message\":" + quoted(message)
                + "},\"request_id\":\"req_011CSHoEeqs5C35K2UUqR7Fy\"}";
    }

    static Script stream(List<String> events) {
        return chunked("text/event-stream", events);
    }

    static List<String> events(String reason) {
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

    static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
