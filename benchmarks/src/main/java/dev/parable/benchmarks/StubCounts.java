package dev.parable.benchmarks;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What a {@link StubModel} has seen since it was last told how to behave. For one thread. */
final class StubCounts {

    private static final Answered NEVER = new Answered(0, 0);

    private final Map<Long, Answered> answers = new HashMap<>();
    private final Map<Behaviour.Trouble, Long> troubles = new EnumMap<>(Behaviour.Trouble.class);
    private int inFlight;
    private int peak;
    private long requests;
    private long answered;
    private long answeredTwice;
    private long twiceInOneLife;
    private long againInALaterLife;
    private int life;
    private long tooMany;
    private long hungUp;
    private double latencyMillis;
    private long levelSince = System.nanoTime();
    private double inFlightSeconds;

    /** How often a prompt was answered, and in which life of the client last. */
    private record Answered(int times, int life) {}

    void asked() {
        requests++;
    }

    /** By 429. */
    void refused() {
        tooMany++;
    }

    void hungUp() {
        hungUp++;
    }

    void met(Behaviour.Trouble trouble) {
        troubles.merge(trouble, 1L, Long::sum);
    }

    /** The client died, and another begins. */
    void nextLife() {
        life++;
    }

    /** What a request would take on a server with nothing else to do, in milliseconds. */
    void usually(double millis) {
        latencyMillis += millis;
    }

    int inFlight() {
        return inFlight;
    }

    void move(int by) {
        long now = System.nanoTime();
        inFlightSeconds += inFlight * (now - levelSince) / 1e9;
        levelSince = now;
        inFlight += by;
        peak = Math.max(peak, inFlight);
    }

    /** A whole completion is sent. */
    void answered(long prompt) {
        answered++;
        Answered before = answers.put(
                prompt, new Answered(answers.getOrDefault(prompt, NEVER).times() + 1, life));
        if (before == null) {
            return;
        }
        if (before.times() == 1) {
            answeredTwice++;
        }
        if (before.life() == life) {
            twiceInOneLife++;
        } else {
            againInALaterLife++;
        }
    }

    JsonObject json() {
        move(0);
        JsonObject met = new JsonObject();
        troubles.forEach((trouble, count) -> met.put(trouble.name(), count));
        return new JsonObject()
                .put("requests", requests)
                .put("answered", answered)
                .put("prompts", answers.size())
                .put("promptsAnsweredTwice", answeredTwice)
                .put("answeredAgainInOneLife", twiceInOneLife)
                .put("answeredAgainInALaterLife", againInALaterLife)
                .put("tooMany", tooMany)
                .put("hungUp", hungUp)
                .put("inFlight", inFlight)
                .put("peakInFlight", peak)
                .put("inFlightSeconds", inFlightSeconds)
                .put("latencySeconds", latencyMillis / 1000)
                .put("troubles", met);
    }
}
