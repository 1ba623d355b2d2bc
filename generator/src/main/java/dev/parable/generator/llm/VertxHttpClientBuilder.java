package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Builds HTTP clients that share the same connections, and so their time to connect; asking for another has no effect.
 * The read timeout bounds the whole exchange.
 */
final class VertxHttpClientBuilder implements HttpClientBuilder {

    private final Connections connections;
    private final Consumer<Exchange> onBegin;
    private final Runnable onStreamOver;
    private Limits limits;

    /**
     * @param onBegin told of every exchange, so that its caller can cancel it
     * @param onStreamOver told when a stream is over, after its listener was
     */
    VertxHttpClientBuilder(Connections connections, Consumer<Exchange> onBegin, Runnable onStreamOver) {
        this.connections = connections;
        this.onBegin = onBegin;
        this.onStreamOver = onStreamOver;
        this.limits = connections.limits();
    }

    @Override
    public Duration connectTimeout() {
        return limits.connect();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return limits.exchange();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        limits = new Limits(limits.connect(), timeout, limits.idle(), limits.bodyBytes());
        return this;
    }

    @Override
    public HttpClient build() {
        return new VertxHttpClient(connections, limits, onBegin, onStreamOver);
    }
}
