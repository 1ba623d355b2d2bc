package dev.parable.generator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Anthropic's: the requests are the body, the answers a body of lines. A batch carries nothing but its requests' ids, and
 * those are seen in its results alone. Source: platform.claude.com/docs/en/build-with-claude/batch-processing and
 * platform.claude.com/docs/en/api/creating-message-batches.
 */
record AnthropicBatches(BatchWire wire, WrittenCalls calls) implements BatchApi {

    private static final String BATCHES = "/messages/batches";

    @Override
    public int mostRequests() {
        return 100_000;
    }

    @Override
    public void check() {
        page("");
    }

    @Override
    public String submit(String name, List<HttpRequest> requests) {
        var body = new StringBuilder("{\"requests\":[");
        for (int i = 0; i < requests.size(); i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"custom_id\":\"")
                    .append(BatchApi.requestId(name, i))
                    .append("\",\"params\":")
                    .append(requests.get(i).body())
                    .append('}');
        }
        return Json.text(wire.post(BATCHES, body.append("]}").toString()), "id");
    }

    @Override
    public Sighting find(String name, Instant since, int requests, Predicate<String> known) {
        Instant earliest = since.minus(SKEW);
        boolean unsure = false;
        String after = "";
        while (true) {
            JsonNode page = page(after);
            for (JsonNode batch : page.path("data")) {
                after = batch.path("id").asText();
                if (created(batch).isBefore(earliest)) {
                    // The latest come first.
                    return unsure ? new Sighting.Unsure() : new Sighting.Absent();
                }
                if (known.test(after) || total(batch) != requests || batch.hasNonNull("archived_at")) {
                    continue;
                }
                if (!ended(batch)) {
                    unsure = true;
                } else if (isOf(name, after)) {
                    return new Sighting.There(after);
                }
            }
            if (!page.path("has_more").asBoolean() || page.path("data").isEmpty()) {
                return unsure ? new Sighting.Unsure() : new Sighting.Absent();
            }
        }
    }

    private boolean isOf(String name, String id) {
        var same = new AtomicBoolean();
        wire.lines(results(id), line -> {
            same.set(Json.parse(line).path("custom_id").asText().startsWith(name + "-"));
            return false;
        });
        return same.get();
    }

    private JsonNode page(String after) {
        JsonNode page = wire.get(BATCHES + "?limit=100" + (after.isEmpty() ? "" : "&after_id=" + after));
        if (!page.path("data").isArray()) {
            throw new BatchFault(Cause.NOT_FOUND, "what it gives as the list of batches is none");
        }
        return page;
    }

    @Override
    public BatchStatus look(String id) {
        JsonNode batch = wire.get(BATCHES + "/" + id);
        if (ended(batch)) {
            return new BatchStatus.Ended();
        }
        long total = total(batch);
        return new BatchStatus.Running(
                total - batch.path("request_counts").path("processing").asLong(), total);
    }

    @Override
    public void results(String id, BiConsumer<String, Attempt> to) {
        wire.lines(results(id), line -> {
            JsonNode result = Json.parse(line);
            if (result.path("custom_id").isTextual()) {
                to.accept(result.path("custom_id").asText(), attempt(result.path("result")));
            }
            return true;
        });
    }

    /** Not the {@code results_url} that the server gives: the key goes nowhere but to the server that it is for. */
    private static String results(String id) {
        return BATCHES + "/" + id + "/results";
    }

    private Attempt attempt(JsonNode result) {
        String type = result.path("type").asText();
        return switch (type) {
            case "succeeded" -> calls.read(200, result.path("message").toString());
            case "errored" -> {
                JsonNode error = result.path("error");
                // The type of an error stands at the top of a response, or within one, as the SDKs have it.
                JsonNode within = error.hasNonNull("error") ? error.path("error") : error;
                yield calls.read(status(within.path("type").asText()), error.toString());
            }
            default ->
                new Attempt.Faulted(
                        Cause.TIMEOUT, "the request is '" + type + "': the batch ended before it was answered");
        };
    }

    /** Results hold no status; a live call's would be this. Source: platform.claude.com/docs/en/api/errors. */
    private static int status(String type) {
        return switch (type) {
            case "invalid_request_error" -> 400;
            case "authentication_error" -> 401;
            case "billing_error" -> 402;
            case "permission_error" -> 403;
            case "not_found_error" -> 404;
            case "request_too_large" -> 413;
            case "rate_limit_error" -> 429;
            case "timeout_error" -> 504;
            case "overloaded_error" -> 529;
            default -> 500;
        };
    }

    private static boolean ended(JsonNode batch) {
        return batch.path("processing_status").asText().equals("ended");
    }

    private static long total(JsonNode batch) {
        long total = 0;
        for (JsonNode count : batch.path("request_counts")) {
            total += count.asLong();
        }
        return total;
    }

    private static Instant created(JsonNode batch) {
        try {
            return Instant.parse(batch.path("created_at").asText());
        } catch (DateTimeParseException e) {
            return Instant.MAX;
        }
    }
}
