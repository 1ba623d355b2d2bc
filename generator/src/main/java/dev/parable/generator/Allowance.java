package dev.parable.generator;

import dev.parable.domain.Usage;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run may still spend, and until when. Asked before every call that costs; what is in flight counts as the mean
 * call before it, so that a thousand calls begun at once do not overrun. For many threads.
 */
final class Allowance {

    /** What a model's tokens cost. */
    interface Tariff {
        /** In the currency of the budget; 0 where the model has no price. */
        double cost(String model, long inputTokens, long outputTokens);
    }

    private final double budget;
    private final @Nullable Instant until;
    private final Clock clock;
    private final Tariff tariff;
    private final Stop stop;
    private double spent;
    private double spentHere;
    private long calls;
    private long inFlight;
    private double reserved;

    private Allowance(double budget, @Nullable Instant until, Clock clock, Tariff tariff, Stop stop) {
        this.budget = budget;
        this.until = until;
        this.clock = clock;
        this.tariff = tariff;
        this.stop = stop;
    }

    /** No limit; what is spent is counted all the same. */
    static Allowance unlimited(Tariff tariff) {
        return until(new Stop(), tariff);
    }

    /** No limit until somebody wants it to stop. */
    static Allowance until(Stop stop, Tariff tariff) {
        return new Allowance(Double.POSITIVE_INFINITY, null, Clock.systemUTC(), tariff, stop);
    }

    /**
     * A limit.
     *
     * @param budget positive; infinite for none
     * @param until null for ever
     */
    static Allowance of(double budget, @Nullable Instant until, Clock clock, Tariff tariff) {
        return of(budget, until, clock, tariff, new Stop());
    }

    /** The same until somebody wants it to stop. */
    static Allowance of(double budget, @Nullable Instant until, Clock clock, Tariff tariff, Stop stop) {
        if (!(budget > 0)) {
            throw new IllegalArgumentException("a budget must be positive: " + budget);
        }
        return new Allowance(budget, until, clock, tariff, stop);
    }

    /** Counts what earlier starts of the run have paid. */
    synchronized void paidBefore(String model, long inputTokens, long outputTokens) {
        spent += tariff.cost(model, inputTokens, outputTokens);
    }

    /** A call is about to be made. Throws {@link RunStopped} if it may not be. */
    synchronized void begin() {
        refuseLate();
        double mean = calls == 0 ? 0 : spentHere / calls;
        if (spent + (inFlight + 1) * mean > budget) {
            throw new RunStopped(String.format(
                    Locale.ROOT,
                    "%.2f of the budget of %.2f is spent and %d calls were still out; raise --budget and start it again to go on",
                    spent,
                    budget,
                    inFlight));
        }
        inFlight++;
    }

    private void refuseLate() {
        stop.check();
        if (until != null && !clock.instant().isBefore(until)) {
            throw new RunStopped("it is %s, and the run was to stop then; start it again to go on".formatted(until));
        }
    }

    /**
     * Sets money aside for a batch. False if there is not so much left; throws {@link RunStopped} if the time is over.
     */
    synchronized boolean reserve(double money) {
        refuseLate();
        if (spent + reserved + money > budget) {
            return false;
        }
        reserved += money;
        return true;
    }

    /** Sets money aside for what an earlier start has submitted, even if there is not so much left. */
    synchronized void reserved(double money) {
        reserved += money;
    }

    /** What was set aside is not any more: it was spent, or it will not be. */
    synchronized void release(double money) {
        reserved -= money;
    }

    /** Counts what was paid without a call of {@link #begin}. */
    synchronized void paid(double money) {
        spent += money;
    }

    /** Says that the budget has no room for the next request of a batch. */
    synchronized RunStopped exhausted(double money) {
        return new RunStopped(String.format(
                Locale.ROOT,
                "%.2f of the budget of %.2f is spent, and the next request may cost %.4f; raise --budget and start it again to go on",
                spent,
                budget,
                money));
    }

    /** That call is over. */
    synchronized void end(String model, Usage usage) {
        double cost = tariff.cost(model, usage.inputTokens(), usage.outputTokens());
        inFlight--;
        calls++;
        spent += cost;
        spentHere += cost;
    }

    /** What ends the calls before their time. */
    Stop stop() {
        return stop;
    }

    /** What the run has cost until now, earlier starts included. */
    synchronized double spent() {
        return spent;
    }

    /** Calls that are out. */
    synchronized long inFlight() {
        return inFlight;
    }
}
