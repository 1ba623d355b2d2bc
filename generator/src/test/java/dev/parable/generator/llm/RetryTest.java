package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.completion;
import static dev.parable.generator.llm.Scripts.error;
import static dev.parable.generator.llm.Scripts.ok;
import static dev.parable.generator.llm.Scripts.resetInTheBody;
import static dev.parable.generator.llm.Scripts.silence;
import static dev.parable.generator.llm.Scripts.stallInTheBody;
import static dev.parable.generator.llm.Scripts.status;
import static dev.parable.generator.llm.Scripts.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of faults on the wire. */
@Timeout(30)
class RetryTest {

    private static final Reply ONCE = new Reply.Completed("Once.", new Usage(7, 5));
    private static final String WHOLE = completion("{\"content\":\"Once.\"}", "\"stop\"");

    @Test
    void aServerThatAsksForSecondsIsGivenThem() throws IOException {
        try (TestBench bench = TestBench.with(error(429, "slow down", "Retry-After: 3"), story("Once."))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.time.pauses()).hasSize(1);
            assertThat(bench.time.pauses().getFirst()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aServerThatNamesADateIsAskedAgainThen(int status) throws IOException {
        String header = "retry-after: Sun, 01 Mar 2026 12:00:25 GMT";
        try (TestBench bench = TestBench.with(error(status, "later", header), story("Once."))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.time.pauses().getFirst()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(26));
        }
    }

    @Test
    void serverErrorsAreAskedAgainAfterGrowingPauses() throws IOException {
        try (TestBench bench = TestBench.with(error(500, "oops"), error(502, "oops"), story("Once."))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.time.pauses()).hasSize(2);
            assertThat(bench.time.pauses().getFirst()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(bench.time.pauses().getLast()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    @Test
    void serverErrorsWithoutEndFailAfterTheRetries() throws IOException {
        try (TestBench bench = TestBench.with(error(500, "out of memory"))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("server-error");
            assertThat(failed.attempts()).isEqualTo(5);
            assertThat(bench.requests()).isEqualTo(5);
            assertThat(failed.detail())
                    .contains("HTTP 500 from " + bench.settings.baseUrl())
                    .contains("out of memory")
                    .contains("4 retries");
        }
    }

    @Test
    void manyRequestsToSlowDownAreBornePastTheRetries() throws IOException {
        ChatServer.Script[] scripts =
                Collections.nCopies(10, error(429, "slow down")).toArray(new ChatServer.Script[11]);
        scripts[10] = story("Once.");
        try (TestBench bench = TestBench.with(scripts)) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(11);
        }
    }

    @Test
    void requestsToSlowDownWithoutEndFailWithinTheTimeOfTheCall() throws IOException {
        try (TestBench bench = TestBench.with(error(429, "slow down", "Retry-After: 60"))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("rate-limited");
            assertThat(failed.detail()).contains("slow down").contains("lower the concurrency");
            assertThat(Duration.ofNanos(bench.time.nanos()))
                    .isBetween(Duration.ofMinutes(33), bench.settings.patience());
        }
    }

    @Test
    void anAccountOutOfCreditIsNotAskedAgain() throws IOException {
        String body = "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"You exceeded your quota.\"}}";
        try (TestBench bench = TestBench.with(status(429, body))) {
            assertThat(bench.unavailability().cause()).isEqualTo("out-of-credit");
            assertThat(bench.unavailability().detail()).contains("TELLER_KEY");
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void aPromptThatAModeratorHeldBackIsRefusedAndIsNobodysKey() throws IOException {
        String body = "{\"error\":{\"code\":403,\"message\":\"Your input was flagged.\","
                + "\"metadata\":{\"reasons\":[\"violence\"],\"flagged_input\":\"the storm\"}}}";
        try (TestBench bench = TestBench.with(status(403, body))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Refused("Your input was flagged.", Usage.NONE));
        }
    }

    @Test
    void aServerThatIsIllForManyInARowIsUnavailableUntilItAnswers() throws IOException {
        ChatServer.Script ill = error(400, "too long");
        ChatServer.Script[] scripts = new ChatServer.Script[3 * Health.IN_A_ROW + 1];
        Arrays.fill(scripts, error(500, "oops"));
        scripts[Health.IN_A_ROW - 1] = ill;
        scripts[2 * Health.IN_A_ROW] = story("Once.");
        try (TestBench bench =
                new TestBench(TestBench.limits(TestBench.AMPLE, TestBench.AMPLE), s -> s.withRetries(0), scripts)) {
            for (int i = 0; i < 2 * Health.IN_A_ROW - 1; i++) {
                assertThat(bench.failure().cause())
                        .isEqualTo(i == Health.IN_A_ROW - 1 ? "bad-request" : "server-error");
            }
            assertThat(bench.unavailability().cause()).isEqualTo("server-error");
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.failure().cause()).isEqualTo("server-error");
        }
    }

    @Test
    void onceItHasAnsweredAResetIsItsPromptsTrouble() throws IOException {
        try (TestBench bench = TestBench.with(story("Once."), resetInTheBody("{"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.failure().cause()).isEqualTo("connection");
            assertThat(bench.failure().detail()).contains(bench.settings.baseUrl());
        }
    }

    @Test
    void aConnectionResetInTheBodyIsAskedAgain() throws IOException {
        try (TestBench bench = TestBench.with(resetInTheBody(WHOLE), story("Once."))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void resetsWithoutEndMeanThatTheServerIsUnavailable() throws IOException {
        try (TestBench bench = TestBench.with(resetInTheBody("{"))) {
            assertThat(bench.unavailability().cause()).isEqualTo("connection");
            assertThat(bench.unavailability().detail()).contains(bench.settings.baseUrl());
        }
    }

    @Test
    void noServerIsUnavailable() throws IOException {
        try (TestBench bench = TestBench.with(story("Once."))) {
            bench.server.close();
            assertThat(bench.unavailability().cause()).isEqualTo("connection");
            assertThat(bench.unavailability().detail()).contains("4 retries");
        }
    }

    @Test
    void aBodyThatStallsRunsOutOfTime() throws IOException {
        try (TestBench bench = shortBench(stallInTheBody(WHOLE))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("timeout");
            assertThat(failed.detail()).contains("0.4 s");
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatSaysNothingIsAskedAgain() throws IOException {
        try (TestBench bench = shortBench(silence(), story("Once."))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"choices\":[]}",
                "{\"choices\":[{}]}",
                "{\"choices\":[{\"message\":{\"content\":\"Once.\"}}]}",
                "<html>portal</html>",
                "{\"choices\":[{\"message\":{\"content\":\"Once"
            })
    void anAnswerThatIsNoCompletionIsAskedForAgain(String body) throws IOException {
        try (TestBench bench = TestBench.with(ok(body), story("Once."))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void answersThatAreNoCompletionsWithoutEndAreMalformed() throws IOException {
        try (TestBench bench = TestBench.with(ok(WHOLE.substring(0, 100)))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("malformed");
            assertThat(failed.detail()).contains("not a chat completion");
            assertThat(failed.detail().length()).isLessThan(800);
        }
    }

    @Test
    void aBodyOverTheBoundIsNotReadToItsEnd() throws IOException {
        try (TestBench bench = TestBench.with(ok("x".repeat(3 << 20)))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo("too-large");
            assertThat(failed.detail()).contains("1048576 bytes");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"400,bad-request,HTTP 400", "307,bad-request,HTTP 307"})
    void whatAskingAgainDoesNotCureFailsAtOnceAndSaysWhatToDo(int status, String cause, String advice)
            throws IOException {
        try (TestBench bench = TestBench.with(error(status, "the server says so", "Location: http://elsewhere/"))) {
            Reply.Failed failed = bench.failure();
            assertThat(failed.cause()).isEqualTo(cause);
            assertThat(failed.detail())
                    .contains(advice)
                    .contains("the server says so")
                    .contains(bench.settings.baseUrl());
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(bench.requests()).isEqualTo(1);
            assertThat(bench.time.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,unauthorized,TELLER_KEY",
        "402,out-of-credit,TELLER_KEY",
        "403,unauthorized,TELLER_KEY",
        "404,not-found,'no model ''teller'' at http://127.0.0.1'"
    })
    void whatNoPromptCanPassIsUnavailableAtOnceAndSaysWhatToDo(int status, String cause, String advice)
            throws IOException {
        try (TestBench bench = TestBench.with(error(status, "the server says so"))) {
            Reply.Unavailable unavailable = bench.unavailability();
            assertThat(unavailable.cause()).isEqualTo(cause);
            assertThat(unavailable.detail())
                    .contains(advice)
                    .contains("the server says so")
                    .contains(bench.settings.baseUrl());
            assertThat(bench.requests()).isEqualTo(1);
            assertThat(bench.time.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"plain words\"}",
                "{\"object\":\"error\",\"message\":\"plain words\",\"code\":400}",
                "{\"detail\":\"plain words\"}",
                "plain words"
            })
    void theWordsOfTheServerAreFoundHoweverItWrapsThem(String body) throws IOException {
        try (TestBench bench = TestBench.with(status(400, body))) {
            assertThat(bench.failure().detail()).contains("saying: plain words;");
        }
    }

    private static TestBench shortBench(ChatServer.Script... scripts) throws IOException {
        return new TestBench(TestBench.limits(TestBench.SHORT, TestBench.AMPLE), s -> s.withRetries(1), scripts);
    }
}
