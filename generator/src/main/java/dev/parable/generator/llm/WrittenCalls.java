package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.model.chat.ChatModel;
import dev.parable.domain.Prompt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests and reads answers by the code of live calls, without sending any: what goes into a batch is what a live
 * call would send, and what comes out of it is read as its answer would be. For many threads, one at a time.
 */
final class WrittenCalls {

    /** LangChain4j reads no answer without having written a request. */
    private static final Prompt ANY = new Prompt("", "-");

    private final ChatModel model;
    private final Answers answers;
    private final Diagnosis diagnosis;
    private @Nullable HttpRequest written;
    private @Nullable String answer;
    private int status;

    WrittenCalls(Dialect dialect, Answers answers, Diagnosis diagnosis) {
        this.model = dialect.whole(new OffTheWire(this::exchange), Duration.ofMinutes(1));
        this.answers = answers;
        this.diagnosis = diagnosis;
    }

    /** The request of a live call, its headers with the key included. */
    synchronized HttpRequest request(Prompt prompt) {
        written = null;
        answer = null;
        try {
            model.chat(ServedModel.request(prompt));
            throw new IllegalStateException("a request was answered that nobody sent");
        } catch (RuntimeException e) {
            // Without an answer every call ends in an exception; the request is what was wanted.
            HttpRequest request = written;
            if (request == null) {
                throw e;
            }
            return request;
        }
    }

    /** What a live call would have made of this answer. */
    synchronized Attempt read(int httpStatus, String body) {
        status = httpStatus;
        answer = body;
        try {
            return answers.read(model.chat(ServedModel.request(ANY)));
        } catch (RuntimeException e) {
            return diagnosis.of(e);
        }
    }

    private SuccessfulHttpResponse exchange(HttpRequest request) {
        written = request;
        String body = answer;
        if (body == null) {
            throw new WireException(Cause.CLOSED, "the request is only written", null);
        }
        if (status < 200 || status >= 300) {
            throw new StatusException(status, body, null);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(Map.of())
                .body(body.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
