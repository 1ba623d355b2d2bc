package dev.parable.generator.llm;

import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import org.jspecify.annotations.Nullable;

/** Reads completions of every protocol: a {@link ChatResponse} enters, a reply or a fault leaves. */
final class Answers {

    private static final String REFUSAL = "refusal";
    private static final String CONTEXT_FULL = "model_context_window_exceeded";

    private final Protocol protocol;
    private final ApiKey key;

    /** @param key what no detail may repeat */
    Answers(Protocol protocol, ApiKey key) {
        this.protocol = protocol;
        this.key = key;
    }

    Attempt read(ChatResponse response) {
        String whole = response.aiMessage().text();
        String text = Thoughts.strip(whole == null ? "" : whole);
        FinishReason reason = response.finishReason();
        Usage usage = usage(response.tokenUsage());
        return switch (reason) {
            case LENGTH -> new Attempt.Answered(new Reply.Truncated(text, usage));
            case CONTENT_FILTER -> new Attempt.Answered(new Reply.Refused(text, usage));
            case STOP -> text.isBlank() ? nothing(response, usage) : completed(text, usage);
            case TOOL_EXECUTION, OTHER -> unfinished(response, text, usage);
            case null -> unfinished(response, text, usage);
        };
    }

    private static Attempt completed(String text, Usage usage) {
        return new Attempt.Answered(new Reply.Completed(text, usage));
    }

    private Attempt nothing(ChatResponse response, Usage usage) {
        String refusal = RawAnswer.of(response).refusal();
        return refusal.isBlank()
                ? new Attempt.Faulted(
                        Cause.EMPTY,
                        "the model finished after " + usage.outputTokens()
                                + " tokens without any text; if it reasons first, give it more max tokens")
                : new Attempt.Answered(new Reply.Refused(key.scrub(refusal), usage));
    }

    private Attempt unfinished(ChatResponse response, String text, Usage usage) {
        RawAnswer raw = RawAnswer.of(response);
        String error = raw.error();
        if (error != null) {
            return new Attempt.Faulted(Cause.SERVER_ERROR, "the server broke off: " + key.scrub(error));
        }
        String reason = raw.reason();
        return switch (reason) {
            // Two of Anthropic's that LangChain4j does not know.
            case REFUSAL -> new Attempt.Answered(new Reply.Refused(text, usage));
            case CONTEXT_FULL -> new Attempt.Answered(new Reply.Truncated(text, usage));
            case "" ->
                response.finishReason() == null
                        ? new Attempt.Faulted(Cause.MALFORMED, "the answer ended without a " + protocol.reasonField())
                        : unfinished(" is another");
            default -> unfinished(" is '" + key.scrub(reason) + "'");
        };
    }

    private Attempt unfinished(String what) {
        return new Attempt.Faulted(
                Cause.UNFINISHED, "the " + protocol.reasonField() + what + "; known are " + protocol.reasons());
    }

    /**
     * LangChain4j's usage. The thought tokens are known where the server gives OpenAI's details; Anthropic's input leaves
     * out what went through its cache, which is input here.
     */
    private static Usage usage(@Nullable TokenUsage tokens) {
        if (tokens == null) {
            return Usage.NONE;
        }
        int thought = tokens instanceof OpenAiTokenUsage openAi && openAi.outputTokensDetails() != null
                ? count(openAi.outputTokensDetails().reasoningTokens())
                : 0;
        int cached = tokens instanceof AnthropicTokenUsage anthropic
                ? count(anthropic.cacheCreationInputTokens()) + count(anthropic.cacheReadInputTokens())
                : 0;
        return new Usage(count(tokens.inputTokenCount()) + cached, count(tokens.outputTokenCount()), thought);
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
