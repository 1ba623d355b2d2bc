package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.chunk;
import static dev.parable.generator.llm.Scripts.delta;
import static dev.parable.generator.llm.Scripts.error;
import static dev.parable.generator.llm.Scripts.piece;
import static dev.parable.generator.llm.Scripts.stream;
import static dev.parable.generator.llm.Scripts.streamHead;
import static dev.parable.generator.llm.Scripts.streamThatIsReset;
import static dev.parable.generator.llm.Scripts.streamThatStalls;
import static dev.parable.generator.llm.Scripts.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.ChatServer.Script;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StreamTest {

    private static final String STOP = delta("{}", "\"stop\"");
    private static final List<String> STORY = List.of(
            delta("{\"role\":\"assistant\",\"content\":\"\"}", "null"),
            piece("Once "),
            piece("upon."),
            STOP,
            usage(),
            "[DONE]");

    private final List<String> shown = new ArrayList<>();

    @Test
    void theTextIsShownAsItComesAndRepliedWhole() throws IOException {
        try (TestBench bench = TestBench.with(stream(STORY))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Completed("Once upon.", new Usage(7, 5)));
            assertThat(shown).containsExactly("Once ", "upon.");
        }
    }

    @Test
    void theTextIsShownBeforeTheStreamEndsOnTheCallingThread() throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        Script waits = call -> {
            call.write(streamHead() + chunk(piece("Once ")));
            boolean shownFirst = seen.await(20, TimeUnit.SECONDS);
            call.write(chunk(piece(shownFirst ? "upon." : "late.")) + chunk(STOP) + "0\r\n\r\n");
            return true;
        };
        List<Thread> threads = new ArrayList<>();
        try (TestBench bench = TestBench.with(waits)) {
            Reply reply = bench.model.stream(TestBench.PROMPT, text -> {
                threads.add(Thread.currentThread());
                seen.countDown();
            });
            assertThat(reply).isEqualTo(new Reply.Completed("Once upon.", new Usage(0, 0)));
            assertThat(threads).hasSize(2).containsOnly(Thread.currentThread());
        }
    }

    @Test
    void theRequestAsksForAStreamWithUsageAndIsOtherwiseTheSame() throws IOException {
        try (TestBench bench = TestBench.with(stream(STORY))) {
            streamed(bench);
            JsonObject sent = new JsonObject(bench.server.asked().getFirst().body());
            assertThat(sent.fieldNames())
                    .containsExactlyInAnyOrder(
                            "model", "messages", "temperature", "max_tokens", "stream", "stream_options");
            assertThat(sent.getBoolean("stream")).isTrue();
            assertThat(sent.getJsonObject("stream_options").encode()).isEqualTo("{\"include_usage\":true}");
            assertThat(bench.server.asked().getFirst().headers())
                    .containsEntry("authorization", "Bearer " + TestBench.KEY);
        }
    }

    @Test
    void aStreamWithoutDoneIsCompletedByItsFinishReason() throws IOException {
        try (TestBench bench = TestBench.with(stream(STORY.subList(0, 4)))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Completed("Once upon.", new Usage(0, 0)));
        }
    }

    @Test
    void aStreamThatEndsWithoutFinishReasonIsMalformedEvenWhenDone() throws IOException {
        try (TestBench bench = TestBench.with(stream(List.of(piece("Once "), "[DONE]")))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("malformed");
            assertThat(failed.detail()).contains("finish_reason").contains("5 characters");
        }
    }

    @Test
    void aStreamAtItsLengthIsTruncated() throws IOException {
        try (TestBench bench = TestBench.with(stream(List.of(piece("Once "), delta("{}", "\"length\""), usage())))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Truncated("Once ", new Usage(7, 5)));
        }
    }

    @Test
    void aStreamedRefusalIsRefused() throws IOException {
        List<String> events =
                List.of(delta("{\"refusal\":\"I will \"}", "null"), delta("{\"refusal\":\"not.\"}", "null"), STOP);
        try (TestBench bench = TestBench.with(stream(events))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Refused("I will not.", Usage.NONE));
            assertThat(shown).isEmpty();
        }
    }

    @Test
    void thoughtsAreNotShown() throws IOException {
        List<String> events = List.of(
                delta("{\"reasoning_content\":\"let me see\"}", "null"),
                piece("<thi"),
                piece("nk>hm</think>\n"),
                piece("\nOnce."),
                STOP);
        try (TestBench bench = TestBench.with(stream(events))) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Completed("Once.", new Usage(0, 0)));
            assertThat(shown).containsExactly("Once.");
        }
    }

    @Test
    void aCharacterCutBetweenPacketsIsWhole() throws IOException {
        byte[] line = ("data: " + piece("🦊") + "\n\n").getBytes(StandardCharsets.UTF_8);
        int cut = new String(line, StandardCharsets.ISO_8859_1).indexOf('\u00f0') + 2;
        Script script = call -> {
            call.write(streamHead() + Integer.toHexString(cut) + "\r\n");
            call.socket().getOutputStream().write(line, 0, cut);
            call.write("\r\n" + Integer.toHexString(line.length - cut) + "\r\n");
            call.socket().getOutputStream().write(line, cut, line.length - cut);
            call.write("\r\n" + chunk(STOP) + "0\r\n\r\n");
            return true;
        };
        try (TestBench bench = TestBench.with(script)) {
            assertThat(streamed(bench)).isEqualTo(new Reply.Completed("🦊", new Usage(0, 0)));
        }
    }

    @Test
    void aStreamThatStallsAfterItsFirstTextFailsAndIsNotAskedForAgain() throws IOException {
        try (TestBench bench = watched(streamThatStalls(STORY.subList(0, 3)))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("stalled");
            assertThat(failed.detail()).contains("0.4 s").contains("10 characters of the text had been shown");
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(shown).containsExactly("Once ", "upon.");
        }
    }

    @Test
    void aStreamThatStallsBeforeItsFirstTextIsAskedForAgain() throws IOException {
        try (TestBench bench = watched(streamThatStalls(STORY.subList(0, 1)), stream(STORY))) {
            assertThat(streamed(bench)).isInstanceOf(Reply.Completed.class);
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void aStreamThatTricklesForEverRunsOutOfTime() throws IOException {
        Script trickle = call -> {
            call.write(streamHead());
            while (!call.closing().await(20, TimeUnit.MILLISECONDS)) {
                call.write(chunk(piece("a")));
            }
            return false;
        };
        try (TestBench bench = new TestBench(TestBench.limits(TestBench.SHORT, TestBench.AMPLE), s -> s, trickle)) {
            assertThat(((Reply.Failed) streamed(bench)).cause()).isEqualTo("timeout");
        }
    }

    @Test
    void aStreamThatIsResetFails() throws IOException {
        try (TestBench bench = TestBench.with(stream(STORY), streamThatIsReset(List.of()))) {
            assertThat(streamed(bench)).isInstanceOf(Reply.Completed.class);
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("connection");
            assertThat(failed.attempts()).isEqualTo(5);
        }
    }

    @Test
    void anErrorInAStreamIsAServerErrorInItsWords() throws IOException {
        String event = "{\"error\":{\"message\":\"out of memory\"}}";
        try (TestBench bench = TestBench.with(stream(List.of(piece("Once "), event)))) {
            Reply.Failed failed = (Reply.Failed) streamed(bench);
            assertThat(failed.cause()).isEqualTo("server-error");
            assertThat(failed.detail()).contains("out of memory");
        }
    }

    @Test
    void anEventThatIsNoJsonIsMalformed() throws IOException {
        try (TestBench bench = TestBench.with(stream(List.of(piece("Once "), "{\"choices\":[", STOP)))) {
            assertThat(((Reply.Failed) streamed(bench)).cause()).isEqualTo("malformed");
        }
    }

    @Test
    void aStreamOverTheBoundFails() throws IOException {
        try (TestBench bench = TestBench.with(stream(List.of(piece("x".repeat(3 << 20)), STOP)))) {
            assertThat(((Reply.Failed) streamed(bench)).cause()).isEqualTo("too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500})
    void aStreamRefusedForNowIsAskedForAgain(int status) throws IOException {
        try (TestBench bench = TestBench.with(error(status, "later", "Retry-After: 3"), stream(STORY))) {
            assertThat(streamed(bench)).isInstanceOf(Reply.Completed.class);
            assertThat(bench.time.pauses().getFirst()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
        }
    }

    @Test
    void aStreamWithAWrongKeyIsUnauthorized() throws IOException {
        try (TestBench bench = TestBench.with(error(401, "bad key " + TestBench.KEY))) {
            Reply.Unavailable unavailable = (Reply.Unavailable) streamed(bench);
            assertThat(unavailable.cause()).isEqualTo("unauthorized");
            assertThat(unavailable.detail()).contains("TELLER_KEY").doesNotContain(TestBench.KEY);
        }
    }

    @Test
    void aReaderThatThrowsEndsTheStreamAtTheServerToo() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        Script script = call -> {
            call.write(streamHead() + chunk(piece("Once ")));
            int next = call.socket().getInputStream().read();
            if (next < 0) {
                hungUp.countDown();
            }
            return false;
        };
        try (TestBench bench = TestBench.with(script)) {
            IllegalStateException enough = new IllegalStateException("enough");
            assertThatThrownBy(() -> bench.model.stream(TestBench.PROMPT, text -> {
                        throw enough;
                    }))
                    .isSameAs(enough);
            assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Reply streamed(TestBench bench) {
        return bench.model.stream(TestBench.PROMPT, shown::add);
    }

    private static TestBench watched(Script... scripts) throws IOException {
        return new TestBench(TestBench.limits(TestBench.AMPLE, TestBench.SHORT), s -> s, scripts);
    }
}
