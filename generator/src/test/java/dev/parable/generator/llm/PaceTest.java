package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls against an account's limits, on a clock that only waiting moves. */
@Timeout(30)
class PaceTest {

    private final FakeTime time = new FakeTime();
    private final CountDownLatch open = new CountDownLatch(1);

    @Test
    void requestsAreSpreadOverTheMinute() throws Exception {
        Pace pace = new Pace(new RateLimit(30, 0), 100, time);
        for (int i = 0; i < 61; i++) {
            pace.await(TestBench.PROMPT, open);
        }
        // Sixty intervals of two seconds, but for the second that was carried over.
        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofSeconds(119));
    }

    @Test
    void tokensAreSpreadByWhatCallsTake() throws Exception {
        Pace pace = new Pace(new RateLimit(0, 60_000), 4000, time);
        for (int i = 0; i < 201; i++) {
            int setAside = pace.await(new Prompt("", "x".repeat(400)), open);
            pace.settle(setAside, new Usage(100, 900));
        }
        // A thousand tokens a second, a thousand a call.
        assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofSeconds(195), Duration.ofSeconds(205));
    }

    @Test
    void whatIsNotReportedStaysSetAside() throws Exception {
        Pace pace = new Pace(new RateLimit(0, 60_000), 1000, time);
        for (int i = 0; i < 11; i++) {
            pace.settle(pace.await(new Prompt("", "Tell."), open), Usage.NONE);
        }
        assertThat(Duration.ofNanos(time.nanos()).toSeconds()).isBetween(9L, 10L);
    }

    @Test
    void withoutLimitsNobodyWaits() throws Exception {
        Pace pace = new Pace(RateLimit.NONE, 1000, time);
        for (int i = 0; i < 1000; i++) {
            pace.settle(pace.await(TestBench.PROMPT, open), new Usage(5, 5));
        }
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void aModelsCallsArePaced() throws IOException {
        try (TestBench bench =
                TestBench.changed(Protocol.OPENAI, s -> s.withRate(new RateLimit(6, 0)), story("Once."))) {
            for (int i = 0; i < 4; i++) {
                assertThat(bench.reply()).isInstanceOf(Reply.Completed.class);
            }
            assertThat(Duration.ofNanos(bench.time.nanos())).isEqualTo(Duration.ofSeconds(29));
        }
    }

    @Test
    void aCallerThatIsInterruptedAndAModelThatIsClosedAskNobody() throws IOException, InterruptedException {
        try (TestBench bench =
                TestBench.changed(Protocol.OPENAI, s -> s.withRate(new RateLimit(1, 0)), story("Once."))) {
            bench.reply();
            Thread.currentThread().interrupt();
            assertThat(bench.unavailability().cause()).isEqualTo("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            bench.model.close();
            assertThat(bench.unavailability().cause()).isEqualTo("closed");
        }
    }
}
