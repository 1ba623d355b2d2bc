package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpRequest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections to one server: one Vert.x and one HTTP client, with as many connections as calls may be in flight.
 * HTTP/1.1 in clear text, HTTP/2 where a TLS server offers it.
 */
final class Connections implements AutoCloseable {

    /** Uvicorn, under vLLM and others, drops connections after 5 s; dropping them first avoids the race. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    /** Servers allow 100 streams a connection or more; a third of that leaves room for those that allow fewer. */
    private static final int STREAMS_PER_CONNECTION = 32;

    /** Two event loops carry thousands of calls; the rest of the machine is the generator's. */
    private static final int EVENT_LOOPS = 2;

    private final String server;
    private final Limits limits;
    private final Vertx vertx;
    private final HttpClientAgent client;
    private final Set<Exchange> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private Connections(String server, Limits limits, Vertx vertx, HttpClientAgent client) {
        this.server = server;
        this.limits = limits;
        this.vertx = vertx;
        this.client = client;
    }

    static Connections open(ModelSettings settings, Limits limits) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(limits.connect().toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setHttp2ClearTextUpgrade(false);
        if (settings.encrypted()) {
            options.setUseAlpn(true).setProtocolVersion(HttpVersion.HTTP_2);
        }
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(settings.concurrency())
                .setHttp2MaxSize(Math.ceilDiv(settings.concurrency(), STREAMS_PER_CONNECTION));
        HttpClientAgent client = vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                // Lost connections fail their exchange, and would be logged as severe besides.
                .withConnectHandler(connection -> connection.exceptionHandler(ignored -> {}))
                .build();
        return new Connections(settings.baseUrl(), limits, vertx, client);
    }

    Limits limits() {
        return limits;
    }

    /**
     * Sends a request and returns at once. The sink hears of everything else, also of a failure to send.
     *
     * @param watched whether silence is a fault, from the first byte of the body on
     */
    Exchange begin(HttpRequest request, Limits within, boolean watched, Sink sink) {
        Exchange exchange = new Exchange(vertx, server, within, sink, live::remove);
        live.add(exchange);
        if (closed) {
            exchange.cancel(Cause.CLOSED, "the connections to " + server + " are closed");
            return exchange;
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method().name()))
                .setAbsoluteURI(request.url());
        request.headers().forEach((name, values) -> values.forEach(value -> options.addHeader(name, value)));
        exchange.begin(client, options, request.body(), watched);
        return exchange;
    }

    /**
     * Ends what is in flight, then closes the connections and stops the threads of Vert.x.
     *
     * @throws IllegalStateException on an event loop, which must not wait
     */
    @Override
    public void close() {
        refuseEventLoops();
        closed = true;
        live.forEach(exchange -> exchange.cancel(Cause.CLOSED, "the connections to " + server + " were closed"));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** @throws IllegalStateException on an event loop, which waiting would stop for every other call */
    static void refuseEventLoops() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "this call waits, and " + Thread.currentThread().getName()
                            + " is an event loop, which must not; call from a virtual thread");
        }
    }
}
