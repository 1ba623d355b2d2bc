package dev.parable.generator.llm;

/**
 * How hard one endpoint may be asked at most. The calling adapts below it.
 *
 * <p>Hedging asks again what has taken far longer than its like, and takes the first answer. Where calls are charged by
 * the token the second one may be charged too, although the loser is hung up on: servers of one's own (vLLM, SGLang,
 * llama.cpp) stop generating then, hosted ones need not. So {@link #of} hedges only where no key is asked for.
 *
 * @param concurrency most calls at the server at once, 1 to 10,000
 * @param rate most calls and tokens in a minute, spread evenly; tokens as far as the server reports them
 * @param hedged whether stragglers are asked a second time
 */
public record Pace(int concurrency, RateLimit rate, boolean hedged) {

    /** @throws IllegalArgumentException when the concurrency is out of its range, naming the value and the limit */
    public Pace {
        Range.check(concurrency, 1, 10_000, "concurrency");
    }

    /** The concurrency and the rates of the settings, hedged where no key is asked for. */
    public static Pace of(ModelSettings settings) {
        return new Pace(
                settings.concurrency(),
                settings.rate(),
                settings.apiKeyVariable().isEmpty());
    }
}
