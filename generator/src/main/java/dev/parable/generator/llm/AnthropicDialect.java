package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Messages. A temperature of 1 is the protocol's own default and is not sent, because some models refuse to be given
 * any, and others to be given one beside top-p.
 */
record AnthropicDialect(ModelSettings settings, ApiKey key) implements Dialect {

    /** LangChain4j insists on a key; servers that ask for none do not look at it. */
    private static final String NO_KEY = "none";

    @Override
    public ChatModel whole(HttpClientBuilder http, Duration timeout) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(keyOrNone())
                .modelName(settings.modelName())
                .temperature(temperature())
                .topP(settings.drawing().topP())
                .maxTokens(settings.maxTokens())
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(HttpClientBuilder http, Duration timeout) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(keyOrNone())
                .modelName(settings.modelName())
                .temperature(temperature())
                .topP(settings.drawing().topP())
                .maxTokens(settings.maxTokens())
                .timeout(timeout)
                .build();
    }

    private String keyOrNone() {
        String value = key.value();
        return value == null ? NO_KEY : value;
    }

    private @Nullable Double temperature() {
        double value = settings.drawing().temperature();
        return value == 1.0 ? null : value;
    }
}
