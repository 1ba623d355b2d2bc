package dev.parable.benchmarks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Answers by rote: {@link Script} where JSON by a schema is asked for, else a story of the form that is asked for. */
final class Rote implements Answering {

    private static final Pattern SCHEMA = Pattern.compile("\"response_format\"\\s*:");

    private final Prose prose;
    private final Script script = new Script();

    /** @param stories how many scenarios are told beforehand */
    Rote(int stories) {
        this.prose = new Prose(stories);
    }

    @Override
    public Buffer whole(Buffer request, long prompt) {
        return answer(request, prompt).whole(request.length());
    }

    @Override
    public Buffer truncated(Buffer request, long prompt) {
        return answer(request, prompt).truncated(request.length());
    }

    @Override
    public List<String> events(Buffer request, long prompt, int pieces) {
        return answer(request, prompt).events(pieces, request.length());
    }

    private Completion answer(Buffer request, long prompt) {
        String text = request.toString(StandardCharsets.UTF_8);
        return SCHEMA.matcher(text).find()
                ? new Completion(script.answer(new JsonObject(text), prompt))
                : prose.story(text, prompt);
    }
}
