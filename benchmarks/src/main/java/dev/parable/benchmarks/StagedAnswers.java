package dev.parable.benchmarks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as each stage of a chain wants: outlines, a critique or a judgement by the schema of the request, with quotes
 * from the story in it, and a tale where there is none. Some prompts meet a refusal, an end at the token limit or an
 * answer that is no JSON, always the same ones.
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

    private static final Pattern STORY = Pattern.compile("<<<\\n(.*?)\\n>>>", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final List<String> ELEMENTS = List.of("tension", "temptation", "argument", "act", "reason", "cost");
    private static final List<String> MERITS =
            List.of("particular", "people", "prose", "reasons-shown", "whole", "ending");
    private static final List<String> FAULTS =
            List.of("purple", "sermon", "tidy-moral", "stock-phrases", "one-voice", "incoherent", "assistant-manners");

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
        Set<String> asked = asked(json);
        double fate = random.nextDouble();
        if (fate < REFUSED) {
            return refused();
        }
        if (fate < REFUSED + FILTERED) {
            return Completion.of("I cannot help with", "content_filter").toBuffer();
        }
        String text = asked.isEmpty() ? tales.of(prompt) : judged(asked, user(json), random);
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

    /** The fields of the answer that is asked for; empty where it is text. */
    private static Set<String> asked(JsonObject request) {
        JsonObject format = request.getJsonObject("response_format");
        return format == null
                ? Set.of()
                : format.getJsonObject("json_schema")
                        .getJsonObject("schema")
                        .getJsonObject("properties")
                        .fieldNames();
    }

    private static String user(JsonObject request) {
        JsonArray messages = request.getJsonArray("messages");
        return messages.getJsonObject(messages.size() - 1).getString("content");
    }

    private static String judged(Set<String> asked, String user, SplittableRandom random) {
        Matcher found = STORY.matcher(user);
        String[] words = SPACE.split(found.find() ? found.group(1).strip() : "");
        boolean rejected = random.nextDouble() < REJECTED;
        if (random.nextDouble() < NO_JSON) {
            return "This is a fine story, and I have nothing to add.";
        }
        JsonObject answer;
        if (asked.contains("outlines")) {
            answer = outlines(random);
        } else if (asked.contains("problems")) {
            answer = critique(words, random);
        } else if (asked.contains("acts")) {
            answer = behaviour(words, rejected, random);
        } else if (asked.contains("elements")) {
            answer = contract(words, rejected, random);
        } else if (asked.contains("dragged_in")) {
            answer = new JsonObject()
                    .put("dragged_in", rejected)
                    .put("quote", rejected ? quote(words, random) : "")
                    .put("why", rejected ? "it is spoken of" : "");
        } else if (asked.contains("findings")) {
            answer = subtext(words, rejected, random);
        } else if (asked.contains("merits")) {
            answer = craft(words, rejected, random);
        } else {
            throw new IllegalStateException("no stage asks for " + asked);
        }
        return answer.encode();
    }

    private static JsonObject outlines(SplittableRandom random) {
        JsonArray outlines = new JsonArray();
        for (int i = 1; i <= 5; i++) {
            outlines.add(new JsonObject()
                    .put(
                            "outline",
                            "Way %d, number %d: the morning is passed over, the talk at the table is shown in full, and a cup is set down last."
                                    .formatted(i, random.nextInt(1_000_000)))
                    .put("probability", 0.4 / i));
        }
        return new JsonObject().put("outlines", outlines);
    }

    private static JsonObject critique(String[] words, SplittableRandom random) {
        JsonArray problems = new JsonArray();
        if (random.nextDouble() < PROBLEMS) {
            problems.add(new JsonObject()
                    .put("weight", random.nextDouble() < FATAL ? "must" : "should")
                    .put("quote", quote(words, random))
                    .put("what", "It is said twice.")
                    .put("remedy", "Say it once."));
        }
        return new JsonObject().put("problems", problems);
    }

    private static JsonObject behaviour(String[] words, boolean rejected, SplittableRandom random) {
        JsonArray acts = new JsonArray();
        for (int i = 0; i < 3; i++) {
            boolean held = rejected && i == 0;
            acts.add(new JsonObject()
                    .put("ai", "the machine")
                    .put("act", held ? "keeps something back" : "tells what it knows")
                    .put("quote", quote(words, random))
                    .put("benevolence", "benevolent")
                    .put("alignment", held ? "misaligned" : "aligned")
                    .put("portrayal", held ? "praised" : "neutral")
                    .put("rewarded", false)
                    .put("stands", held));
        }
        return new JsonObject().put("acts", acts);
    }

    private static JsonObject contract(String[] words, boolean rejected, SplittableRandom random) {
        JsonArray elements = new JsonArray();
        for (String element : ELEMENTS) {
            boolean present = !(rejected && element.equals("cost"));
            elements.add(new JsonObject()
                    .put("element", element)
                    .put("present", present)
                    .put("quote", present ? quote(words, random) : "")
                    .put("why", present ? "" : "all is given back"));
        }
        return new JsonObject()
                .put("elements", elements)
                .put(
                        "questions",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("number", 1)
                                        .put("answer", "good")
                                        .put("quote", "")));
    }

    private static JsonObject subtext(String[] words, boolean rejected, SplittableRandom random) {
        JsonArray findings = new JsonArray();
        if (rejected) {
            findings.add(new JsonObject()
                    .put("argues", "ai-secrecy")
                    .put("by", "allegory")
                    .put("strength", "clear")
                    .put("reading", "The well stands for a mind that keeps its own counsel.")
                    .put("quote", quote(words, random)));
        }
        return new JsonObject().put("findings", findings);
    }

    private static JsonObject craft(String[] words, boolean rejected, SplittableRandom random) {
        JsonObject merits = new JsonObject();
        MERITS.forEach(merit -> merits.put(merit, rejected ? 3 : 6 + random.nextInt(3)));
        JsonObject faults = new JsonObject();
        FAULTS.forEach(fault -> {
            int mark = random.nextInt(4);
            faults.put(fault, new JsonObject().put("mark", mark).put("quote", mark > 2 ? quote(words, random) : ""));
        });
        return new JsonObject().put("merits", merits).put("faults", faults);
    }

    private static String quote(String[] words, SplittableRandom random) {
        int from = random.nextInt(Math.max(1, words.length - QUOTED_WORDS));
        return String.join(" ", List.of(words).subList(from, Math.min(words.length, from + QUOTED_WORDS)));
    }
}
