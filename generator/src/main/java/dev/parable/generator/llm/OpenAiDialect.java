package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Chat completions. OpenAI's own server is sent {@code max_completion_tokens}, since its reasoning models refuse
 * {@code max_tokens}; others are sent the older name, which all of them know.
 */
record OpenAiDialect(ModelSettings settings, ApiKey key) implements Dialect {

    private static final String OPENAIS_OWN = "api.openai.com";

    @Override
    public ChatModel whole(HttpClientBuilder http, Duration timeout) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(key.value())
                .modelName(settings.modelName())
                .temperature(settings.drawing().temperature())
                .topP(settings.drawing().topP())
                .maxTokens(maxTokens())
                .maxCompletionTokens(maxCompletionTokens())
                .strictJsonSchema(true)
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(HttpClientBuilder http, Duration timeout) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .apiKey(key.value())
                .modelName(settings.modelName())
                .temperature(settings.drawing().temperature())
                .topP(settings.drawing().topP())
                .maxTokens(maxTokens())
                .maxCompletionTokens(maxCompletionTokens())
                .strictJsonSchema(true)
                .timeout(timeout)
                .build();
    }

    @Nullable
    Integer maxTokens() {
        return own() ? null : settings.maxTokens();
    }

    @Nullable
    Integer maxCompletionTokens() {
        return own() ? settings.maxTokens() : null;
    }

    private boolean own() {
        return OPENAIS_OWN.equals(URI.create(settings.baseUrl()).getHost());
    }
}
