package dev.parable.generator.llm;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import org.jspecify.annotations.Nullable;

/**
 * The events of a stream up to the first that is not JSON, which ends it with an error. LangChain4j's listeners of
 * Anthropic and Ollama leave such an event out, and would complete a text with a hole in it.
 */
final class JsonEvents implements ServerSentEventListener {

    /** The event after the last, in OpenAI's protocol. */
    private static final String DONE = "[DONE]";

    private final ServerSentEventListener listener;
    private @Nullable WireException broken;

    JsonEvents(ServerSentEventListener listener) {
        this.listener = listener;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (json(event)) {
            listener.onEvent(event, context);
        }
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        if (json(event)) {
            listener.onEvent(event);
        }
    }

    @Override
    public void onError(Throwable error) {
        listener.onError(error);
    }

    @Override
    public void onClose() {
        if (broken == null) {
            listener.onClose();
        } else {
            listener.onError(broken);
        }
    }

    private boolean json(ServerSentEvent event) {
        String data = event.data();
        if (broken == null && data != null && !data.isBlank() && !data.equals(DONE)) {
            if (Json.parse(data).isMissingNode()) {
                broken = new WireException(Cause.MALFORMED, "the stream has an event that is not JSON", null);
            }
        }
        return broken == null;
    }
}
