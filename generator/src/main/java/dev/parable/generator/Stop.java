package dev.parable.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody wants the work to end soon: from then on no call is begun, those that are out land in the ledger, and no story
 * is begun after the one that lands. It is asked for once and not taken back. For many threads.
 */
public final class Stop {

    /** What has calls out. */
    interface Caller {

        /** Begins no call any more, nor asks again after a fault; returns at once. How many calls are out. */
        int beginNoMore();
    }

    private final List<Caller> callers = new ArrayList<>();
    private boolean asked;

    /** Asks for it, or again, which changes nothing. How many calls are out, and will be waited for. */
    public synchronized int ask() {
        asked = true;
        return callers.stream().mapToInt(Caller::beginNoMore).sum();
    }

    /** Throws {@link RunStopped} once it is asked for. */
    synchronized void check() {
        if (asked) {
            throw new RunStopped("stopped as it was told; start it again to go on");
        }
    }

    /** Tells the caller when it is asked for, at once if it was. */
    synchronized void tell(Caller caller) {
        callers.add(caller);
        if (asked) {
            caller.beginNoMore();
        }
    }
}
