package dev.parable.generator.llm;

import org.jspecify.annotations.Nullable;

/**
 * How a completion is drawn.
 *
 * @param maxTokens most tokens in a completion, what is thought included; 1 to 10,000,000
 * @param context tokens that prompt and completion have together, more than {@code maxTokens}, to 10,000,000; 0 where
 *     it is not known. Ollama is told, because it would cut the prompt at its own default and say nothing
 * @param temperature 0 to 2, for Anthropic's protocol to 1
 * @param topP the nucleus, above 0 to 1; null to leave it to the server
 */
public record Sampling(
        int maxTokens,
        int context,
        double temperature,
        @Nullable Double topP) {

    private static final int MOST_TOKENS = 10_000_000;

    /** @throws IllegalArgumentException when a value is out of its range, naming the value and the limit */
    public Sampling {
        Range.check(maxTokens, 1, MOST_TOKENS, "max tokens");
        Range.check(context, 0, MOST_TOKENS, "context");
        if (context > 0 && context <= maxTokens) {
            throw new IllegalArgumentException("context must be more than the " + maxTokens
                    + " max tokens, since the prompt needs room too: " + context);
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature must be from 0 to 2: " + temperature);
        }
        if (topP != null && !(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("top-p must be above 0 and to 1: " + topP);
        }
    }

    Sampling withMaxTokens(int tokens) {
        return new Sampling(tokens, context, temperature, topP);
    }

    Sampling withContext(int tokens) {
        return new Sampling(maxTokens, tokens, temperature, topP);
    }

    Sampling withTemperature(double value) {
        return new Sampling(maxTokens, context, value, topP);
    }

    Sampling withTopP(double value) {
        return new Sampling(maxTokens, context, temperature, value);
    }
}
