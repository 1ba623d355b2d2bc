package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ollama's own chat. A key goes into the Authorization header, as its hosted models and proxies before it want it. */
record OllamaDialect(ModelSettings settings, ApiKey key) implements Dialect {

    @Override
    public ChatModel whole(HttpClientBuilder http, Duration timeout) {
        return OllamaChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .customHeaders(headers())
                .modelName(settings.modelName())
                .temperature(settings.drawing().temperature())
                .topP(settings.drawing().topP())
                .numPredict(settings.maxTokens())
                .numCtx(context())
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(HttpClientBuilder http, Duration timeout) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(settings.baseUrl())
                .customHeaders(headers())
                .modelName(settings.modelName())
                .temperature(settings.drawing().temperature())
                .topP(settings.drawing().topP())
                .numPredict(settings.maxTokens())
                .numCtx(context())
                .timeout(timeout)
                .build();
    }

    private Map<String, String> headers() {
        String value = key.value();
        return value == null ? Map.of() : Map.of("Authorization", "Bearer " + value);
    }

    private @Nullable Integer context() {
        return settings.drawing().context() > 0 ? settings.drawing().context() : null;
    }
}
