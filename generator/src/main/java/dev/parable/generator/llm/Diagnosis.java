package dev.parable.generator.llm;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.anthropic.internal.api.AnthropicStreamingException;
import dev.langchain4j.model.ollama.OllamaStreamingException;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads exceptions: what LangChain4j and the connections throw enters, a fault that says what to do leaves. */
final class Diagnosis {

    private final ModelSettings settings;
    private final ApiKey key;
    private final Timekeeper time;

    Diagnosis(ModelSettings settings, ApiKey key, Timekeeper time) {
        this.settings = settings;
        this.key = key;
        this.time = time;
    }

    Attempt of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof StatusException status) {
                return of(status);
            }
            if (t instanceof WireException wire) {
                return faulted(wire.kind(), String.valueOf(wire.getMessage()), null);
            }
            if (t instanceof AnthropicStreamingException broken) {
                return midStream(String.valueOf(broken.getMessage()), broken.type());
            }
            if (t instanceof OllamaStreamingException broken) {
                return midStream(String.valueOf(broken.getMessage()), "");
            }
            if (t instanceof ContentFilteredException refused) {
                return new Attempt.Answered(
                        new Reply.Refused(key.scrub(String.valueOf(refused.getMessage())), Usage.NONE));
            }
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return faulted(
                Cause.MALFORMED,
                settings.baseUrl() + " answered with something that is not a chat completion: "
                        + (root instanceof NullPointerException
                                ? "a field that every completion has is missing"
                                : root.getMessage() + " (" + root.getClass().getSimpleName() + ")"),
                null);
    }

    /** An error that came after the head of the response had promised success. */
    private Attempt midStream(String message, @Nullable String type) {
        var error = new ServerError(message, "", type == null ? "" : type, false);
        return faulted(
                error.overloaded() ? Cause.RATE_LIMITED : Cause.SERVER_ERROR, "the server broke off: " + message, null);
    }

    private Attempt of(StatusException thrown) {
        int status = thrown.statusCode();
        ServerError error = ServerError.of(thrown.body());
        if ((status == 400 || status == 403) && error.filtered()) {
            return new Attempt.Answered(new Reply.Refused(key.scrub(error.message()), Usage.NONE));
        }
        Duration retryAfter = RetryAfter.parse(thrown.retryAfter(), time.now());
        String said = "HTTP " + status + " from " + settings.baseUrl()
                + (error.message().isBlank()
                        ? ""
                        : ", saying: " + error.message().strip());
        if (status < 500 && error.outOfCredit()) {
            return outOfCredit(said);
        }
        return switch (status) {
            case 402 -> outOfCredit(said);
            case 401, 403 -> faulted(Cause.UNAUTHORIZED, keyAdvice() + " (" + said + ")", null);
            case 404 -> faulted(Cause.NOT_FOUND, nameAdvice() + " (" + said + ")", null);
            case 408 -> faulted(Cause.TIMEOUT, said, null);
            case 429, 529 -> faulted(Cause.RATE_LIMITED, said, retryAfter);
            default ->
                status >= 500
                        ? faulted(error.overloaded() ? Cause.RATE_LIMITED : Cause.SERVER_ERROR, said, retryAfter)
                        : faulted(
                                Cause.BAD_REQUEST,
                                said + "; the server does not take this request, and would not if asked again",
                                null);
        };
    }

    private Attempt outOfCredit(String said) {
        return faulted(Cause.OUT_OF_CREDIT, "the account of " + key + " has no credit left (" + said + ")", null);
    }

    private String nameAdvice() {
        String model = "no model '" + settings.modelName() + "' at " + settings.baseUrl();
        return switch (settings.protocol()) {
            case OPENAI ->
                model + ", or no chat completions there; check the model's name and the base URL, which often ends in"
                        + " /v1";
            case ANTHROPIC ->
                model + ", or no messages there; check the model's name and the base URL, which ends in /v1";
            case OLLAMA ->
                model + ", or no Ollama there; run 'ollama pull " + settings.modelName()
                        + "', or check the name and the base URL, which ends with the port";
        };
    }

    private String keyAdvice() {
        return key.value() == null
                ? settings.baseUrl() + " asks for a key and none is set; name the environment variable that holds it"
                : settings.baseUrl() + " does not accept " + key
                        + "; set that variable to a key for this base URL, with access to '" + settings.modelName()
                        + "'";
    }

    private Attempt faulted(Cause cause, String detail, @Nullable Duration retryAfter) {
        return new Attempt.Faulted(new Fault(cause, cause.again(), key.scrub(detail), retryAfter));
    }
}
