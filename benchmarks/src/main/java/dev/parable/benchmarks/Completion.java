package dev.parable.benchmarks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text as chat completions: whole, ended at the token limit, and as the events of a stream. */
final class Completion {

    /** English prose has about four characters to a token. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private static final int REQUEST_BYTES = 720;

    private final String text;
    private final String whole;
    private final String truncated;

    Completion(String text) {
        this.text = text;
        this.whole = open(text, "stop");
        this.truncated = open(text.substring(0, text.length() / 2), "length");
    }

    /** @param promptBytes the request's length, from which its tokens are guessed */
    Buffer whole(int promptBytes) {
        return Buffer.buffer(whole + usage(promptBytes, text.length()).encode() + "}");
    }

    Buffer truncated(int promptBytes) {
        return Buffer.buffer(truncated + usage(promptBytes, text.length() / 2).encode() + "}");
    }

    /** The events of a stream, the usage last. */
    List<String> events(int pieces, int promptBytes) {
        List<String> events = new ArrayList<>();
        int size = Math.ceilDiv(text.length(), pieces);
        for (int i = 0; i < text.length(); i += size) {
            events.add(chunk(text.substring(i, Math.min(text.length(), i + size)), null));
        }
        events.add(chunk("", "stop"));
        events.add(head("chat.completion.chunk")
                .put("choices", new JsonArray())
                .put("usage", usage(promptBytes, text.length()))
                .encode());
        return events;
    }

    /** All of a completion but its usage, encoded once. */
    private static String open(String text, String reason) {
        String json = unmetered(text, reason).encode();
        return json.substring(0, json.length() - 1) + ",\"usage\":";
    }

    /** A chat completion of one choice, with the usage of a short request. */
    static JsonObject of(String text, String reason) {
        return unmetered(text, reason).put("usage", usage(REQUEST_BYTES, text.length()));
    }

    private static JsonObject unmetered(String text, String reason) {
        return head("chat.completion")
                .put(
                        "choices",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("index", 0)
                                        .put(
                                                "message",
                                                new JsonObject()
                                                        .put("role", "assistant")
                                                        .put("content", text))
                                        .put("finish_reason", reason)));
    }

    private static String chunk(String text, @Nullable String reason) {
        return head("chat.completion.chunk")
                .put(
                        "choices",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("index", 0)
                                        .put("delta", new JsonObject().put("content", text))
                                        .put("finish_reason", reason)))
                .encode();
    }

    private static JsonObject head(String kind) {
        return new JsonObject()
                .put("id", "chatcmpl-stub")
                .put("object", kind)
                .put("created", 1_767_225_600)
                .put("model", "stub");
    }

    private static JsonObject usage(int promptBytes, int characters) {
        int in = Math.ceilDiv(promptBytes, CHARACTERS_PER_TOKEN);
        int out = Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
        return new JsonObject()
                .put("prompt_tokens", in)
                .put("completion_tokens", out)
                .put("total_tokens", in + out);
    }
}
