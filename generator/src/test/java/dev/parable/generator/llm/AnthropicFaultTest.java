package dev.parable.generator.llm;

import static dev.parable.generator.llm.Anthropic.ONCE;
import static dev.parable.generator.llm.Anthropic.TEXT;
import static dev.parable.generator.llm.Anthropic.bench;
import static dev.parable.generator.llm.Anthropic.body;
import static dev.parable.generator.llm.Anthropic.error;
import static dev.parable.generator.llm.Anthropic.message;
import static dev.parable.generator.llm.Scripts.ok;
import static dev.parable.generator.llm.Scripts.resetInTheBody;
import static dev.parable.generator.llm.Scripts.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.ChatServer.Script;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault of Anthropic's server, and what becomes of the call. */
@Timeout(30)
class AnthropicFaultTest {

    @Test
    void tooManyRequestsAreAskedAgainWhenTheServerSays() throws IOException {
        Script slow = status(429, error("rate_limit_error", "Slow down."), "retry-after: 12");
        try (TestBench bench = bench(slow, message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.time.pauses().getFirst()).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(13));
        }
    }

    @Test
    void anOverloadedServerIsAskedAgainPastTheRetries() throws IOException {
        Script[] scripts = new Script[9];
        java.util.Arrays.fill(scripts, status(529, error("overloaded_error", "Overloaded")));
        scripts[8] = message(TEXT, "end_turn");
        try (TestBench bench = bench(scripts)) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(9);
        }
    }

    @Test
    void anErrorOfTheServerIsAskedAgain() throws IOException {
        try (TestBench bench =
                bench(status(500, error("api_error", "Internal server error")), message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "402,billing_error,Check your payment details.",
        "400,invalid_request_error,Your credit balance is too low to access the Anthropic API.",
        "400,invalid_request_error,You have reached your specified API usage limits. You will regain access later.",
        "400,invalid_request_error,You have reached your specified workspace API usage limits."
    })
    void anAccountThatHasNothingLeftIsUnavailable(int status, String type, String message) throws IOException {
        try (TestBench bench = bench(status(status, error(type, message)))) {
            assertThat(bench.unavailability().cause()).isEqualTo("out-of-credit");
            assertThat(bench.unavailability().detail()).contains("TELLER_KEY").contains(message);
        }
    }

    @Test
    void aMonthlyLimitIsNotWaitedFor() throws IOException {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Spend limit.\","
                + "\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}";
        try (TestBench bench = bench(status(429, body))) {
            assertThat(bench.unavailability().cause()).isEqualTo("out-of-credit");
            assertThat(bench.time.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,authentication_error,unauthorized,TELLER_KEY",
        "403,permission_error,unauthorized,TELLER_KEY",
        "404,not_found_error,not-found,which ends in /v1"
    })
    void whatNoPromptCanPassIsUnavailableAndSaysWhatToDo(int status, String type, String cause, String advice)
            throws IOException {
        try (TestBench bench = bench(status(status, error(type, "model: teller")))) {
            Reply.Unavailable unavailable = bench.unavailability();
            assertThat(unavailable.cause()).isEqualTo(cause);
            assertThat(unavailable.detail()).contains(advice).contains("model: teller");
            assertThat(bench.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"400,invalid_request_error", "413,request_too_large"})
    void aRequestThatItDoesNotTakeFailsAlone(int status, String type) throws IOException {
        try (TestBench bench = bench(status(status, error(type, "max_tokens: too large")))) {
            assertThat(bench.failure().cause()).isEqualTo("bad-request");
            assertThat(bench.failure().detail()).contains("max_tokens: too large");
        }
    }

    @Test
    void anOutputThatItsFilterBlocksIsRefused() throws IOException {
        String message = "Output blocked by content filtering policy";
        try (TestBench bench = bench(status(400, error("invalid_request_error", message)))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Refused(message, Usage.NONE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "<html>portal</html>", "{\"type\":\"error\",\"error\":{}}", "{\"content\":[{\"ty"
            })
    void anAnswerThatIsNoMessageIsAskedForAgain(String body) throws IOException {
        try (TestBench bench = bench(ok(body), message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
            assertThat(bench.requests()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionResetInTheBodyIsAskedAgain() throws IOException {
        try (TestBench bench = bench(resetInTheBody(body(TEXT, "end_turn")), message(TEXT, "end_turn"))) {
            assertThat(bench.reply()).isEqualTo(ONCE);
        }
    }

    @Test
    void aKeyThatItRepeatsIsNotInTheReply() throws IOException {
        Script echo = call -> status(
                        401,
                        error(
                                "authentication_error",
                                "invalid x-api-key " + call.asked().headers().get("x-api-key")))
                .answer(call);
        try (TestBench bench = bench(echo)) {
            assertThat(bench.reply().toString()).contains("x-api-key [key]").doesNotContain(TestBench.KEY);
        }
    }
}
