package dev.parable.generator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The body of an error response, as OpenAI ({@code error.message}, {@code error.code}, {@code error.type}), vLLM
 * ({@code message}) and FastAPI ({@code detail}) write it; any other body is the message as it stands.
 *
 * @param flagged whether a router's moderation held the prompt back ({@code error.metadata.flagged_input}, OpenRouter)
 */
record ServerError(String message, String code, String type, boolean flagged) {

    private static final Set<String> FILTERED = Set.of("content_filter", "content_policy_violation");
    private static final String OUT_OF_CREDIT = "insufficient_quota";

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
        return flagged || FILTERED.contains(code) || FILTERED.contains(type);
    }

    /** Whether the account has nothing left to pay with. */
    boolean outOfCredit() {
        return OUT_OF_CREDIT.equals(code) || OUT_OF_CREDIT.equals(type);
    }

    private static ServerError with(JsonNode error, String message) {
        return new ServerError(
                message,
                error.path("code").asText(""),
                error.path("type").asText(""),
                error.path("metadata").has("flagged_input"));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
