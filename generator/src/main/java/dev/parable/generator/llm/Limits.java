package dev.parable.generator.llm;

import java.time.Duration;

/**
 * The bounds on one exchange.
 *
 * @param connect until there is a TCP connection
 * @param exchange from the connection to the last byte of the body
 * @param idle the longest silence in a stream, once it has begun
 * @param bodyBytes most bytes of a body
 */
record Limits(Duration connect, Duration exchange, Duration idle, long bodyBytes) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final long FIXED_BYTES = 4L << 20;

    /** A stream wraps every token in some 250 bytes of JSON; log probabilities and long ids can double that. */
    private static final long BYTES_PER_TOKEN = 1024;

    static Limits of(ModelSettings settings) {
        return new Limits(
                shorter(CONNECT, settings.timeout()),
                settings.timeout(),
                shorter(IDLE, settings.timeout()),
                FIXED_BYTES + BYTES_PER_TOKEN * settings.maxTokens());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
