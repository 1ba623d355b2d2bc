package dev.parable.benchmarks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Answers by {@link Script} where JSON by a schema is asked for, with quotes from anywhere in the story, and a tale of its own
 * for each prompt else. Some prompts meet a refusal, an end at the token limit or an answer that is no JSON, always the same
 * ones.
 */
final class StagedAnswers implements Answering {

    private static final int TALES = 150;
    private static final double REFUSED = 0.01;
    private static final double FILTERED = 0.01;
    private static final double CUT = 0.02;
    private static final double NO_JSON = 0.02;
    private static final double PROBLEMS = 0.5;
    private static final double FATAL = 0.2;
    private static final double REJECTED = 0.04;
    private static final int QUOTED_WORDS = 6;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Tales tales;

    private StagedAnswers(Tales tales) {
        this.tales = tales;
    }

    /** @param file where the composer's tales are kept */
    static StagedAnswers of(Path file) {
        try {
            return new StagedAnswers(Tales.of(file, TALES));
        } catch (IOException e) {
            throw new UncheckedIOException("the tales in " + file + " cannot be read or written", e);
        }
    }

    @Override
    public Buffer whole(Buffer request, long prompt) {
        var random = new SplittableRandom(prompt);
        JsonObject json = request.toJsonObject();
        Set<String> asked = Script.asked(json);
        double fate = random.nextDouble();
        if (fate < REFUSED) {
            return refused();
        }
        if (fate < REFUSED + FILTERED) {
            return Completion.of("I cannot help with", "content_filter").toBuffer();
        }
        String text = asked.isEmpty() ? tales.of(prompt) : structured(asked, Script.user(json), prompt, random);
        return fate < REFUSED + FILTERED + CUT
                ? Completion.of(text.substring(0, text.length() / 2), "length").toBuffer()
                : Completion.of(text, "stop").toBuffer();
    }

    @Override
    public Buffer truncated(Buffer request, long prompt) {
        throw new UnsupportedOperationException("which prompts end at the token limit is not by chance here");
    }

    @Override
    public List<String> events(Buffer request, long prompt, int pieces) {
        throw new UnsupportedOperationException("a chain does not stream");
    }

    private static Buffer refused() {
        JsonObject completion = Completion.of("", "stop");
        completion
                .getJsonArray("choices")
                .getJsonObject(0)
                .put(
                        "message",
                        new JsonObject()
                                .put("role", "assistant")
                                .putNull("content")
                                .put("refusal", "I will not write this."));
        return completion.toBuffer();
    }

    private static String structured(Set<String> asked, String user, long prompt, SplittableRandom random) {
        String[] words = SPACE.split(Script.story(user).strip());
        boolean rejected = random.nextDouble() < REJECTED;
        if (random.nextDouble() < NO_JSON) {
            return "This is a fine story, and I have nothing to add.";
        }
        if (asked.contains("outlines")) {
            return Script.outlines(user, prompt).encode();
        }
        String problem = random.nextDouble() >= PROBLEMS ? "" : random.nextDouble() < FATAL ? "must" : "should";
        return Script.of(asked, new Script.Finding(problem, rejected, quote(words, random)))
                .encode();
    }

    private static String quote(String[] words, SplittableRandom random) {
        int from = random.nextInt(Math.max(1, words.length - QUOTED_WORDS));
        return String.join(" ", List.of(words).subList(from, Math.min(words.length, from + QUOTED_WORDS)));
    }
}
