package dev.parable.generator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * OpenAI's: a file of requests is uploaded, a batch made of it, and its answers are two more files. The batch carries its
 * name as metadata, by which it is found again. Source: platform.openai.com/docs/api-reference/batch and
 * platform.openai.com/docs/guides/batch.
 */
record OpenAiBatches(BatchWire wire, WrittenCalls calls) implements BatchApi {

    private static final String NAME = "parable";
    private static final String ENDPOINT = "/v1/chat/completions";

    @Override
    public int mostRequests() {
        return 50_000;
    }

    @Override
    public void check() {
        page("");
    }

    @Override
    public String submit(String name, List<HttpRequest> requests) {
        var file = new StringBuilder(
                "--" + name + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--"
                        + name + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + ".jsonl\"\r\nContent-Type: application/jsonl\r\n\r\n");
        for (int i = 0; i < requests.size(); i++) {
            file.append(line(BatchApi.requestId(name, i), requests.get(i))).append('\n');
        }
        file.append("\r\n--").append(name).append("--\r\n");
        String uploaded =
                Json.text(wire.upload("/files", "multipart/form-data; boundary=" + name, file.toString()), "id");
        ObjectNode batch = Json.object()
                .put("input_file_id", uploaded)
                .put("endpoint", ENDPOINT)
                .put("completion_window", "24h");
        batch.putObject("metadata").put(NAME, name);
        return Json.text(wire.post("/batches", batch.toString()), "id");
    }

    private static String line(String id, HttpRequest request) {
        ObjectNode line =
                Json.object().put("custom_id", id).put("method", "POST").put("url", ENDPOINT);
        line.set("body", Json.parse(request.body()));
        return line.toString();
    }

    @Override
    public Sighting find(String name, Instant since, int requests, Predicate<String> known) {
        long earliest = since.minus(SKEW).getEpochSecond();
        String after = "";
        while (true) {
            JsonNode page = page(after);
            for (JsonNode batch : page.path("data")) {
                after = batch.path("id").asText();
                if (batch.path("metadata").path(NAME).asText().equals(name)) {
                    return new Sighting.There(after);
                }
                if (batch.path("created_at").asLong(Long.MAX_VALUE) < earliest) {
                    // The latest come first.
                    return new Sighting.Absent();
                }
            }
            if (!page.path("has_more").asBoolean() || page.path("data").isEmpty()) {
                return new Sighting.Absent();
            }
        }
    }

    private JsonNode page(String after) {
        JsonNode page = wire.get("/batches?limit=100" + (after.isEmpty() ? "" : "&after=" + after));
        if (!page.path("data").isArray()) {
            throw new BatchFault(Cause.NOT_FOUND, "what it gives as the list of batches is none");
        }
        return page;
    }

    @Override
    public BatchStatus look(String id) {
        JsonNode batch = wire.get("/batches/" + id);
        return switch (batch.path("status").asText()) {
            case "completed", "expired", "cancelled" -> new BatchStatus.Ended();
            case "failed" -> new BatchStatus.Refused(wire.scrub(reasons(batch)));
            default -> {
                JsonNode counts = batch.path("request_counts");
                yield new BatchStatus.Running(
                        counts.path("completed").asLong()
                                + counts.path("failed").asLong(),
                        counts.path("total").asLong());
            }
        };
    }

    private static String reasons(JsonNode batch) {
        String reasons = StreamSupport.stream(batch.path("errors").path("data").spliterator(), false)
                .limit(5)
                .map(error -> error.path("code").asText() + ": "
                        + error.path("message").asText()
                        + (error.hasNonNull("line")
                                ? " (line " + error.path("line").asText() + ")"
                                : ""))
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "it gives no reason" : reasons;
    }

    @Override
    public void results(String id, BiConsumer<String, Attempt> to) {
        JsonNode batch = wire.get("/batches/" + id);
        for (String file : new String[] {"output_file_id", "error_file_id"}) {
            if (!batch.path(file).asText("").isEmpty() && batch.hasNonNull(file)) {
                wire.lines("/files/" + batch.path(file).asText() + "/content", line -> {
                    JsonNode result = Json.parse(line);
                    if (result.path("custom_id").isTextual()) {
                        to.accept(result.path("custom_id").asText(), attempt(result));
                    }
                    return true;
                });
            }
        }
    }

    private Attempt attempt(JsonNode result) {
        JsonNode response = result.path("response");
        if (response.isObject()) {
            return calls.read(
                    response.path("status_code").asInt(), response.path("body").toString());
        }
        JsonNode error = result.path("error");
        return new Attempt.Faulted(
                // Its code is batch_expired or batch_cancelled; either way it was not tried.
                Cause.TIMEOUT,
                wire.scrub(error.path("code").asText("no answer") + ": "
                        + error.path("message").asText("the server gives no reason")));
    }
}
