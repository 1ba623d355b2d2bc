package dev.parable.generator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * The body of an error response, as OpenAI and Anthropic ({@code error.message}, {@code error.code}, {@code error.type}),
 * Ollama ({@code error}), vLLM ({@code message}) and FastAPI ({@code detail}) write it; any other body is the message as
 * it stands.
 *
 * @param flagged whether a router's moderation held the prompt back ({@code error.metadata.flagged_input}, OpenRouter)
 */
record ServerError(String message, String code, String type, boolean flagged) {

    private static final Set<String> FILTERED = Set.of("content_filter", "content_policy_violation");
    /** Of OpenAI and Anthropic; the last in {@code error.details.error_code}. */
    private static final Set<String> OUT_OF_CREDIT =
            Set.of("insufficient_quota", "credit_balance_exhausted", "billing_error", "enforced_spend_limit_reached");
    /** What Anthropic says in 400s that have no code of their own. */
    private static final List<String> SAYS_OUT_OF_CREDIT = List.of("credit balance is too low", "API usage limits");

    private static final String SAYS_FILTERED = "content filtering policy";
    private static final String OVERLOADED = "overloaded_error";
    /** What Ollama says when its queue is full. */
    private static final List<String> SAYS_BUSY = List.of("server busy", "Server overloaded");

    static ServerError of(String body) {
        JsonNode node = Json.parse(body);
        return node.isObject() ? of(node) : new ServerError(body, "", "", false);
    }

    static ServerError of(JsonNode body) {
        JsonNode error = body.hasNonNull("error") ? body.path("error") : body;
        for (String field : new String[] {"message", "detail"}) {
            if (error.hasNonNull(field)) {
                return with(error, text(error.path(field)));
            }
        }
        return with(error, text(error));
    }

    /** Whether the server refused because of what the prompt says. */
    boolean filtered() {
        return flagged || FILTERED.contains(code) || FILTERED.contains(type) || message.contains(SAYS_FILTERED);
    }

    /** Whether the account has nothing left to pay with, or may not pay more. */
    boolean outOfCredit() {
        return OUT_OF_CREDIT.contains(code)
                || OUT_OF_CREDIT.contains(type)
                || SAYS_OUT_OF_CREDIT.stream().anyMatch(message::contains);
    }

    /** Whether the server has more to do than it can, and says so by other means than a 429. */
    boolean overloaded() {
        return OVERLOADED.equals(type) || SAYS_BUSY.stream().anyMatch(message::contains);
    }

    private static ServerError with(JsonNode error, String message) {
        return new ServerError(
                message,
                error.path("code")
                        .asText(error.path("details").path("error_code").asText("")),
                error.path("type").asText(""),
                error.path("metadata").has("flagged_input"));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
