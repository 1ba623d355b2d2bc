package dev.parable.generator.llm;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response. Ends once: whole, or failed by a lost connection, the bound on the body, the time of
 * the whole exchange, a silence, or being cancelled; however it fails, the request is reset.
 *
 * <p>The timers are ours because those of Vert.x's request options stop at the head of the response.
 */
final class Exchange {

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final String server;
    private final Limits limits;
    private final Sink sink;
    private final Consumer<Exchange> whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable HttpClientRequest request;
    private volatile long deadline = NO_TIMER;
    private volatile long watchdog = NO_TIMER;
    private volatile boolean watched;
    private volatile long lastHeard;
    private long received;

    /** @param whenOver told once, before the sink is */
    Exchange(Vertx vertx, String server, Limits limits, Sink sink, Consumer<Exchange> whenOver) {
        this.vertx = vertx;
        this.server = server;
        this.limits = limits;
        this.sink = sink;
        this.whenOver = whenOver;
    }

    /**
     * Sends the request and returns at once.
     *
     * @param watched whether silence is a fault, from the first byte of the body on; before that a model may think
     */
    void begin(HttpClient client, RequestOptions options, String body, boolean watched) {
        this.watched = watched;
        deadline = vertx.setTimer(
                limits.exchange().toMillis(),
                ignored -> fail(
                        Cause.TIMEOUT, "no whole answer from " + server + " within " + text(limits.exchange()), null));
        client.request(options).onComplete(ready -> send(ready, body), this::lost);
    }

    /** Gives up; the sink is told why. */
    void cancel(Cause why, String message) {
        fail(why, message, null);
    }

    private void send(HttpClientRequest ready, String body) {
        request = ready;
        // First, because Vert.x logs as severe what no handler takes.
        ready.exceptionHandler(this::lost);
        if (over.get()) {
            ready.reset();
            return;
        }
        ready.send(body).onComplete(this::listen, this::lost);
    }

    private void listen(HttpClientResponse response) {
        if (over.get()) {
            return;
        }
        sink.head(response.statusCode(), response.headers());
        response.exceptionHandler(this::lost);
        response.handler(this::take);
        response.endHandler(ignored -> {
            if (finish()) {
                sink.end();
            }
        });
    }

    private void take(Buffer bytes) {
        if (over.get()) {
            return;
        }
        lastHeard = System.nanoTime();
        if (watched && received == 0) {
            watch(limits.idle().toNanos());
        }
        received += bytes.length();
        if (received > limits.bodyBytes()) {
            fail(
                    Cause.TOO_LARGE,
                    "the answer of " + server + " is larger than " + limits.bodyBytes()
                            + " bytes, which is more than max_tokens can fill; check what answers at this address",
                    null);
        } else {
            sink.piece(bytes);
        }
    }

    private void watch(long nanos) {
        long millis = Math.max(1, Math.ceilDiv(nanos, 1_000_000));
        watchdog = vertx.setTimer(millis, ignored -> {
            long left = limits.idle().toNanos() - (System.nanoTime() - lastHeard);
            if (left > 0) {
                watch(left);
            } else {
                fail(
                        Cause.STALLED,
                        server + " was silent for " + text(limits.idle()) + " in the midst of a stream",
                        null);
            }
        });
        if (over.get()) {
            vertx.cancelTimer(watchdog);
        }
    }

    private void lost(Throwable reason) {
        String message = reason.getMessage();
        fail(
                Cause.CONNECTION,
                "connection to " + server + ": "
                        + (message == null ? reason.getClass().getSimpleName() : message),
                reason);
    }

    private void fail(Cause kind, String message, @Nullable Throwable reason) {
        if (finish()) {
            HttpClientRequest sent = request;
            if (sent != null) {
                sent.reset();
            }
            sink.failed(new WireException(kind, message, reason));
        }
    }

    private boolean finish() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        vertx.cancelTimer(deadline);
        vertx.cancelTimer(watchdog);
        whenOver.accept(this);
        return true;
    }

    private static String text(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
