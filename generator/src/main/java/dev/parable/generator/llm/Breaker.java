package dev.parable.generator.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Spares a server that answers nothing, and the retries of those who would ask it: after {@value #IN_A_ROW} faults in a
 * row it opens and nobody is let through; after a pause one call is, and its answer closes it, its fault doubles the
 * pause, from one second to thirty. After {@value #PROBES} such faults in a row, some two minutes, the server is gone.
 *
 * <p>Source: the circuit breaker of Nygard, Release It! (2007). Not for several threads at once.
 */
final class Breaker {

    /** Enough that not a flaky server, only a dead one, has them in a row. */
    static final int IN_A_ROW = 16;

    static final int PROBES = 8;

    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private int faults;
    private boolean open;
    private int failedProbes;
    private long until;
    private @Nullable Object probe;

    /** Whether a call may pass as far as this is concerned; {@link #delay} says when. */
    boolean passable() {
        return !open || probe == null;
    }

    /** Nanoseconds until one may pass; 0: now. */
    long delay(long now) {
        return open ? Math.max(0, until - now) : 0;
    }

    /** A call was let through. */
    void passed(Object call) {
        if (open) {
            probe = call;
        }
    }

    /** The server answered, if only to decline. True if it had been given up. */
    boolean answered() {
        boolean was = open;
        open = false;
        probe = null;
        faults = 0;
        failedProbes = 0;
        return was;
    }

    /** A call came to nothing. */
    void faulted(Object call, long now) {
        if (!open) {
            faults++;
            if (faults >= IN_A_ROW) {
                open = true;
                until = now + SHORTEST;
            }
        } else if (call.equals(probe)) {
            probe = null;
            failedProbes++;
            until = now + Math.min(LONGEST, SHORTEST << Math.min(failedProbes, 16));
        }
    }

    /** A call was given up by us, which says nothing of the server. */
    void abandoned(Object call) {
        if (call.equals(probe)) {
            probe = null;
        }
    }

    boolean open() {
        return open;
    }

    /** Whether the server has been tried often enough. */
    boolean gone() {
        return failedProbes >= PROBES;
    }
}
