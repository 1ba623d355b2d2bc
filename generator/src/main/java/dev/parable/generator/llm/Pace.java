package dev.parable.generator.llm;

/**
 * How hard one endpoint may be asked at most. The calling adapts below it.
 *
 * <p>Hedging asks again what has taken far longer than its like, and takes the first answer. Where calls are charged by
 * the token the second one may be charged too, although the loser is hung up on: servers of one's own (vLLM, SGLang,
 * llama.cpp) stop generating then, hosted ones need not. So {@link #of} hedges only where no key is asked for.
 *
 * @param concurrency most calls at the server at once, 1 to 10,000
 * @param requestsPerMinute most calls begun in a minute, spread evenly; 0: no limit
 * @param tokensPerMinute most tokens in and out in a minute, as far as the server reports them; 0: no limit
 * @param hedged whether stragglers are asked a second time
 */
public record Pace(int concurrency, long requestsPerMinute, long tokensPerMinute, boolean hedged) {

    private static final int MOST_AT_ONCE = 10_000;

    /** @throws IllegalArgumentException when a value is out of its range, naming the value and the limit */
    public Pace {
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw new IllegalArgumentException("concurrency must be from 1 to " + MOST_AT_ONCE + ": " + concurrency);
        }
        if (requestsPerMinute < 0 || tokensPerMinute < 0) {
            throw new IllegalArgumentException(
                    "requests and tokens a minute must be 0, for no limit, or more: %d and %d"
                            .formatted(requestsPerMinute, tokensPerMinute));
        }
    }

    /** The concurrency and the rates of the settings, hedged where no key is asked for. */
    public static Pace of(ModelSettings settings) {
        return new Pace(
                settings.concurrency(),
                settings.rate().requests(),
                settings.rate().tokens(),
                settings.apiKeyVariable().isEmpty());
    }
}
