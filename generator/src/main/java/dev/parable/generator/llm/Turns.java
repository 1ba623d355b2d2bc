package dev.parable.generator.llm;

import dev.parable.domain.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may be at the server, and when: higher ranks first, within a rank who came first; as many as the {@link Level}
 * allows, none before the {@link Throttle} lets it (a 429 holds up everybody; the time that a 503 names is for the one call,
 * since behind a balancer it speaks for one of many servers), none while the {@link Breaker} is open but one now and then.
 * For many threads.
 */
final class Turns {

    /** Goes before every rank. */
    static final int HEDGE = Integer.MAX_VALUE;

    private static final double MOST_HEDGES = 0.03;
    private static final int HEDGES_A_CALL = 3;
    private static final long CALM = Duration.ofMinutes(1).toNanos();

    /** What came of waiting. */
    sealed interface Entry {

        /** A turn, to be given back by one of {@link #answered}, {@link #faulted}, {@link #abandoned}. */
        record In(Turn turn) implements Entry {}

        /** Nobody is let in any more, or for now. */
        record Out(Fault fault) implements Entry {}
    }

    private static final class Waiter {
        private final int rank;
        private final long ticket;
        private final Thread asker = Thread.currentThread();
        private final @Nullable Supplier<Attempt> again;
        private final CountDownLatch called = new CountDownLatch(1);
        private @Nullable Entry entry;

        Waiter(int rank, long ticket, @Nullable Supplier<Attempt> again) {
            this.rank = rank;
            this.ticket = ticket;
            this.again = again;
        }

        void call(Entry outcome) {
            entry = outcome;
            called.countDown();
        }
    }

    private final String name;
    private final Pace pace;
    private final Timekeeper time;
    private final CountDownLatch closing;
    private final PriorityQueue<Waiter> waiting =
            new PriorityQueue<>(Comparator.<Waiter>comparingInt(w -> -w.rank).thenComparingLong(w -> w.ticket));
    /** In the order in which they began. */
    private final Set<Turn> out = new LinkedHashSet<>();

    private final Level level;
    private final Breaker breaker = new Breaker();
    private final Latencies latencies;
    private final Throttle throttle;
    private long tickets;
    private boolean timed;
    private boolean closed;
    private long answered;
    private long faults;
    private long tooMany;
    private long lastTooMany;
    private long hedges;

    /**
     * @param name of the access, for details
     * @param longestWait for which a server may hold everybody up; one that asks for more is out for the day, and its
     *     calls had better fail
     * @param tokensGuess tokens of a call, until some were seen
     * @param straggling what is never too long for a call
     * @param closing opens when no turn is given any more
     */
    Turns(
            String name,
            Pace pace,
            Duration longestWait,
            int tokensGuess,
            Duration straggling,
            Timekeeper time,
            CountDownLatch closing) {
        this.name = name;
        this.pace = pace;
        this.time = time;
        this.closing = closing;
        this.level = new Level(pace.concurrency());
        this.latencies = new Latencies(straggling);
        this.throttle = new Throttle(pace.rate(), longestWait, tokensGuess, time.nanos());
    }

    /** A place in the order of those who came. A call that comes back keeps its own. */
    synchronized long ticket() {
        return tickets++;
    }

    /**
     * Waits for a turn.
     *
     * @param again asks a second time, on another thread, if the first takes too long; null where that must not be
     */
    Entry take(int rank, long ticket, @Nullable Supplier<Attempt> again) throws InterruptedException {
        Waiter waiter = new Waiter(rank, ticket, again);
        synchronized (this) {
            if (closed) {
                return new Entry.Out(closedFault());
            }
            waiting.add(waiter);
            hand();
        }
        try {
            waiter.called.await();
        } catch (InterruptedException e) {
            withdraw(waiter);
            throw e;
        }
        synchronized (this) {
            return Objects.requireNonNull(waiter.entry);
        }
    }

    /** The server answered, and this is what it took. */
    synchronized void answered(Turn turn, Usage usage) {
        long now = time.nanos();
        boolean full = out.size() >= level.turns();
        leave(turn);
        answered++;
        alive();
        latencies.add(now - turn.begun());
        level.answered(turn.begun(), now, full);
        throttle.took(usage, now);
        hand();
    }

