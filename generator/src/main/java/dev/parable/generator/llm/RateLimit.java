package dev.parable.generator.llm;

/**
 * How much a server may be asked in a minute, by its account.
 *
 * @param requests calls a minute, 1 to 100,000,000; 0 for no limit
 * @param tokens tokens a minute, of prompts and completions together, 1 to 1,000,000,000; 0 for no limit
 */
public record RateLimit(int requests, int tokens) {

    /** None. */
    public static final RateLimit NONE = new RateLimit(0, 0);

    /** @throws IllegalArgumentException when a value is out of its range, naming the value and the limit */
    public RateLimit {
        Range.check(requests, 0, 100_000_000, "requests per minute");
        Range.check(tokens, 0, 1_000_000_000, "tokens per minute");
    }
}
