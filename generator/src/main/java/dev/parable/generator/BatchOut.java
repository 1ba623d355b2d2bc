package dev.parable.generator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A batch that is out, and when it is looked at next. Guarded by the desk. */
final class BatchOut {

    final Submission submission;
    private final Batching batching;

    @Nullable
    String id;

    long done;
    /** Whether its server has said since the start how it is doing. */
    boolean seen;
    /** By {@link System#nanoTime()}. */
    long due;

    private Duration pause;

    BatchOut(Submission submission, Batching batching, long due) {
        this.submission = submission;
        this.batching = batching;
        this.id = submission.id();
        this.due = due;
        this.pause = batching.firstLook();
    }

    /** Looked at in vain: the next look is after a pause, and the pause after that one longer. */
    void again() {
        due = System.nanoTime() + pause.toNanos();
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        pause = longer.compareTo(batching.longestPause()) < 0 ? longer : batching.longestPause();
    }

    void again(Duration in) {
        due = System.nanoTime() + in.toNanos();
    }
}
