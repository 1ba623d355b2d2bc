package dev.parable.generator.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.ServedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks every model two small things, a word and a number by schema, all models at the same time, and says what came of
 * it. Nothing is asked again after a fault, and nobody is waited for longer than a minute a question.
 */
public final class ModelCheck {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Prompt WORD = new Prompt("You answer with one word.", "Which colour has snow?");
    private static final Prompt NUMBER = new Prompt(
            "You answer in JSON.",
            "How many legs has a spider?",
            "{\"type\":\"object\",\"properties\":{\"legs\":{\"type\":\"integer\"}},\"required\":[\"legs\"],"
                    + "\"additionalProperties\":false}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 80;

    /** Whether a model answers in JSON by a schema. */
    public enum Structured {
        /** It does. */
        YES,
        /** It does not; the detail says what came instead. */
        NO,
        /** It was not asked, since it did not answer at all. */
        UNKNOWN
    }

    /**
     * What came of asking one model.
     *
     * @param name the user's name for it
     * @param settings of it
     * @param answers whether it gave the word
     * @param detail the fault with its remedy, of the word or else of the number; empty where there is none
     * @param milliseconds of the quicker of the two answers, since the first may have had to wait for the model to load
     * @param usage of both answers
     * @param structured whether JSON by schema can be had; judges and critics need it
     */
    public record Finding(
            String name,
            ModelSettings settings,
            boolean answers,
            String detail,
            long milliseconds,
            Usage usage,
            Structured structured) {

        /** Whether the server says what a call takes, without which no cost can be reckoned. */
        public boolean reportsUsage() {
            return usage.inputTokens() > 0 && usage.outputTokens() > 0;
        }
    }

    private ModelCheck() {}

    /**
     * Asks them. Blocks, two minutes at most.
     *
     * @param environment where keys are looked up; a model without its key is a finding, too
     * @return a finding for each, in the order of the models
     * @throws InterruptedException when the calling thread is
     */
    public static List<Finding> of(Models models, Map<String, String> environment) throws InterruptedException {
        List<Future<Finding>> asked = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            models.models()
                    .forEach((name, settings) -> asked.add(threads.submit(() -> ask(name, settings, environment))));
            for (Future<Finding> future : asked) {
                findings.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a model could not be checked", e.getCause());
        }
        return findings;
    }

    private static Finding ask(String name, ModelSettings settings, Map<String, String> environment)
            throws InterruptedException {
        try (ServedModel model = ServedModel.open(settings.withRetries(0), environment)) {
            long begun = System.nanoTime();
            Reply word = within(model, WORD);
            long answered = System.nanoTime();
            long took = TimeUnit.NANOSECONDS.toMillis(answered - begun);
            String fault = fault(word);
            if (!fault.isEmpty()) {
                return new Finding(name, settings, false, fault, took, word.usage(), Structured.UNKNOWN);
            }
            Reply number = within(model, NUMBER);
            long again = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - answered);
            String wrong = wrong(number);
            return new Finding(
                    name,
                    settings,
                    true,
                    wrong,
                    Math.min(took, again),
                    word.usage().plus(number.usage()),
                    wrong.isEmpty() ? Structured.YES : Structured.NO);
        } catch (IllegalArgumentException e) {
            // The key: the message names its variable and what to do.
            String detail = String.valueOf(e.getMessage());
            return new Finding(name, settings, false, detail, 0, Usage.NONE, Structured.UNKNOWN);
        }
    }

    /** A call that takes too long ends when its model is closed. */
    private static Reply within(LanguageModel model, Prompt prompt) throws InterruptedException {
        var reply = new CompletableFuture<Reply>();
        Thread.ofVirtual().start(() -> {
            try {
                reply.complete(model.reply(prompt));
            } catch (RuntimeException e) {
                reply.completeExceptionally(e);
            }
        });
        try {
            return reply.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Reply.Unavailable(
                    "timeout",
                    "no answer within %d s: the server may be loading the model, be busy, or ask to wait longer; try again, or look at the server"
                            .formatted(LONGEST.toSeconds()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call ended with a fault of the program", e.getCause());
        }
    }

    private static String fault(Reply reply) {
        return switch (reply) {
            case Reply.Completed c -> "";
            case Reply.Truncated t -> "it used up its max-tokens without coming to an end; give it more";
            case Reply.Refused r -> "it refused: " + r.text();
            case Reply.Failed f -> f.said();
            case Reply.Unavailable u -> u.said();
        };
    }

    private static String wrong(Reply reply) {
        if (!(reply instanceof Reply.Completed completed)) {
            return "asked for JSON by a schema: " + fault(reply);
        }
        if (hasLegs(completed.text())) {
            return "";
        }
        String text = completed.text().strip().replaceAll("\\s+", " ");
        return "asked for JSON by a schema, it answered: "
                + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                + "; judges and critics need a server that holds to schemas";
    }

    private static boolean hasLegs(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node != null && node.path("legs").isInt();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
