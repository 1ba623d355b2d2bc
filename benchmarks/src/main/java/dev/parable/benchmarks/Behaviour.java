package dev.parable.benchmarks;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a {@link StubModel} answers. As JSON an object of the same names; what is left out is as in {@link #CALM}.
 *
 * @param latencyMillis mean time to answer
 * @param jitter by how much of the mean a latency may be longer or shorter, 0 to 1
 * @param limit calls in flight beyond which it says 429; 0: none
 * @param perSecond calls a second beyond which it says 429; 0: none
 * @param retryAfterSeconds of a 429
 * @param knee calls in flight beyond which latency grows in proportion; 0: none
 * @param stragglerEvery one call of so many takes {@code stragglerMillis}; 0: none
 * @param events pieces of a stream
 * @param faults the share of calls that meet each, 0 to 1
 * @param seed of latencies and faults
 */
record Behaviour(
        int latencyMillis,
        double jitter,
        int limit,
        int perSecond,
        int retryAfterSeconds,
        int knee,
        int stragglerEvery,
        int stragglerMillis,
        int events,
        Map<Trouble, Double> faults,
        long seed) {

    /** What may befall a call. */
    enum Trouble {
        /** 429 with Retry-After, in bursts of {@value StubModel#BURST} calls, as limits are met. */
        TOO_MANY,
        /** 500. */
        SERVER_ERROR,
        /** 503 with Retry-After. */
        OVERLOADED,
        /** The connection is reset before the answer. */
        RESET,
        /** The connection closes in the midst of the body. */
        CUT_SHORT,
        /** The answer ends at the token limit. */
        TRUNCATED,
        /** The body comes in small pieces over ten times the latency. */
        SLOW_DRIP,
        /** 200, and bytes that are no JSON. */
        GARBAGE,
        /** 200, and a page of HTML. */
        WRONG_TYPE,
        /** The same answer twice on the wire. */
        DUPLICATE,
        /** The whole answer after twenty times the latency. */
        LATE
    }

    static final Behaviour CALM = new Behaviour(500, 0.5, 0, 0, 1, 0, 0, 60_000, 20, Map.of(), 1);

    Behaviour {
        double sum = faults.values().stream().mapToDouble(share -> share).sum();
        if (sum > 1) {
            throw new IllegalArgumentException("the shares of faults must not exceed 1 together: " + sum);
        }
    }

    static Behaviour of(JsonObject json) {
        Map<Trouble, Double> faults = new EnumMap<>(Trouble.class);
        json.getJsonObject("faults", new JsonObject())
                .forEach(entry ->
                        faults.put(Trouble.valueOf(entry.getKey()), ((Number) entry.getValue()).doubleValue()));
        return new Behaviour(
                json.getInteger("latencyMillis", CALM.latencyMillis),
                json.getDouble("jitter", CALM.jitter),
                json.getInteger("limit", CALM.limit),
                json.getInteger("perSecond", CALM.perSecond),
                json.getInteger("retryAfterSeconds", CALM.retryAfterSeconds),
                json.getInteger("knee", CALM.knee),
                json.getInteger("stragglerEvery", CALM.stragglerEvery),
                json.getInteger("stragglerMillis", CALM.stragglerMillis),
                json.getInteger("events", CALM.events),
                faults,
                json.getLong("seed", CALM.seed));
    }
}
