package dev.parable.generator.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The right to be at the server with one attempt, and with others beside it if it turns out a straggler. */
final class Turn {

    private final Thread asker;
    private final @Nullable Supplier<Attempt> again;
    private final long begun;
    private final List<Thread> hedges = new ArrayList<>();
    private @Nullable Attempt won;
    private boolean over;

    /**
     * @param asker who asks, to be interrupted when a hedge is faster
     * @param again asks once more, on another thread; null where that must not be
     * @param begun in nanoseconds
     */
    Turn(Thread asker, @Nullable Supplier<Attempt> again, long begun) {
        this.asker = asker;
        this.again = again;
        this.begun = begun;
    }

    long begun() {
        return begun;
    }

    @Nullable
    Supplier<Attempt> again() {
        return again;
    }

    synchronized int hedges() {
        return hedges.size();
    }

    synchronized boolean over() {
        return over || won != null;
    }

    /** Starts a thread that asks again, unless it is too late. */
    synchronized void hedge(Thread thread) {
        if (!over()) {
            hedges.add(thread);
            thread.start();
        }
    }

    /** A hedge was answered: whoever waits for the first attempt need not. */
    synchronized void win(Attempt attempt) {
        if (!over()) {
            won = attempt;
            asker.interrupt();
        }
    }

    /**
     * The first attempt ended, by itself or because a hedge won; the others are cancelled. Says which counts. Called by
     * the asker, whose interruption by {@link #win} it takes back.
     */
    synchronized Attempt settle(Attempt own) {
        over = true;
        hedges.forEach(Thread::interrupt);
        Attempt faster = won;
        if (faster == null) {
            return own;
        }
        boolean ignored = Thread.interrupted();
        return own instanceof Attempt.Answered ? own : faster;
    }
}
