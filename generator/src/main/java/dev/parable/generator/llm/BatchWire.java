package dev.parable.generator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP calls about batches, with the headers of a live call. Those that change nothing are made again after faults, by
 * the patience of live calls. What fails in the end is a {@link BatchFault}.
 */
final class BatchWire {

    /** A file of some 100 MB goes up or comes down in it even over a slow line. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final long MOST_BYTES = 2L << 30;

    private static final Set<Integer> NO_SUCH_THING = Set.of(404, 405, 501);

    private final ModelSettings settings;
    private final ApiKey key;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Connections connections;
    private final Limits limits;
    private final VertxHttpClient client;
    private final Diagnosis diagnosis;
    private final Timekeeper time;
    private final CountDownLatch closing;

    /** @param headers of a live call, which hold the key where there is one */
    BatchWire(
            ModelSettings settings,
            ApiKey key,
            Map<String, List<String>> headers,
            Connections connections,
            Diagnosis diagnosis,
            Timekeeper time,
            CountDownLatch closing) {
        this.settings = settings;
        this.key = key;
        this.headers.putAll(headers);
        this.connections = connections;
        Limits of = connections.limits();
        this.limits = new Limits(of.connect(), LONGEST, of.idle(), MOST_BYTES);
        this.client = new VertxHttpClient(connections, limits, exchange -> {}, () -> {});
        this.diagnosis = diagnosis;
        this.time = time;
        this.closing = closing;
    }

    /** @param path after the base URL, such as {@code /batches} */
    JsonNode get(String path) {
        return patiently(path, true, () -> json(path, request(HttpMethod.GET, path, null, "")));
    }

    /** Asks once, or again where the server has only said that it is busy: what it has done it must not do again. */
    JsonNode post(String path, String body) {
        return patiently(path, false, () -> json(path, request(HttpMethod.POST, path, null, body)));
    }

    /** The same for what may be sent twice without harm, and is of another type than JSON. */
    JsonNode upload(String path, String contentType, String body) {
        return patiently(path, true, () -> json(path, request(HttpMethod.POST, path, contentType, body)));
    }

    /**
     * Reads a body by its lines while it comes, from the start again after a fault.
     *
     * @param more whether more lines are wanted
     */
    void lines(String path, Predicate<String> more) {
        patiently(path, true, () -> {
            read(request(HttpMethod.GET, path, null, ""), more);
            return true;
        });
    }

    /** The text without the key. */
    String scrub(String text) {
        return key.scrub(text);
    }

    private void read(HttpRequest request, Predicate<String> more) {
        var body = new BodyStream();
        Exchange exchange = connections.begin(request, limits, true, body);
        body.whenClosed(() -> exchange.cancel(Cause.INTERRUPTED, "no more lines are wanted"));
        try (body;
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            Head head = VertxHttpClient.await(body.head(), exchange);
            if (!head.successful()) {
                throw VertxHttpClient.status(head, body.readAllBytes());
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !more.test(line)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw e.getCause() instanceof WireException wire
                    ? wire
                    : new WireException(Cause.CONNECTION, String.valueOf(e.getMessage()), e);
        }
    }

    private JsonNode json(String path, HttpRequest request) {
        JsonNode node = Json.parse(client.execute(request).body());
        if (!node.isObject()) {
            throw new WireException(
                    Cause.MALFORMED,
                    settings.baseUrl() + path + " answered with something that is not a JSON object",
                    null);
        }
        return node;
    }

    private HttpRequest request(HttpMethod method, String path, @Nullable String contentType, String body) {
        var all = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        if (contentType != null) {
            all.put("Content-Type", List.of(contentType));
        }
        return HttpRequest.builder()
                .method(method)
                .url(settings.baseUrl() + path)
                .headers(all)
                .body(body)
                .build();
    }

    private <T> T patiently(String path, boolean again, Supplier<T> once) {
        var patience = new Patience(settings.retries(), settings.patience(), time, path.hashCode());
        while (true) {
            Fault fault;
            try {
                return once.get();
            } catch (StatusException | WireException e) {
                fault = fault(path, e);
            }
            if (!again && fault.cause() != Cause.RATE_LIMITED) {
                throw new BatchFault(fault.cause(), fault.detail());
            }
            switch (patience.after(fault)) {
                case Patience.Step.Stop stop ->
                    throw new BatchFault(
                            fault.cause(), stop.why().isEmpty() ? fault.detail() : fault.detail() + "; " + stop.why());
                case Patience.Step.Wait wait -> pause(wait.pause());
            }
        }
    }

    private void pause(Duration pause) {
        try {
            time.sleep(pause, closing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BatchFault(Cause.INTERRUPTED, "interrupted while waiting");
        }
        if (closing.getCount() == 0) {
            throw new BatchFault(Cause.CLOSED, "the access to " + settings.baseUrl() + " is closed");
        }
    }

    private Fault fault(String path, RuntimeException thrown) {
        // A live call's 404 is about the model, this one about the path.
        if (thrown instanceof StatusException status && NO_SUCH_THING.contains(status.statusCode())) {
            return new Fault(
                    Cause.NOT_FOUND,
                    key.scrub("HTTP " + status.statusCode() + " from " + settings.baseUrl() + path + ", saying: "
                            + ServerError.of(status.body()).message()));
        }
        return switch (diagnosis.of(thrown)) {
            case Attempt.Faulted faulted -> faulted.fault();
            case Attempt.Answered refused ->
                new Fault(Cause.BAD_REQUEST, refused.reply().said());
        };
    }
}
