package dev.parable.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.domain.Prompt;
import dev.parable.generator.llm.ChatServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A model on a socket whose answer is a function of the prompt, and that keeps what it was asked and answered. */
public final class StoryServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a prompt is answered with. */
    public sealed interface Answer {
        /** A whole text. */
        record Whole(String text) implements Answer {}

        /** A text that the server's filter stopped. */
        record Filtered(String text) implements Answer {}

        /** A text that reached the token limit. */
        record CutOff(String text) implements Answer {}

        /** A status other than 200, with an error's code and message. */
        record Refusal(int status, String code, String message) implements Answer {}
    }

    /** Where an answer can be met. */
    enum Stage {
        ASKED,
        HALF_SENT,
        SENT
    }

    private final ChatServer server;
    private final Function<Prompt, Answer> answers;
    private final ToIntFunction<Prompt> milliseconds;
    private final List<Prompt> asked = new ArrayList<>();
    private final List<Prompt> sent = new ArrayList<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private volatile Consumer<Stage> watcher = stage -> {};

    /** Answers at once. */
    public StoryServer(Function<Prompt, Answer> answers) throws IOException {
        this(answers, prompt -> 0);
    }

    /** Answers after a time that may depend on the prompt. */
    StoryServer(Function<Prompt, Answer> answers, ToIntFunction<Prompt> milliseconds) throws IOException {
        this.answers = answers;
        this.milliseconds = milliseconds;
        server = new ChatServer(this::serve);
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    /** Tells the watcher, from now on, what it does and before it goes on; on the thread of that request. */
    void watch(Consumer<Stage> by) {
        watcher = by;
    }

    /** What it was asked, in order of arrival. */
    public List<Prompt> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** What it sent whole answers to. */
    List<Prompt> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /** The keys that it was shown, as the header has them. */
    public Set<String> keys() {
        return Set.copyOf(keys);
    }

    /** How often it was asked each prompt. */
    public Map<Prompt, Integer> times() {
        var times = new LinkedHashMap<Prompt, Integer>();
        asked().forEach(prompt -> times.merge(prompt, 1, Integer::sum));
        return times;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean serve(ChatServer.Call call) throws IOException, InterruptedException {
        Prompt prompt = prompt(call.asked().body());
        keys.add(call.asked().headers().getOrDefault("authorization", ""));
        synchronized (asked) {
            asked.add(prompt);
        }
        watcher.accept(Stage.ASKED);
        if (call.closing().await(milliseconds.applyAsInt(prompt), TimeUnit.MILLISECONDS)) {
            return false;
        }
        String response = response(answers.apply(prompt));
        call.write(response.substring(0, response.length() / 2));
        watcher.accept(Stage.HALF_SENT);
        call.write(response.substring(response.length() / 2));
        synchronized (sent) {
            sent.add(prompt);
        }
        watcher.accept(Stage.SENT);
        return true;
    }

    private static Prompt prompt(String body) throws JsonProcessingException {
        String system = "";
        String user = "";
        for (JsonNode message : JSON.readTree(body).get("messages")) {
            String text = message.get("content").asText();
            if (message.get("role").asText().equals("system")) {
                system = text;
            } else {
                user = text;
            }
        }
        return new Prompt(system, user);
    }

    private static String response(Answer answer) throws JsonProcessingException {
        return switch (answer) {
            case Answer.Whole whole -> http(200, completion(whole.text(), "stop"));
            case Answer.Filtered filtered -> http(200, completion(filtered.text(), "content_filter"));
            case Answer.CutOff cut -> http(200, completion(cut.text(), "length"));
            case Answer.Refusal refusal ->
                http(refusal.status(), Map.of("error", Map.of("code", refusal.code(), "message", refusal.message())));
        };
    }

    private static Map<String, Object> completion(String text, String reason) {
        return Map.of(
                "id",
                "c",
                "object",
                "chat.completion",
                "model",
                "stub",
                "choices",
                List.of(Map.of(
                        "index", 0, "message", Map.of("role", "assistant", "content", text), "finish_reason", reason)),
                "usage",
                Map.of("prompt_tokens", 700, "completion_tokens", text.length() / 4, "total_tokens", 9));
    }

    private static String http(int status, Map<String, Object> body) throws JsonProcessingException {
        String json = JSON.writeValueAsString(body);
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, length, json);
    }
}
