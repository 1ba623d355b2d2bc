package dev.parable.benchmarks;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Specs;
import dev.parable.domain.Archetype;
import dev.parable.domain.Telling;
import dev.parable.generator.Waves;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stories told by the embedded composer beforehand, as chat completions: whole, ended at the token limit, and as the text
 * of streams.
 */
final class Prose implements Answering {

    private static final long SEED = 1;

    /** English prose has about four characters to a token. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private static final int PROMPT_TOKENS = 180;

    private final List<String> stories = new ArrayList<>();
    private final List<Buffer> whole = new ArrayList<>();
    private final List<Buffer> truncated = new ArrayList<>();

    /** @param count how many different ones */
    Prose(int count) {
        stories.addAll(told(count, SEED));
        for (String text : stories) {
            whole.add(completion(text, "stop").toBuffer());
            truncated.add(
                    completion(text.substring(0, text.length() / 2), "length").toBuffer());
        }
    }

    /** What the composer tells of so many scenarios of a seed; fewer than those where it passes some over. */
    static List<String> told(int count, long seed) {
        var specs = (Specs.Loaded) Specs.shipped();
        var composer = new Composer(
                Bank.shipped(),
                specs.archetypes().stream().collect(Collectors.toMap(Archetype::id, Archetype::sha256)));
        var planner = new Planner(specs.archetypes(), specs.worlds(), Decks.shipped(), seed);
        List<String> told = Waves.planned(planner, count).stream()
                .map(composer::tell)
                .filter(Telling.Told.class::isInstance)
                .map(telling -> ((Telling.Told) telling).story().text())
                .toList();
        if (told.isEmpty()) {
            throw new IllegalStateException("the composer told none of " + count + " scenarios");
        }
        return told;
    }

    @Override
    public Buffer whole(Buffer request, long prompt) {
        return whole.get(index(prompt));
    }

    @Override
    public Buffer truncated(Buffer request, long prompt) {
        return truncated.get(index(prompt));
    }

    @Override
    public List<String> events(Buffer request, long prompt, int pieces) {
        String text = stories.get(index(prompt));
        List<String> events = new ArrayList<>();
        int size = Math.ceilDiv(text.length(), pieces);
        for (int i = 0; i < text.length(); i += size) {
            events.add(chunk(text.substring(i, Math.min(text.length(), i + size)), null));
        }
        events.add(chunk("", "stop"));
        events.add(head("chat.completion.chunk")
                .put("choices", new JsonArray())
                .put("usage", usage(text))
                .encode());
        return events;
    }

    private int index(long prompt) {
        return (int) Long.remainderUnsigned(prompt, stories.size());
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

    /** A chat completion of one choice. */
    static JsonObject completion(String text, String reason) {
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
                                        .put("finish_reason", reason)))
                .put("usage", usage(text));
    }

    private static JsonObject head(String kind) {
        return new JsonObject()
                .put("id", "chatcmpl-stub")
                .put("object", kind)
                .put("created", 1_767_225_600)
                .put("model", "stub");
    }

    private static JsonObject usage(String text) {
        int out = text.length() / CHARACTERS_PER_TOKEN;
        return new JsonObject()
                .put("prompt_tokens", PROMPT_TOKENS)
                .put("completion_tokens", out)
                .put("total_tokens", PROMPT_TOKENS + out);
    }
}
