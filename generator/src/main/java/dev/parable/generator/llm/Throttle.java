package dev.parable.generator.llm;

import dev.parable.domain.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the next call may go, whoever makes it: not before the time that the server named, and no more a minute than the
 * {@link RateLimit}. What a call will take in tokens is guessed from those before it and set right when it is known. Not
 * for several threads at once.
 */
final class Throttle {

    private static final double NEWEST = 0.05;

    private final Duration longestWait;
    private final Bucket requests;
    private final Bucket tokens;
    private double tokensPerCall;
    private boolean held;
    private long heldUntil;

    /**
     * @param longestWait for which a server may hold everybody up; one that asks for more is out for the day, and its
     *     calls had better fail
     * @param tokensGuess tokens of a call, until some were seen
     */
    Throttle(RateLimit rate, Duration longestWait, int tokensGuess, long now) {
        this.longestWait = longestWait;
        this.tokensPerCall = tokensGuess;
        this.requests = new Bucket(rate.requests(), now);
        this.tokens = new Bucket(rate.tokens(), now);
    }

    /** Nanoseconds until a call may go; 0: now. */
    long delay(long now) {
        held = held && heldUntil - now > 0;
        long holding = held ? heldUntil - now : 0;
        return Math.max(holding, Math.max(requests.delay(now), tokens.delay(now)));
    }

    /** A call goes. */
    void went(long now) {
        requests.draw(1, now);
        tokens.draw(tokensPerCall, now);
    }

    /** What a call took, as far as the server said. */
    void took(Usage usage, long now) {
        int used = usage.inputTokens() + usage.outputTokens();
        if (used > 0) {
            tokens.draw(used - tokensPerCall, now);
            tokensPerCall += NEWEST * (used - tokensPerCall);
        }
    }

    /** The server asked that nobody come before so long; null where it did not say. */
    void hold(@Nullable Duration asked, long now) {
        if (asked != null && asked.compareTo(longestWait) <= 0) {
            long until = now + asked.toNanos();
            heldUntil = held && heldUntil - until > 0 ? heldUntil : until;
            held = true;
        }
    }
}
