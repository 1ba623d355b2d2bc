package dev.parable.generator.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An LLM behind a server that speaks one of the {@linkplain Protocol protocols}. A prompt with a schema is sent with the
 * protocol's own facility for it (OpenAI's {@code response_format}, Anthropic's {@code output_config.format}, Ollama's
 * {@code format}); the text of the reply is then the JSON as it came, not validated here.
 *
 * <p>Calls block, best on virtual threads; beyond the concurrency of the settings they XX
 * answered is {@link Reply.Failed}, with causes {@code rate-limited}, {@code server-error}, {@code connection},
 * {@code timeout}, {@code stalled}, {@code malformed}, {@code too-large}, {@code bad-request}, {@code empty} and
 * {@code unfinished}. Where no prompt can be, the reply is {@link Reply.Unavailable}: at once for {@code unauthorized},
 * {@code not-found}, {@code out-of-credit}, {@code interrupted} (the thread stays interrupted), {@code closed}, and a
 * {@code connection} that never was; when a server answers nothing for some two minutes;
 * and when {@value Health#IN_A_ROW} calls in a row failed for a server's causes.
 */
public final class ServedModel implements LanguageModel, AutoCloseable {

    /** OpenAI's protocol wants one, and shows it to the model. */
    private static final String SCHEMA_NAME = "answer";

    private final ModelSettings settings;
    private final ApiKey key;
    private final Connections connections;
    private final Dialect dialect;
    private final ChatModel model;
    private final Answers answers;
    private final Diagnosis diagnosis;
    private final Endpoint endpoint;
    private final Timekeeper time;

    private ServedModel(ModelSettings settings, Pace pace, ApiKey key, Limits limits, Timekeeper time) {
        this.settings = settings;
        this.key = key;
        this.time = time;
        this.connections = Connections.open(settings, pace.concurrency(), limits);
        this.dialect = Dialect.of(settings, key);
        this.model = dialect.whole(new VertxHttpClientBuilder(connections, ignored -> {}, () -> {}), limits.exchange());
        this.answers = new Answers(settings.protocol(), key);
        this.diagnosis = new Diagnosis(settings, key, time);
        this.endpoint = new Endpoint(settings, pace, toString(), time);
    }

    /**
     * Opens the access; nothing is sent yet.
     *
     * @param environment where the key is looked up, usually {@link System#getenv()}
     * @throws IllegalArgumentException when the key's variable is not set
     */
    public static ServedModel open(ModelSettings settings, Map<String, String> environment) {
        return open(settings, Pace.of(settings), environment);
    }

    /** The same at a pace of its own; the concurrency is that of the pace. */
    public static ServedModel open(ModelSettings settings, Pace pace, Map<String, String> environment) {
        return open(settings, pace, environment, Limits.of(settings), Timekeeper.system());
    }

    static ServedModel open(ModelSettings settings, Map<String, String> environment, Limits limits, Timekeeper time) {
        return open(settings, Pace.of(settings), environment, limits, time);
    }

    static ServedModel open(
            ModelSettings settings, Pace pace, Map<String, String> environment, Limits limits, Timekeeper time) {
        return new ServedModel(settings, pace, ApiKey.of(settings, environment), limits, time);
    }

    /** @throws IllegalStateException on an event loop */
    @Override
    public Reply reply(Prompt prompt) {
        return reply(prompt, 0);
    }

    /**
     * The same model for calls that go before those of lower ranks where they wait for a turn; {@link #reply} alone has
     * rank 0. Later stages of a story have higher ones, so that stories are finished before others are begun.
     */
    public LanguageModel ranked(int rank) {
        return prompt -> reply(prompt, rank);
    }

    /** What goes on at the server. */
    public Traffic traffic() {
        return endpoint.traffic();
    }

    /**
     * The batches of its server; nothing is sent yet, and whether the server has any only {@link Batches#check} tells. They
     * end with this access.
     *
     * @throws IllegalArgumentException when the protocol has none
     */
    public Batches batches() {
        var calls = new WrittenCalls(dialect, answers, diagnosis);
        var wire = new BatchWire(
                settings,
                key,
                calls.request(new Prompt("", "-")).headers(),
                connections,
                diagnosis,
                time,
                endpoint.closing());
        return switch (settings.protocol()) {
            case OPENAI -> new Batches(new OpenAiBatches(wire, calls), calls);
            case ANTHROPIC -> new Batches(new AnthropicBatches(wire, calls), calls);
            case OLLAMA -> throw new IllegalArgumentException("the protocol ollama has no batches");
        };
    }

    /**
     * Asks once and shows the text as it comes, on the calling thread, without the model's thoughts. The reply holds the
     * text again. Faults are retried only until the first text is shown.
     *
     * @throws IllegalStateException on an event loop
     * @throws RuntimeException what {@code onText} throws, after which the stream is given up
     */
    public Reply stream(Prompt prompt, Consumer<String> onText) {
        Connections.refuseEventLoops();
        return endpoint.askAlone(0, seed(prompt), () -> streamed(prompt, onText));
    }

    /**
     * No call is sent any more, first or further attempt: those that wait for a turn, and those that come, end as
     * {@code closed}. What is at the server goes on.
     */
    public void beginNoMore() {
        endpoint.close();
    }

    /**
     * Ends every call as {@code closed}, and with them the connections and their threads.
     *
     * @throws IllegalStateException on an event loop
     */
    @Override
    public void close() {
        Connections.refuseEventLoops();
        endpoint.close();
        connections.close();
    }

    @Override
    public String toString() {
        return settings.modelName() + " at " + settings.baseUrl() + " with " + key;
    }

    private Reply reply(Prompt prompt, int rank) {
        Connections.refuseEventLoops();
        return endpoint.ask(rank, seed(prompt), () -> whole(prompt));
    }

    private Attempt whole(Prompt prompt) {
        ThreadBuffers.borrow();
        try {
            return answers.read(model.chat(request(prompt)));
        } catch (RuntimeException e) {
            return diagnosis.of(e);
        } finally {
            ThreadBuffers.giveBack();
        }
    }

    private Attempt streamed(Prompt prompt, Consumer<String> onText) {
        StreamedText text = new StreamedText();
        AtomicReference<@Nullable Exchange> exchange = new AtomicReference<>();
        try {
            streaming(exchange::set, text).chat(request(prompt), text);
            Attempt attempt = switch (text.show(onText)) {
                case StreamedText.Ending.Ended ended -> answers.read(ended.response());
                case StreamedText.Ending.Broken broken -> diagnosis.of(broken.reason());
            };
            return attempt instanceof Attempt.Faulted faulted && text.shown() > 0
                    ? new Attempt.Faulted(faulted.fault().last(text.shown() + " characters of the text had been shown"))
                    : attempt;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.Faulted(Cause.INTERRUPTED, "interrupted while waiting for the stream");
        } finally {
            Exchange begun = exchange.get();
            if (begun != null) {
                begun.cancel(Cause.INTERRUPTED, "the stream is no longer wanted");
            }
        }
    }

    /** One model a stream, because LangChain4j gives no way to cancel a stream before its first event. */
    private StreamingChatModel streaming(Consumer<Exchange> onBegin, StreamedText text) {
        return dialect.streamed(
                new VertxHttpClientBuilder(connections, onBegin, text::over),
                connections.limits().exchange());
    }

    static ChatRequest request(Prompt prompt) {
        ChatMessage user = UserMessage.from(prompt.user());
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(
                        prompt.system().isBlank() ? List.of(user) : List.of(SystemMessage.from(prompt.system()), user));
        if (!prompt.schema().isEmpty()) {
            request.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name(SCHEMA_NAME)
                            .rootElement(JsonRawSchema.from(prompt.schema()))
                            .build())
                    .build());
        }
        return request.build();
    }

    private static long seed(Prompt prompt) {
        return 31L * prompt.system().hashCode() + prompt.user().hashCode();
    }
}
