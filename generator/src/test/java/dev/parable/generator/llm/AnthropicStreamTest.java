package dev.parable.generator.llm;

import static dev.parable.generator.llm.Anthropic.bench;
import static dev.parable.generator.llm.Anthropic.error;
import static dev.parable.generator.llm.Anthropic.event;
import static dev.parable.generator.llm.Anthropic.events;
import static dev.parable.generator.llm.Anthropic.stream;
import static dev.parable.generator.llm.Scripts.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anthropic's messages as they come, event by event. */
@Timeout(30)
class AnthropicStreamTest {

    private final List<String> shown = new ArrayList<>();

    @Test
    void aStreamIsShownWithoutWhatItThought() throws IOException {
        try (TestBench bench = bench(stream(events("end_turn")))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Completed("Once upon.", new Usage(7, 5)));
            assertThat(shown).containsExactly("Once ", "upon.");
            assertThat(bench.sent().getBoolean("stream")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"max_tokens,Truncated", "refusal,Refused", "model_context_window_exceeded,Truncated"})
    void theReasonAtTheEndOfAStreamCounts(String reason, String kind) throws IOException {
        try (TestBench bench = bench(stream(events(reason)))) {
            assertThat(streamed(bench).getClass().getSimpleName()).isEqualTo(kind);
        }
    }

    @Test
    void aStreamThatIsCutOffFailsAndIsNotAskedForAgain() throws IOException {
        try (TestBench bench = bench(stream(events("end_turn").subList(0, 7)))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("malformed");
            assertThat(failed.detail())
                    .contains("ended before the completion did")
                    .contains("10 characters");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @Test
    void anEventThatIsNoJsonEndsTheStream() throws IOException {
        List<String> events = new ArrayList<>(events("end_turn"));
        events.add(6, "event: content_block_delta\ndata: {\"type\":\"content_bl\n\n");
        try (TestBench bench = bench(stream(events))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("malformed");
            assertThat(failed.detail()).contains("not JSON");
        }
    }

    @ParameterizedTest
    @CsvSource({"overloaded_error,rate-limited", "api_error,server-error"})
    void anErrorInAStreamIsToldInItsWords(String type, String cause) throws IOException {
        List<String> events = new ArrayList<>(events("end_turn").subList(0, 6));
        events.add(event("error", error(type, "Broken off.")));
        try (TestBench bench = bench(stream(events))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail()).contains("Broken off.");
        }
    }

    @Test
    void anErrorBeforeTheFirstTextOfAStreamIsAskedAgain() throws IOException {
        String overloaded = event("error", error("overloaded_error", "Overloaded"));
        try (TestBench bench = bench(stream(List.of(overloaded)), stream(events("end_turn")))) {
            assertThat(streamed(bench)).isInstanceOf(Reply.Completed.class);
        }
    }

    @Test
    void aStreamThatIsRefusedAtItsHeadIsUnavailable() throws IOException {
        try (TestBench bench = bench(status(401, error("authentication_error", "invalid x-api-key")))) {
            assertThat(((Reply.Unavailable) streamed(bench)).cause()).isEqualTo("unauthorized");
        }
    }

    private Reply streamed(TestBench bench) {
        return bench.model.stream(TestBench.PROMPT, shown::add);
    }
}
