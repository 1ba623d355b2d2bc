package dev.parable.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.util.function.Function;

/**
 * Asks an LLM for JSON and reads it. What cannot be read is asked for once more, with the answer and what was wrong with
 * it; a fence around the JSON or words before it are passed over.
 *
 * @param <T> what the JSON is read as
 */
public sealed interface StructuredAnswer<T> {

    /** What both calls took. */
    Usage usage();

    /** The JSON was read. */
    record Read<T>(T value, Usage usage) implements StructuredAnswer<T> {}

    /**
     * There is nothing to read.
     *
     * @param cause {@code refused}, {@code truncated}, {@code failed} or {@code unreadable}
     * @param detail what the model or its server said, or what was wrong with the second answer
     */
    record Unread<T>(String cause, String detail, Usage usage) implements StructuredAnswer<T> {}

    /** No prompt gets an answer now. */
    record Unavailable<T>(Reply.Unavailable reply) implements StructuredAnswer<T> {
        @Override
        public Usage usage() {
            return Usage.NONE;
        }
    }

    /**
     * Asks.
     *
     * @param reader throws {@link IllegalArgumentException} that says, to the model, what is wrong with the JSON
     */
    static <T> StructuredAnswer<T> of(LanguageModel model, Prompt prompt, Function<JsonNode, T> reader) {
        Usage spent = Usage.NONE;
        Prompt asked = prompt;
        String wrong = "";
        for (int attempt = 0; attempt < 2; attempt++) {
            Reply reply = model.reply(asked);
            spent = spent.plus(reply.usage());
            switch (reply) {
                case Reply.Completed completed -> {
                    try {
                        return new Read<>(reader.apply(json(completed.text())), spent);
                    } catch (JsonProcessingException e) {
                        wrong = "it is not JSON: " + e.getOriginalMessage();
                    } catch (IllegalArgumentException e) {
                        wrong = String.valueOf(e.getMessage());
                    }
                    asked = repair(prompt, completed.text(), wrong);
                }
                case Reply.Truncated truncated -> {
                    return new Unread<>("truncated", "the answer reached the token limit", spent);
                }
                case Reply.Refused refused -> {
                    return new Unread<>("refused", refused.said(), spent);
                }
                case Reply.Failed failed -> {
                    return new Unread<>("failed", failed.said(), spent);
                }
                case Reply.Unavailable unavailable -> {
                    return new Unavailable<>(unavailable);
                }
            }
        }
        return new Unread<>("unreadable", wrong, spent);
    }

    private static Prompt repair(Prompt prompt, String answer, String wrong) {
        return new Prompt(
                prompt.system(),
                "%s%n%nYour answer to this was:%n<<<%n%s%n>>>%nIt cannot be used: %s. Answer again, with the JSON alone."
                        .formatted(prompt.user(), answer, wrong),
                prompt.schema());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        JsonNode node = new ObjectMapper().readTree(from >= 0 && to > from ? text.substring(from, to + 1) : text);
        if (!node.isObject()) {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        return node;
    }
}
