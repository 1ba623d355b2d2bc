package dev.parable.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A model server with no model: speaks OpenAI's chat completions, streaming and not, with prose of the embedded composer,
 * and misbehaves as it is told. {@code POST /behaviour} with a {@link Behaviour} as JSON sets how and starts counting
 * anew; {@code POST /life} says that the client died and another begins; {@code GET /counts} gives {@link StubCounts}. The
 * same prompt always gets the same text. One event loop, so that nothing here is shared.
 */
public final class StubModel {

    /** Calls in a row that are told 429. */
    static final int BURST = 20;

    private static final int STORIES = 64;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int BACKLOG = 8192;
    private static final byte[] STREAM = "\"stream\":true".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx;
    private final Answering prose;
    private Behaviour behaviour = Behaviour.CALM;
    private SplittableRandom random = new SplittableRandom(behaviour.seed());
    private StubCounts counts = new StubCounts();
    private int burst;
    private double allowance;
    private long allowanceSince;

    private StubModel(Vertx vertx, Answering prose) {
        this.vertx = vertx;
        this.prose = prose;
    }

    /**
     * Listens on the port given as the first argument, or any, and prints it. It answers by {@link Rote}, with as many
     * stories as a number given as the second argument says, or, if that is a file, by {@link StagedAnswers} with its tales.
     */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        Answering prose = answering(arguments.length > 1 ? arguments[1] : Integer.toString(STORIES));
        var stub = new StubModel(vertx, prose);
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setAcceptBacklog(BACKLOG)
                        .setTcpNoDelay(true))
                .requestHandler(stub::handle)
                .listen()
                .onComplete(server -> System.out.println(server.actualPort()), failure -> {
                    System.err.println("the stub cannot listen: " + failure.getMessage());
                    System.exit(1);
                });
    }

    private static Answering answering(String how) {
        return how.chars().allMatch(Character::isDigit)
                ? new Rote(Integer.parseInt(how))
                : StagedAnswers.of(Path.of(how));
    }

    private void handle(HttpServerRequest request) {
        String asked = request.method() + " " + request.path();
        if (asked.equals("GET /counts")) {
            request.response().end(counts.json().toBuffer());
        } else if (asked.equals("POST /behaviour")) {
            request.body().onSuccess(body -> {
                behave(Behaviour.of(body.toJsonObject()));
                request.response().end();
            });
        } else if (asked.equals("POST /life")) {
            counts.nextLife();
            request.response().end(counts.json().toBuffer());
        } else if (asked.startsWith("POST ") && asked.endsWith("/chat/completions")) {
            request.body().onSuccess(body -> complete(request, body));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void behave(Behaviour next) {
        behaviour = next;
        random = new SplittableRandom(next.seed());
        counts = new StubCounts();
        burst = 0;
        allowance = next.perSecond();
        allowanceSince = System.nanoTime();
    }

    private void complete(HttpServerRequest request, Buffer body) {
        // Who came before the behaviour changed is not counted in the counts after.
        StubCounts now = counts;
        now.asked();
        if ((behaviour.limit() > 0 && now.inFlight() >= behaviour.limit()) || !allowed()) {
            now.refused();
            refuse(request.response(), 429, "slow down");
            return;
        }
        now.move(1);
        long prompt = fingerprint(body);
        boolean[] over = {false};
        Runnable leave = () -> {
            if (!over[0]) {
                now.move(-1);
            }
            over[0] = true;
        };
        request.connection().closeHandler(closed -> {
            if (!over[0]) {
                counts.hungUp();
                leave.run();
            }
        });
        long millis = latency();
        Behaviour.Trouble trouble = trouble();
        if (trouble != null) {
            now.met(trouble);
        }
        boolean stream = contains(body, STREAM);
        long wait = trouble == Behaviour.Trouble.LATE ? 20 * millis : stream ? 1 : millis;
        vertx.setTimer(Math.max(1, wait), timer -> {
            if (over[0]) {
                return;
            }
            if (stream && trouble == null) {
                events(request.response(), body, prompt, millis, leave, over);
            } else {
                leave.run();
                answer(request, body, prompt, trouble, millis);
            }
        });
    }

    private void answer(
            HttpServerRequest request, Buffer body, long prompt, Behaviour.@Nullable Trouble trouble, long millis) {
        HttpServerResponse response = request.response();
        switch (trouble) {
            case TOO_MANY -> {
                counts.refused();
                refuse(response, 429, "slow down");
            }
            case SERVER_ERROR -> refuse(response, 500, "out of memory");
            case OVERLOADED -> refuse(response, 503, "overloaded");
            case RESET -> request.connection().close();
            case CUT_SHORT -> {
                Buffer whole = prose.whole(body, prompt);
                json(response).putHeader("Content-Length", Integer.toString(whole.length()));
                response.write(whole.getBuffer(0, whole.length() / 2))
                        .onComplete(written -> request.connection().close());
            }
            case TRUNCATED -> {
                counts.answered(prompt);
                json(response).end(prose.truncated(body, prompt));
            }
            case SLOW_DRIP ->
                drip(json(response).setChunked(true), prompt, prose.whole(body, prompt), 0, Math.max(1, millis / 2));
            case GARBAGE -> json(response).end(Buffer.buffer(new byte[] {'{', 1, 2, 3, (byte) 0xff, '}'}));
            case WRONG_TYPE ->
                response.putHeader("Content-Type", "text/html").end("<html><body>Please log in.</body></html>");
            case DUPLICATE -> {
                counts.answered(prompt);
                duplicate(response, prose.whole(body, prompt));
            }
            case LATE -> {
                counts.answered(prompt);
                json(response).end(prose.whole(body, prompt));
            }
            case null -> {
                counts.answered(prompt);
                json(response).end(prose.whole(body, prompt));
            }
        }
    }

    private void events(
            HttpServerResponse response, Buffer body, long prompt, long millis, Runnable leave, boolean[] over) {
        List<String> events = prose.events(body, prompt, behaviour.events());
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        event(response, prompt, events, 0, Math.max(1, millis / events.size()), leave, over);
    }

    private void event(
            HttpServerResponse response,
            long prompt,
            List<String> events,
            int next,
            long gap,
            Runnable leave,
            boolean[] over) {
        if (over[0]) {
            return;
        }
        if (next == events.size()) {
            counts.answered(prompt);
            leave.run();
            response.end("data: [DONE]\n\n");
            return;
        }
        response.write("data: " + events.get(next) + "\n\n");
        vertx.setTimer(gap, timer -> event(response, prompt, events, next + 1, gap, leave, over));
    }

    private void drip(HttpServerResponse response, long prompt, Buffer whole, int from, long gap) {
        if (response.closed()) {
            return;
        }
        int size = Math.ceilDiv(whole.length(), 20);
        if (from + size >= whole.length()) {
            counts.answered(prompt);
            response.end(whole.getBuffer(from, whole.length()));
            return;
        }
        response.write(whole.getBuffer(from, from + size));
        vertx.setTimer(gap, timer -> drip(response, prompt, whole, from + size, gap));
    }

    /** A second response where the first one, by its own length, has ended. */
    private static void duplicate(HttpServerResponse response, Buffer whole) {
        Buffer head = Buffer.buffer(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + whole.length() + "\r\n\r\n");
        json(response)
                .putHeader("Content-Length", Integer.toString(whole.length()))
                .end(whole.copy().appendBuffer(head).appendBuffer(whole));
    }

    private static HttpServerResponse json(HttpServerResponse response) {
        return response.putHeader("Content-Type", "application/json");
    }

    private void refuse(HttpServerResponse response, int status, String why) {
        response.setStatusCode(status);
        if (status != 500) {
            response.putHeader("Retry-After", Integer.toString(behaviour.retryAfterSeconds()));
        }
        json(response)
                .end(new JsonObject()
                        .put("error", new JsonObject().put("message", why))
                        .toBuffer());
    }

    private long latency() {
        boolean straggler = behaviour.stragglerEvery() > 0 && random.nextInt(behaviour.stragglerEvery()) == 0;
        double usual = behaviour.latencyMillis() * (1 + behaviour.jitter() * (2 * random.nextDouble() - 1));
        double crowded = behaviour.knee() > 0 ? Math.max(1, (double) counts.inFlight() / behaviour.knee()) : 1;
        double millis = straggler ? behaviour.stragglerMillis() : usual * crowded;
        counts.usually(usual);
        return Math.round(millis);
    }

    private Behaviour.@Nullable Trouble trouble() {
        if (burst > 0) {
            burst--;
            return Behaviour.Trouble.TOO_MANY;
        }
        double at = random.nextDouble();
        for (Map.Entry<Behaviour.Trouble, Double> share : behaviour.faults().entrySet()) {
            boolean many = share.getKey() == Behaviour.Trouble.TOO_MANY;
            at -= many ? share.getValue() / BURST : share.getValue();
            if (at < 0) {
                burst = many ? BURST - 1 : 0;
                return share.getKey();
            }
        }
        return null;
    }

    private boolean allowed() {
        if (behaviour.perSecond() == 0) {
            return true;
        }
        long now = System.nanoTime();
        allowance = Math.min(behaviour.perSecond(), allowance + behaviour.perSecond() * (now - allowanceSince) / 1e9);
        allowanceSince = now;
        if (allowance < 1) {
            return false;
        }
        allowance--;
        return true;
    }

    /** FNV-1a (Fowler, Noll and Vo), 64 bits. */
    private static long fingerprint(Buffer body) {
        long hash = FNV_OFFSET;
        for (byte b : body.getBytes()) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    private static boolean contains(Buffer body, byte[] part) {
        String text = body.toString(StandardCharsets.ISO_8859_1).replace(" ", "");
        return text.contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
