package dev.parable.generator.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import org.jspecify.annotations.Nullable;

/** Reads chat completions: a {@link ChatResponse} enters, a reply or a fault leaves. */
final class Answers {

    private final ApiKey key;

    /** @param key what no detail may repeat */
    Answers(ApiKey key) {
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
            case TOOL_EXECUTION, OTHER -> unfinished(response);
            case null -> unfinished(response);
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

    private Attempt unfinished(ChatResponse response) {
        RawAnswer raw = RawAnswer.of(response);
        String error = raw.error();
        if (error != null) {
            return new Attempt.Faulted(Cause.SERVER_ERROR, "the server broke off: " + key.scrub(error));
        }
        String reason = raw.finishReason();
        return reason.isEmpty()
                ? new Attempt.Faulted(Cause.MALFORMED, "the answer ended without a finish_reason")
                : new Attempt.Faulted(
                        Cause.UNFINISHED,
                        "the finish_reason is '" + key.scrub(reason) + "'; known are stop, length and content_filter");
    }

    /** LangChain4j's usage; the thought tokens are known where the server gives OpenAI's details. */
    private static Usage usage(@Nullable TokenUsage tokens) {
        if (tokens == null) {
            return Usage.NONE;
        }
        int thought = tokens instanceof OpenAiTokenUsage openAi && openAi.outputTokensDetails() != null
                ? count(openAi.outputTokensDetails().reasoningTokens())
                : 0;
        return new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()), thought);
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
