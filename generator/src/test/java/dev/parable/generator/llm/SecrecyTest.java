package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.ok;
import static dev.parable.generator.llm.Scripts.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.ChatServer.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is sent, and seen nowhere else. */
@Timeout(30)
class SecrecyTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 408, 429, 500, 503})
    void aServerThatRepeatsTheKeyDoesNotBringItIntoTheReply(int status) throws IOException {
        Script echo = call -> status(status, "got " + call.asked().headers().get("authorization"))
                .answer(call);
        try (TestBench bench = TestBench.with(echo)) {
            String reply = bench.reply().toString();
            assertThat(reply).doesNotContain(TestBench.KEY);
            if (status != 200) {
                assertThat(reply).contains("got Bearer [key]");
            }
            assertThat(bench.model.stream(TestBench.PROMPT, text -> {}).toString())
                    .doesNotContain(TestBench.KEY);
        }
    }

    @Test
    void aRefusalThatRepeatsTheKeyDoesNotBringItIntoTheReply() throws IOException {
        try (TestBench bench = TestBench.with(
                status(400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"" + TestBench.KEY + "\"}}"))) {
            assertThat(bench.reply()).isEqualTo(new Reply.Refused("[key]", Usage.NONE));
        }
    }

    @Test
    void anErrorInAStreamThatRepeatsTheKeyDoesNotBringItIntoTheReply() throws IOException {
        String event = "{\"error\":{\"message\":\"for " + TestBench.KEY + "\"}}";
        try (TestBench bench = TestBench.with(Scripts.stream(List.of(event)))) {
            assertThat(bench.model.stream(TestBench.PROMPT, text -> {}).toString())
                    .contains("for [key]")
                    .doesNotContain(TestBench.KEY);
        }
    }

    @Test
    void theModelAndItsSettingsNameTheVariableOnly() throws IOException {
        try (TestBench bench = TestBench.with(ok("{}"))) {
            assertThat(bench.model.toString())
                    .isEqualTo("teller at " + bench.settings.baseUrl() + " with the key in TELLER_KEY");
            assertThat(bench.settings.toString()).contains("TELLER_KEY").doesNotContain(TestBench.KEY);
        }
    }

    @Test
    void aKeyShowsAsTheNameOfItsVariable() {
        ModelSettings settings = ModelSettings.parse("openai:m").withApiKeyVariable("K");
        ApiKey key = ApiKey.of(settings, Map.of("K", TestBench.KEY));
        assertThat(key.toString()).isEqualTo("the key in K");
        assertThat(key.value()).isEqualTo(TestBench.KEY);
        assertThat(key.scrub("a " + TestBench.KEY + " b " + TestBench.KEY)).isEqualTo("a [key] b [key]");
    }

    @Test
    void theLogsDoNotHoldTheKey() throws IOException {
        List<String> lines = new ArrayList<>();
        Handler keeper = new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                lines.add(entry.getLoggerName() + entry.getMessage() + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        Level level = root.getLevel();
        Handler[] handlers = root.getHandlers();
        for (Handler handler : handlers) {
            root.removeHandler(handler);
        }
        keeper.setLevel(Level.ALL);
        root.addHandler(keeper);
        root.setLevel(Level.ALL);
        try (TestBench bench = TestBench.with(Scripts.resetInTheBody("{"), status(500, "no"), Scripts.story("Once."))) {
            bench.reply();
            assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(TestBench.KEY));
        } finally {
            root.removeHandler(keeper);
            root.setLevel(level);
            for (Handler handler : handlers) {
                root.addHandler(handler);
            }
        }
    }
}
