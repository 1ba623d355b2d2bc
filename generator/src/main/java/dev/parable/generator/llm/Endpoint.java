package dev.parable.generator.llm;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one server is asked: a turn for each attempt, pauses and further attempts after faults, a second attempt beside one
 * that takes far too long, and the judgement whether the server is gone. A call gives its turn back while it pauses, and
 * comes back to its old place in the order. For many threads.
 */
final class Endpoint {

    /** No call is a straggler before this, whatever others take. */
    private static final Duration STRAGGLING = Duration.ofSeconds(1);

    /** How often stragglers are looked for, as a part of what makes one. */
    private static final int LOOKS = 8;

    private static final Duration LEAST_LOOK = Duration.ofMillis(20);

    private final ModelSettings settings;
    private final Pace pace;
    private final Timekeeper time;
    private final Health health = new Health();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Turns turns;
    private boolean watched;

    /** @param name of the access, for details; without the key */
    Endpoint(ModelSettings settings, Pace pace, String name, Timekeeper time) {
        this(settings, pace, name, time, STRAGGLING);
    }

    /** @param straggling what is never too long for a call */
    Endpoint(ModelSettings settings, Pace pace, String name, Timekeeper time, Duration straggling) {
        this.settings = settings;
        this.pace = pace;
        this.time = time;
        this.turns = new Turns(name, pace, settings.patience(), settings.maxTokens(), straggling, time, closing);
    }

    /**
     * Asks until there is a reply or no further attempt is worth it. Blocks.
     *
     * @param rank who goes first among those that wait; higher before lower
     * @param seed of the pauses' jitter
     * @param once asks once, on any thread; being interrupted ends it
     */
    Reply ask(int rank, long seed, Supplier<Attempt> once) {
        return ask(rank, seed, once, pace.hedged() ? once : null);
    }

    /** The same for what must not be asked beside itself, such as a stream that somebody watches. */
    Reply askAlone(int rank, long seed, Supplier<Attempt> once) {
        return ask(rank, seed, once, null);
    }

    Traffic traffic() {
        return turns.traffic();
    }

    /** Opens when no call is begun any more. */
    CountDownLatch closing() {
        return closing;
    }

    /** No call is begun or retried any more. */
    void close() {
        closing.countDown();
        turns.close();
    }

    private Reply ask(int rank, long seed, Supplier<Attempt> once, @Nullable Supplier<Attempt> again) {
        Patience patience = new Patience(settings.retries(), settings.patience(), time, seed);
        long ticket = turns.ticket();
        int attempts = 0;
        try {
            while (true) {
                long queued = time.nanos();
                switch (turns.take(rank, ticket, again)) {
                    case Turns.Entry.Out refused -> {
                        return unavailable(refused.fault(), "");
                    }
                    case Turns.Entry.In in -> {
                        patience.excuse(time.nanos() - queued);
                        attempts++;
                        Turn turn = in.turn();
                        Attempt own = attempt(turn, once);
                        boolean gone = giveBack(turn, own);
                        switch (turn.settle(own)) {
                            case Attempt.Answered answered -> {
                                health.answered();
                                return answered.reply();
                            }
                            case Attempt.Faulted faulted -> {
                                Fault fault = faulted.fault();
                                if (gone) {
                                    return unavailable(
                                            fault,
                                            "it was tried " + Breaker.PROBES
                                                    + " times over and has answered nothing to anybody meanwhile");
                                }
                                switch (patience.after(fault)) {
                                    case Patience.Step.Wait wait -> time.sleep(wait.pause(), closing);
                                    case Patience.Step.Stop stop -> {
                                        return failed(fault, stop.why(), attempts);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(new Fault(Cause.INTERRUPTED, "interrupted while waiting"), "", attempts);
        }
    }

    /** What {@code once} throws is its caller's, and the turn free. */
    private Attempt attempt(Turn turn, Supplier<Attempt> once) {
        boolean returned = false;
        try {
            Attempt attempt = once.get();
            returned = true;
            return attempt;
        } finally {
            if (!returned) {
                turns.abandoned(turn);
            }
        }
    }

    /** True if the server must be held to be gone. */
    private boolean giveBack(Turn turn, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Answered answered -> {
                turns.answered(turn, answered.reply().usage());
                watch();
                yield false;
            }
            case Attempt.Faulted faulted -> turns.faulted(turn, faulted.fault());
        };
    }

    /** Begins to look for stragglers once it is known what one is. */
    private synchronized void watch() {
        if (!watched && pace.hedged() && turns.straggling() < Long.MAX_VALUE) {
            watched = true;
            Thread.ofVirtual().name("llm-stragglers").start(this::hedgeStragglers);
        }
    }

    private void hedgeStragglers() {
        try {
            while (closing.getCount() > 0) {
                turns.stragglers().forEach(this::hedge);
                time.sleep(Duration.ofNanos(Math.max(LEAST_LOOK.toNanos(), turns.straggling() / LOOKS)), closing);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hedge(Turn first) {
        Supplier<Attempt> again = first.again();
        if (again != null) {
            first.hedge(Thread.ofVirtual().name("llm-hedge").unstarted(() -> askBeside(first, again)));
        }
    }

    private void askBeside(Turn first, Supplier<Attempt> again) {
        try {
            if (turns.take(Turns.HEDGE, turns.ticket(), null) instanceof Turns.Entry.In in) {
                if (first.over()) {
                    turns.abandoned(in.turn());
                    return;
                }
                Attempt attempt = attempt(in.turn(), again);
                giveBack(in.turn(), attempt);
                if (attempt instanceof Attempt.Answered) {
                    first.win(attempt);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply failed(Fault fault, String why, int attempts) {
        return health.goneAfter(fault.cause())
                ? unavailable(fault, why)
                : new Reply.Failed(fault.cause().id(), detail(fault, why), attempts, Usage.NONE);
    }

    private static Reply unavailable(Fault fault, String why) {
        return new Reply.Unavailable(fault.cause().id(), detail(fault, why));
    }

    private static String detail(Fault fault, String why) {
        return why.isEmpty() ? fault.detail() : fault.detail() + "; " + why;
    }
}
