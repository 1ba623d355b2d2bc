package dev.parable.generator.llm;

import java.math.BigDecimal;

/**
 * What a model costs, in money of the user's choice for a million tokens.
 *
 * @param input of the prompt, not negative
 * @param output of the completion, what is thought included, not negative
 */
public record Price(BigDecimal input, BigDecimal output) {

    private static final int MILLION = 6;

    /** @throws IllegalArgumentException when one is negative */
    public Price {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price cannot be negative: input " + input + ", output " + output);
        }
    }

    /** The money for so many tokens, exactly. */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .movePointLeft(MILLION);
    }
}
