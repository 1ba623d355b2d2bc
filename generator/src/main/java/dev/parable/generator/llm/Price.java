package dev.parable.generator.llm;

import java.math.BigDecimal;

/**
 * What a model costs, in money of the user's choice for a million tokens.
 *
 * @param input of the prompt, not negative
 * @param output of the completion, what is thought included, not negative
 * @param batch the part of it that a call in a batch costs, from 0 to 1
 */
public record Price(BigDecimal input, BigDecimal output, BigDecimal batch) {

    /** Of OpenAI (platform.openai.com/docs/guides/batch) and Anthropic (their batch processing guide) alike. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final int MILLION = 6;

    /** @throws IllegalArgumentException when one is out of its range */
    public Price {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price cannot be negative: input " + input + ", output " + output);
        }
        if (batch.signum() < 0 || batch.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a batch costs a part of the price, from 0 to 1: " + batch);
        }
    }

    /** With batches at half of it. */
    public Price(BigDecimal input, BigDecimal output) {
        this(input, output, HALF);
    }

    /** The money for so many tokens, exactly. */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION);
    }

    /** The same for calls in batches. */
    public BigDecimal batched(long inputTokens, long outputTokens) {
        return of(inputTokens, outputTokens).multiply(batch);
    }
}
