package dev.parable.generator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.anthropic.AnthropicChatResponseMetadata;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a chat response was made of, one object or the events of a stream, for what LangChain4j leaves out:
 * finish reasons that it does not know, streamed refusals, and errors within a stream.
 */
record RawAnswer(List<JsonNode> objects) {

    /** Ollama's is not kept by LangChain4j, and is none. */
    static RawAnswer of(ChatResponse response) {
        Stream<String> texts = switch (response.metadata()) {
            case OpenAiChatResponseMetadata openAi -> texts(openAi.rawServerSentEvents(), openAi.rawHttpResponse());
            case AnthropicChatResponseMetadata anthropic ->
                texts(anthropic.rawServerSentEvents(), anthropic.rawHttpResponse());
            default -> Stream.empty();
        };
        return new RawAnswer(texts.map(Json::parse).toList());
    }

    /** The last reason to end, as the server spelt it; empty if there is none. */
    String reason() {
        return Stream.concat(
                        choices().map(choice -> choice.path("finish_reason")),
                        // Anthropic's, at the top of an answer or in an event's delta.
                        objects.stream()
                                .flatMap(object -> Stream.of(
                                        object.path("stop_reason"),
                                        object.path("delta").path("stop_reason"))))
                .map(reason -> reason.asText(""))
                .filter(reason -> !reason.isEmpty() && !reason.equals("null"))
                .reduce("", (earlier, later) -> later);
    }

    /** What the model says in refusing; empty if it does not. */
    String refusal() {
        return choices()
                .map(choice -> choice.path("delta").path("refusal").asText(""))
                .collect(Collectors.joining());
    }

    /** The error that a server put into its stream; null if there is none. */
    @Nullable
    String error() {
        return objects.stream()
                .filter(object -> object.hasNonNull("error"))
                .map(object -> ServerError.of(object).message())
                .findFirst()
                .orElse(null);
    }

    private Stream<JsonNode> choices() {
        return objects.stream().map(object -> object.path("choices").path(0));
    }

    private static Stream<String> texts(
            @Nullable List<ServerSentEvent> events, @Nullable SuccessfulHttpResponse response) {
        if (events != null && !events.isEmpty()) {
            return events.stream().map(ServerSentEvent::data);
        }
        return response == null ? Stream.empty() : Stream.of(response.body());
    }
}