    /** The attempt came to nothing. True if the server must be held to be gone. */
    synchronized boolean faulted(Turn turn, Fault fault) {
        long now = time.nanos();
        int inFlight = out.size();
        leave(turn);
        boolean slowDown = fault.cause() == Cause.RATE_LIMITED;
        if (slowDown) {
            tooMany++;
            lastTooMany = now;
            alive();
            throttle.hold(fault.retryAfter(), now);
        } else {
            faults += fault.cause().about() == Cause.About.CALLER ? 0 : 1;
            judge(turn, fault, now);
        }
        if (slowDown || fault.cause() == Cause.TIMEOUT) {
            level.refused(turn.begun(), now, inFlight);
        }
        boolean gone = breaker.open() && breaker.gone();
        if (gone) {
            dismiss(fault);
        }
        hand();
        return gone;
    }

    /** The attempt was given up by us, which says nothing of the server. */
    synchronized void abandoned(Turn turn) {
        leave(turn);
        breaker.abandoned(turn);
        hand();
    }

    /** Those that take far longer than their like, and may be asked again now; they are counted as if they were. */
    synchronized List<Turn> stragglers() {
        long now = time.nanos();
        List<Turn> late = new ArrayList<>();
        if (!pace.hedged() || breaker.open() || (tooMany > 0 && now - lastTooMany < CALM)) {
            return late;
        }
        for (Turn turn : out) {
            long age = now - turn.begun();
            if (age < latencies.straggling() || hedges + 1 > MOST_HEDGES * latencies.seen()) {
                break;
            }
            int before = turn.hedges();
            if (turn.again() != null
                    && before < HEDGES_A_CALL
                    && age / (before + 1) >= latencies.straggling()
                    && !turn.over()) {
                hedges++;
                late.add(turn);
            }
        }
        return late;
    }

    /** From what age on, in nanoseconds, calls are stragglers; {@link Long#MAX_VALUE} while nothing is known. */
    synchronized long straggling() {
        return latencies.straggling();
    }

    synchronized Traffic traffic() {
        return new Traffic(
                out.size(), waiting.size(), level.turns(), answered, faults, tooMany, hedges, breaker.open());
    }

    /** Nobody is let in any more. */
    synchronized void close() {
        closed = true;
        dismiss(closedFault());
    }

    private void judge(Turn turn, Fault fault, long now) {
        switch (fault.cause().about()) {
            case SERVER -> breaker.faulted(turn, now);
            case PROMPT, ACCESS -> alive();
            case CALLER -> breaker.abandoned(turn);
        }
    }

    private void alive() {
        if (breaker.answered()) {
            level.restart();
        }
    }

    private void leave(Turn turn) {
        if (!out.remove(turn)) {
            throw new IllegalStateException("a turn at " + name + " was given back twice");
        }
    }

    private void dismiss(Fault fault) {
        while (!waiting.isEmpty()) {
            waiting.remove().call(new Entry.Out(fault));
        }
    }

    private synchronized void withdraw(Waiter waiter) {
        if (waiter.entry instanceof Entry.In in) {
            abandoned(in.turn());
        } else {
            waiting.remove(waiter);
        }
    }

    private void hand() {
        while (!waiting.isEmpty() && out.size() < level.turns() && breaker.passable()) {
            long now = time.nanos();
            long delay = Math.max(throttle.delay(now), breaker.delay(now));
            if (delay > 0) {
                handIn(delay);
                return;
            }
            Waiter next = waiting.remove();
            Turn turn = new Turn(next.asker, next.again, now);
            out.add(turn);
            breaker.passed(turn);
            throttle.went(now);
            next.call(new Entry.In(turn));
        }
    }

    private void handIn(long nanos) {
        if (timed) {
            return;
        }
        timed = true;
        Thread.ofVirtual().name("llm-turns").start(() -> {
            try {
                time.sleep(Duration.ofNanos(nanos), closing);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (this) {
                timed = false;
                hand();
            }
        });
    }

    private Fault closedFault() {
        return new Fault(Cause.CLOSED, "the access to " + name + " is closed");
    }
}
