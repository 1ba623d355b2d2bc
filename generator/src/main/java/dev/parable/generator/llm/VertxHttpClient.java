package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * LangChain4j's HTTP client over shared {@link Connections}. A failed exchange is a {@link WireException}, a status
 * other than 2xx a {@link StatusException}.
 */
final class VertxHttpClient implements HttpClient {

    private final Connections connections;
    private final Limits limits;
    private final Consumer<Exchange> onBegin;
    private final Runnable onStreamOver;

    VertxHttpClient(Connections connections, Limits limits, Consumer<Exchange> onBegin, Runnable onStreamOver) {
        this.connections = connections;
        this.limits = limits;
        this.onBegin = onBegin;
        this.onStreamOver = onStreamOver;
    }

    /**
     * Blocks until the response is whole; best on a virtual thread. Being interrupted ends the exchange.
     *
     * @throws IllegalStateException on an event loop
     */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Connections.refuseEventLoops();
        WholeBody whole = new WholeBody();
        Exchange exchange = connections.begin(request, limits, false, whole);
        onBegin.accept(exchange);
        ThreadBuffers.giveBack();
        WholeBody.Answer answer = await(whole.answer(), exchange);
        ThreadBuffers.borrow();
        Head head = answer.head();
        if (!head.successful()) {
            throw status(head, answer.body().getBytes());
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(head.status())
                .headers(head.headers())
                .body(answer.body().getBytes())
                .build();
    }

    /** Returns at once; a virtual thread of its own parses the stream and calls the listener. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        BodyStream body = new BodyStream();
        Exchange exchange = connections.begin(request, limits, true, body);
        body.whenClosed(() -> exchange.cancel(Cause.INTERRUPTED, "the reader of the stream closed it"));
        onBegin.accept(exchange);
        Thread.ofVirtual().name("llm-stream").start(() -> listen(body, exchange, parser, listener));
    }

    private void listen(
            BodyStream body, Exchange exchange, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (body) {
            Head head = await(body.head(), exchange);
            if (head.successful()) {
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(head.status())
                        .headers(head.headers())
                        .build());
                var events = new JsonEvents(listener);
                parser.parse(body, events);
                events.onClose();
            } else {
                listener.onError(status(head, body.readAllBytes()));
            }
        } catch (IOException | RuntimeException | Error e) {
            // Errors too, because somebody waits for this thread to say how it ended.
            listener.onError(e);
        } finally {
            onStreamOver.run();
        }
    }

    static <T> T await(CompletableFuture<T> future, Exchange exchange) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            exchange.cancel(Cause.INTERRUPTED, "the caller was interrupted");
            Thread.currentThread().interrupt();
            throw new WireException(Cause.INTERRUPTED, "interrupted while waiting for the answer", e);
        } catch (ExecutionException e) {
            // Made anew, so that its stack is that of the caller.
            throw e.getCause() instanceof WireException wire
                    ? new WireException(wire.kind(), String.valueOf(wire.getMessage()), wire)
                    : new IllegalStateException(e.getCause());
        }
    }

    static StatusException status(Head head, byte[] body) {
        return new StatusException(head.status(), new String(body, StandardCharsets.UTF_8), head.first("retry-after"));
    }
}
