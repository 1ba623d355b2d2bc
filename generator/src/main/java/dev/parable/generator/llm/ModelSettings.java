package dev.parable.generator.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which LLM to ask, where, and how hard. Holds the name of the variable that holds the key, never the key.
 *
 * @param protocol how its server is spoken to
 * @param modelName the server's name for the model, sent as {@code model}; may hold colons, as in {@code llama3:8b}
 * @param baseUrl http or https, up to what the protocol appends: with the version for OpenAI and Anthropic, such as
 *     {@code http://localhost:8000/v1}, without it for Ollama; a closing slash is dropped
 * @param apiKeyVariable the environment variable that holds the key; empty for a server that asks for none
 * @param concurrency how many calls may be at the server at once, 1 to 10,000; also the size of the connection pool
 * @param timeout of one exchange, from the connection to the last byte of the body; 1 ms to 1 day
 * @param retries how often a call is asked again after server errors, lost connections, timeouts and malformed
 *     answers, 0 to 100; being told to slow down (429) does not count, see {@link #patience()}
 * @param drawing how completions are drawn
 * @param rate how much may be asked in a minute
 * @param price null where it is not known
 */
public record ModelSettings(
        Protocol protocol,
        String modelName,
        String baseUrl,
        String apiKeyVariable,
        int concurrency,
        Duration timeout,
        int retries,
        Sampling drawing,
        RateLimit rate,
        @Nullable Price price) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);
    private static final Duration TIME_TO_WAIT = Duration.ofMinutes(10);
    private static final Sampling DRAWING = new Sampling(4096, 0, 1.0, null);

    /** @throws IllegalArgumentException when a value is out of its range, naming the value and the limit */
    public ModelSettings {
        if (modelName.isBlank()) {
            throw new IllegalArgumentException("the model name is blank; write it as " + protocol.prefix() + "NAME");
        }
        baseUrl = checkedUrl(baseUrl);
        apiKeyVariable = apiKeyVariable.strip();
        Range.check(concurrency, 1, 10_000, "concurrency");
        if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout must be from PT0.001S to " + LONGEST_TIMEOUT + ": " + timeout);
        }
        Range.check(retries, 0, 100, "retries");
        if (protocol == Protocol.ANTHROPIC && drawing.temperature() > 1) {
            throw new IllegalArgumentException(
                    "temperature must be from 0 to 1 for anthropic: " + drawing.temperature());
        }
    }

    /**
     * Reads {@code openai:NAME}, {@code anthropic:NAME} or {@code ollama:NAME}. The rest is set for the protocol's own
     * server; the {@code with} methods change it.
     *
     * @throws IllegalArgumentException when the text has another prefix or no name
     */
    public static ModelSettings parse(String model) {
        Optional<Protocol> protocol = Arrays.stream(Protocol.values())
                .filter(p -> model.startsWith(p.prefix()))
                .findFirst();
        if (protocol.isEmpty()) {
            throw new IllegalArgumentException("model '" + model + "' is not of a supported kind; supported: "
                    + Protocol.OPENAI.prefix() + "NAME, for OpenAI and any server with its protocol (vLLM, llama.cpp,"
                    + " Ollama and others, by setting the base URL), " + Protocol.ANTHROPIC.prefix() + "NAME and "
                    + Protocol.OLLAMA.prefix() + "NAME");
        }
        return of(
                protocol.get(),
                model.substring(protocol.get().prefix().length()).strip());
    }

    /**
     * A model at the protocol's own server.
     *
     * @throws IllegalArgumentException when the name is blank
     */
    public static ModelSettings of(Protocol protocol, String modelName) {
        return new ModelSettings(
                protocol,
                modelName,
                protocol.baseUrl(),
                protocol.apiKeyVariable(),
                16,
                Duration.ofMinutes(5),
                4,
                DRAWING,
                RateLimit.NONE,
                null);
    }

    public ModelSettings withBaseUrl(String url) {
        return new ModelSettings(
                protocol, modelName, url, apiKeyVariable, concurrency, timeout, retries, drawing, rate, price);
    }

    public ModelSettings withApiKeyVariable(String variable) {
        return new ModelSettings(
                protocol, modelName, baseUrl, variable, concurrency, timeout, retries, drawing, rate, price);
    }

    public ModelSettings withConcurrency(int calls) {
        return new ModelSettings(
                protocol, modelName, baseUrl, apiKeyVariable, calls, timeout, retries, drawing, rate, price);
    }

    public ModelSettings withTimeout(Duration limit) {
        return new ModelSettings(
                protocol, modelName, baseUrl, apiKeyVariable, concurrency, limit, retries, drawing, rate, price);
    }

    public ModelSettings withRetries(int times) {
        return new ModelSettings(
                protocol, modelName, baseUrl, apiKeyVariable, concurrency, timeout, times, drawing, rate, price);
    }

    public ModelSettings withMaxTokens(int tokens) {
        return drawn(drawing.withMaxTokens(tokens));
    }

    public ModelSettings withContext(int tokens) {
        return drawn(drawing.withContext(tokens));
    }

    public ModelSettings withTemperature(double value) {
        return drawn(drawing.withTemperature(value));
    }

    public ModelSettings withTopP(double value) {
        return drawn(drawing.withTopP(value));
    }

    private ModelSettings drawn(Sampling as) {
        return new ModelSettings(
                protocol, modelName, baseUrl, apiKeyVariable, concurrency, timeout, retries, as, rate, price);
    }

    public ModelSettings withRate(RateLimit limit) {
        return new ModelSettings(
                protocol, modelName, baseUrl, apiKeyVariable, concurrency, timeout, retries, drawing, limit, price);
    }

    public ModelSettings withPrice(Price each) {
        return new ModelSettings(
                protocol, modelName, baseUrl, apiKeyVariable, concurrency, timeout, retries, drawing, rate, each);
    }

    /** Most tokens in a completion. */
    public int maxTokens() {
        return drawing.maxTokens();
    }

    /**
     * Everything that changes what the model answers, and nothing that does not; the same text means that a completion
     * paid for before is still the answer. Where the server stands is not in it: moving a model changes no answer.
     */
    public String sampling() {
        var text = new StringBuilder(protocol.prefix())
                .append(modelName)
                .append(" temperature=")
                .append(drawing.temperature())
                .append(" maxTokens=")
                .append(drawing.maxTokens());
        if (drawing.topP() != null) {
            text.append(" topP=").append(drawing.topP());
        }
        if (protocol == Protocol.OLLAMA && drawing.context() > 0) {
            text.append(" context=").append(drawing.context());
        }
        return text.toString();
    }

    /**
     * The longest that one call goes on before it is asked for the last time: the time of every attempt that the
     * retries allow, and ten minutes of waiting.
     */
    public Duration patience() {
        return timeout.multipliedBy(retries + 1L).plus(TIME_TO_WAIT);
    }

    boolean encrypted() {
        return baseUrl.startsWith("https:");
    }

    private static String checkedUrl(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the base URL cannot be read: " + e.getReason(), e);
        }
        if (uri.getRawUserInfo() != null) {
            // The message leaves the URL out, because it holds a password.
            throw new IllegalArgumentException(
                    "the base URL holds a user or password; put the key into an environment variable instead");
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL must be http://HOST[:PORT]/PATH or https://…, without a"
                    + " query, such as http://localhost:8000/v1: " + url);
        }
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
