package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;

/** A protocol as LangChain4j speaks it, with its own retries off: what is asked again, and when, is decided here. */
sealed interface Dialect permits OpenAiDialect, AnthropicDialect, OllamaDialect {

    /**
     * A model whose answers come whole.
     *
     * @param timeout of one exchange
     */
    ChatModel whole(HttpClientBuilder http, Duration timeout);

    /** A model whose answers come as they are written. */
    StreamingChatModel streamed(HttpClientBuilder http, Duration timeout);

    static Dialect of(ModelSettings settings, ApiKey key) {
        return switch (settings.protocol()) {
            case OPENAI -> new OpenAiDialect(settings, key);
            case ANTHROPIC -> new AnthropicDialect(settings, key);
            case OLLAMA -> new OllamaDialect(settings, key);
        };
    }
}
