package dev.parable.generator.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server of batches in OpenAI's or Anthropic's protocol on a real socket, that takes the same requests live too. Results
 * come in the reverse order. Bodies are as platform.openai.com/docs/api-reference/batch and
 * platform.claude.com/docs/en/api/creating-message-batches document them.
 */
public final class BatchServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What becomes of a request in a batch. */
    public enum Fate {
        ANSWERED,
        BROKEN,
        NOT_TAKEN,
        EXPIRED,
        MISSING
    }

    /** A batch as it came: its id and the bodies of its requests by the caller's ids. */
    public record Batch(String id, String name, Map<String, JsonNode> requests) {}

    private final boolean openAi;
    private final Function<String, String> answers;
    private final ChatServer server;
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<JsonNode> live = new ArrayList<>();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private volatile boolean held;
    private volatile boolean without;
    private volatile boolean dropped;
    private volatile @Nullable String failing;
    private volatile Runnable created = () -> {};
    private volatile BiFunction<String, Integer, Fate> fates = (prompt, time) -> Fate.ANSWERED;

    /** @param answers by the user's text */
    public BatchServer(Protocol protocol, Function<String, String> answers) throws IOException {
        this.openAi = protocol == Protocol.OPENAI;
        this.answers = answers;
        this.server = new ChatServer(this::serve);
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    /** Batches are worked on until they are let go. */
    public void hold(boolean on) {
        held = on;
    }

    /** There are no batches here. */
    public void withoutBatches() {
        without = true;
    }

    /** The next batch is taken, and the answer that says so is lost. */
    public void loseTheAnswer() {
        dropped = true;
    }

    /** Batches fail their validation for this reason; null for none. */
    public void fail(@Nullable String reason) {
        failing = reason;
    }

    /** Does something when a batch was taken, before that is answered. */
    public void whenCreated(Runnable action) {
        created = action;
    }

    /** What becomes of a request, by the user's text and how often that was in a batch before. */
    public void fate(BiFunction<String, Integer, Fate> by) {
        fates = by;
    }

    public synchronized List<Batch> batches() {
        return List.copyOf(batches.values());
    }

    /** Requests in all batches. */
    public int requests() {
        return batches().stream().mapToInt(batch -> batch.requests().size()).sum();
    }

    /** Bodies of what was asked live. */
    public synchronized List<JsonNode> live() {
        return List.copyOf(live);
    }

    /** The keys that it was shown. */
    public Set<String> keys() {
        return Set.copyOf(keys);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean serve(ChatServer.Call call) throws IOException {
        String[] line = call.asked().line().split(" ", -1);
        String path = line[1].substring("/v1".length()).replaceAll("\\?.*", "");
        Map<String, String> headers = call.asked().headers();
        keys.add(headers.getOrDefault("authorization", headers.getOrDefault("x-api-key", "")));
        String batchPath = openAi ? "/batches" : "/messages/batches";
        boolean posted = line[0].equals("POST");
        if (without && (path.startsWith(batchPath) || path.startsWith("/files"))) {
            return answer(call, 404, "{\"error\":{\"message\":\"no such path\"}}");
        }
        if (posted && path.equals(openAi ? "/chat/completions" : "/messages")) {
            JsonNode body = JSON.readTree(call.asked().body());
            synchronized (this) {
                live.add(body);
            }
            return answer(call, 200, completion(body).toString());
        }
        if (posted && path.equals("/files")) {
            String body = call.asked().body();
            String id = "file-" + files.size();
            files.put(id, body.substring(body.indexOf("\r\n\r\n{") + 4, body.lastIndexOf("\r\n--")));
            return answer(call, 200, "{\"id\":\"" + id + "\",\"object\":\"file\",\"purpose\":\"batch\"}");
        }
        if (posted && path.equals(batchPath)) {
            Batch batch = take(JSON.readTree(call.asked().body()));
            created.run();
            if (dropped) {
                dropped = false;
                return false;
            }
            return answer(call, 200, state(batch).toString());
        }
        if (path.equals(batchPath)) {
            ObjectNode list = JSON.createObjectNode().put("object", "list").put("has_more", false);
            var data = list.putArray("data");
            batches().reversed().forEach(batch -> data.add(state(batch)));
            return answer(call, 200, list.toString());
        }
        String rest = path.startsWith("/files/") ? path.substring(7) : path.substring(batchPath.length() + 1);
        String id = rest.replaceAll("/.*", "").replaceAll("^(out|err)-", "");
        Batch batch;
        synchronized (this) {
            batch = batches.get(id);
        }
        if (batch == null) {
            return answer(call, 404, "{\"error\":{\"message\":\"no batch " + id + "\"}}");
        }
        if (rest.endsWith("/content") || rest.endsWith("/results")) {
            return answer(call, 200, openAi ? lines(batch, rest.startsWith("err-")) : lines(batch, false));
        }
        return answer(call, 200, state(batch).toString());
    }

    private synchronized Batch take(JsonNode body) throws JsonProcessingException {
        var requests = new LinkedHashMap<String, JsonNode>();
        String name = "";
        if (openAi) {
            name = body.path("metadata").path("parable").asText();
            for (String line : files.getOrDefault(body.path("input_file_id").asText(), "")
                    .lines()
                    .toList()) {
                JsonNode request = JSON.readTree(line);
                requests.put(request.path("custom_id").asText(), request.path("body"));
            }
        } else {
            body.path("requests")
                    .forEach(request -> requests.put(request.path("custom_id").asText(), request.path("params")));
        }
        var batch = new Batch("batch_" + batches.size(), name, requests);
        batches.put(batch.id(), batch);
        requests.values().forEach(request -> times.merge(user(request), 1, Integer::sum));
        return batch;
    }

    private ObjectNode state(Batch batch) {
        int total = batch.requests().size();
        ObjectNode state = JSON.createObjectNode().put("id", batch.id());
        String reason = failing;
        if (openAi) {
            state.put("object", "batch")
                    .put("created_at", Instant.now().getEpochSecond())
                    .put("status", reason != null ? "failed" : held ? "in_progress" : "completed");
            state.putObject("metadata").put("parable", batch.name());
            state.putObject("request_counts")
                    .put("total", total)
                    .put("completed", held ? 0 : total)
                    .put("failed", 0);
            if (reason != null) {
                state.putObject("errors")
                        .putArray("data")
                        .addObject()
                        .put("code", "invalid_batch")
                        .put("message", reason);
            } else if (!held) {
                state.put("output_file_id", "out-" + batch.id()).put("error_file_id", "err-" + batch.id());
            }
        } else {
            state.put("type", "message_batch")
                    .put("created_at", Instant.now().toString())
                    .put("processing_status", held ? "in_progress" : "ended")
                    .putNull("archived_at");
            state.putObject("request_counts")
                    .put("processing", held ? total : 0)
                    .put("succeeded", held ? 0 : total)
                    .put("errored", 0)
                    .put("canceled", 0)
                    .put("expired", 0);
        }
        return state;
    }

    private String lines(Batch batch, boolean errors) {
        var lines = new StringBuilder();
        for (Map.Entry<String, JsonNode> asked :
                List.copyOf(batch.requests().entrySet()).reversed()) {
            JsonNode request = asked.getValue();
            Fate fate = fates.apply(user(request), times.getOrDefault(user(request), 1) - 1);
            if (fate == Fate.MISSING || (openAi && errors == (fate == Fate.ANSWERED))) {
                continue;
            }
            ObjectNode line = JSON.createObjectNode().put("custom_id", asked.getKey());
            if (openAi) {
                openAi(line, request, fate);
            } else {
                anthropic(line.putObject("result"), request, fate);
            }
            lines.append(line).append('\n');
        }
        return lines.toString();
    }

    private void openAi(ObjectNode line, JsonNode request, Fate fate) {
        if (fate == Fate.EXPIRED) {
            line.putNull("response")
                    .putObject("error")
                    .put("code", "batch_expired")
                    .put("message", "This request could not be executed before the completion window expired.");
            return;
        }
        ObjectNode response = line.putNull("error").putObject("response");
        response.put("status_code", fate == Fate.ANSWERED ? 200 : fate == Fate.BROKEN ? 500 : 400);
        response.set("body", fate == Fate.ANSWERED ? completion(request) : error("server_error"));
    }

    private void anthropic(ObjectNode result, JsonNode request, Fate fate) {
        switch (fate) {
            case ANSWERED -> result.put("type", "succeeded").set("message", completion(request));
            case EXPIRED -> result.put("type", "expired");
            default ->
                result.put("type", "errored")
                        .set("error", error(fate == Fate.BROKEN ? "api_error" : "invalid_request_error"));
        }
    }

    private static ObjectNode error(String type) {
        ObjectNode error = JSON.createObjectNode().put("type", "error");
        error.putObject("error").put("type", type).put("message", "it went wrong");
        return error;
    }

    private JsonNode completion(JsonNode request) {
        String text = answers.apply(user(request));
        ObjectNode body = JSON.createObjectNode().put("id", "c").put("model", "teller");
        if (openAi) {
            ObjectNode choice =
                    body.put("object", "chat.completion").putArray("choices").addObject();
            choice.put("index", 0).put("finish_reason", "stop");
            choice.putObject("message").put("role", "assistant").put("content", text);
            body.putObject("usage").put("prompt_tokens", 700).put("completion_tokens", 300);
        } else {
            body.put("type", "message").put("role", "assistant").put("stop_reason", "end_turn");
            body.putArray("content").addObject().put("type", "text").put("text", text);
            body.putObject("usage").put("input_tokens", 700).put("output_tokens", 300);
        }
        return body;
    }

    private static String user(JsonNode request) {
        String user = "";
        for (JsonNode message : request.path("messages")) {
            if (message.path("role").asText().equals("user")) {
                JsonNode content = message.path("content");
                user = content.isTextual()
                        ? content.asText()
                        : content.path(0).path("text").asText();
            }
        }
        return user;
    }

    private static boolean answer(ChatServer.Call call, int status, String body) throws IOException {
        call.write(Scripts.head(status, "application/json", body.getBytes(StandardCharsets.UTF_8).length) + body);
        return true;
    }
}
