package dev.parable.generator.llm;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A server and a model access joined by a socket, with a clock that tests own. */
final class TestBench implements AutoCloseable {

    static final String KEY = "sk-secret-0123456789";
    static final Prompt PROMPT = new Prompt("You tell stories.", "Tell one.");
    static final Duration AMPLE = Duration.ofSeconds(30);
    static final Duration SHORT = Duration.ofMillis(400);

    final ChatServer server;
    final FakeTime time = new FakeTime();
    final ModelSettings settings;
    final ServedModel model;

    private TestBench(
            Protocol protocol,
            Limits limits,
            UnaryOperator<ModelSettings> change,
            UnaryOperator<Timekeeper> clock,
            ChatServer.Script... scripts)
            throws IOException {
        server = new ChatServer(scripts);
        settings = change.apply(ModelSettings.of(protocol, "teller")
                .withBaseUrl(protocol == Protocol.OLLAMA ? server.root() : server.baseUrl())
                .withApiKeyVariable("TELLER_KEY"));
        model = ServedModel.open(settings, Map.of("TELLER_KEY", KEY), limits, clock.apply(time));
    }

    TestBench(Limits limits, UnaryOperator<ModelSettings> change, ChatServer.Script... scripts) throws IOException {
        this(Protocol.OPENAI, limits, change, fake -> fake, scripts);
    }

    /** With a clock of the test's own. */
    static TestBench withClock(Timekeeper clock, ChatServer.Script... scripts) throws IOException {
        return new TestBench(Protocol.OPENAI, limits(AMPLE, AMPLE), UnaryOperator.identity(), fake -> clock, scripts);
    }

    /** With limits that no test reaches. */
    static TestBench with(ChatServer.Script... scripts) throws IOException {
        return new TestBench(limits(AMPLE, AMPLE), UnaryOperator.identity(), scripts);
    }

    /** In another protocol, with limits that no test reaches. */
    static TestBench speaking(Protocol protocol, ChatServer.Script... scripts) throws IOException {
        return changed(protocol, UnaryOperator.identity(), scripts);
    }

    static TestBench changed(Protocol protocol, UnaryOperator<ModelSettings> change, ChatServer.Script... scripts)
            throws IOException {
        return new TestBench(protocol, limits(AMPLE, AMPLE), change, fake -> fake, scripts);
    }

    static Limits limits(Duration exchange, Duration idle) {
        return new Limits(AMPLE, exchange, idle, 1 << 20);
    }

    Reply reply() {
        return model.reply(PROMPT);
    }

    Reply.Failed failure() {
        return (Reply.Failed) reply();
    }

    Reply.Unavailable unavailability() {
        return (Reply.Unavailable) reply();
    }

    /** The body of the first request. */
    JsonObject sent() {
        return new JsonObject(server.asked().getFirst().body());
    }

    int requests() {
        return server.asked().size();
    }

    @Override
    public void close() throws IOException {
        model.close();
        server.close();
    }
}
