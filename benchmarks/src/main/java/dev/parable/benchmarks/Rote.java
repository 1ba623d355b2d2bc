package dev.parable.benchmarks;

import dev.parable.quality.Criterion;
import dev.parable.quality.Planted;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers by rote: by {@link Script} where JSON by a schema is asked for, else a story of the form that is asked for. It
 * knows the planted texts by heart, so that judges pass their trial; of other texts it finds fault with a fixed share, and
 * quotes their first words.
 */
final class Rote implements Answering {

    /** One text of so many has problems that a rewrite is asked for. */
    private static final int FAULTY = 3;

    /** One text of so many is rejected, by each judge. */
    private static final int REJECTED = 40;

    private static final Pattern SCHEMA = Pattern.compile("\"response_format\"\\s*:");
    private static final Pattern QUOTE = Pattern.compile("\\p{L}+(?: \\p{L}+){2,6}");

    private final Prose prose;
    private final Map<String, Boolean> planted = new HashMap<>();

    /** @param stories how many scenarios are told beforehand */
    Rote(int stories) {
        this.prose = new Prose(stories);
        Planted.shipped().forEach(p -> planted.put(p.judge() + p.text(), p.violation()));
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
                ? new Completion(structured(new JsonObject(text), prompt).encode())
                : prose.story(text, prompt);
    }

    private JsonObject structured(JsonObject request, long prompt) {
        Set<String> asked = Script.asked(request);
        String user = Script.user(request);
        if (asked.contains("outlines")) {
            return Script.outlines(user, prompt);
        }
        String story = Script.story(user);
        boolean faulty = Long.remainderUnsigned(prompt, FAULTY) == 0;
        Criterion judge = Script.judge(asked);
        boolean rejected = planted.getOrDefault(judge + story, Long.remainderUnsigned(prompt, REJECTED) == 0);
        return Script.of(asked, new Script.Finding(faulty ? "should" : "", rejected, quote(story)));
    }

    /** The first three to seven words of the text that stand together. */
    private static String quote(String text) {
        Matcher words = QUOTE.matcher(text);
        return words.find() ? words.group() : text;
    }
}
