package dev.parable.domain;

/**
 * What an LLM's server says a call took, in its own tokens; 0 where it did not say.
 *
 * @param inputTokens of the prompt
 * @param outputTokens of everything that was written, what was thought included
 * @param reasoningTokens those of the output that were thought and not said
 */
public record Usage(int inputTokens, int outputTokens, int reasoningTokens) {

    /** Nothing, or nothing known. */
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage {
        if (inputTokens < 0 || outputTokens < 0 || reasoningTokens < 0) {
            throw new IllegalArgumentException(
                    "tokens cannot be negative: %d, %d, %d".formatted(inputTokens, outputTokens, reasoningTokens));
        }
    }

    /** Nothing thought. */
    public Usage(int inputTokens, int outputTokens) {
        this(inputTokens, outputTokens, 0);
    }

    /** Both together. */
    public Usage plus(Usage other) {
        return new Usage(
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                reasoningTokens + other.reasoningTokens);
    }
}
