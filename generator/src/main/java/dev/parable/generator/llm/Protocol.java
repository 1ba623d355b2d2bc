package dev.parable.generator.llm;

import java.util.Locale;

/** How a server is spoken to. */
public enum Protocol {
    /** Chat completions: OpenAI, and vLLM, llama.cpp, SGLang, LM Studio, OpenRouter and others after it. */
    OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY", "finish_reason", "stop, length and content_filter"),
    /** Messages, version 2023-06-01. */
    ANTHROPIC(
            "https://api.anthropic.com/v1",
            "ANTHROPIC_API_KEY",
            "stop_reason",
            "end_turn, stop_sequence, max_tokens, model_context_window_exceeded and refusal"),
    /** Ollama's own chat, which unlike its OpenAI-like one takes the size of the context. */
    OLLAMA("http://localhost:11434", "", "done_reason", "stop and length");

    private final String baseUrl;
    private final String apiKeyVariable;
    private final String reasonField;
    private final String reasons;

    Protocol(String baseUrl, String apiKeyVariable, String reasonField, String reasons) {
        this.baseUrl = baseUrl;
        this.apiKeyVariable = apiKeyVariable;
        this.reasonField = reasonField;
        this.reasons = reasons;
    }

    /** The id in settings: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its first server is. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The variable that usually holds the key for that server; empty where it asks for none. */
    public String apiKeyVariable() {
        return apiKeyVariable;
    }

    /** The field of an answer that says why it ended. */
    String reasonField() {
        return reasonField;
    }

    /** The values of that field that are known, for a message. */
    String reasons() {
        return reasons;
    }

    /** What the beginning of its model settings is, as in {@code openai:NAME}. */
    String prefix() {
        return id() + ":";
    }
}
