package dev.parable.generator.cli;

import dev.parable.generator.Stop;
import dev.parable.generator.models.Models;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * While something goes on, the first Ctrl-C, SIGTERM or hang-up asks it to {@link Stop}, and says what is waited for; a
 * second ends the program at once, and so does the end of the grace. A shutdown hook could do the first alone: Java lets a
 * second signal wait for the hooks of the first.
 */
final class StopSignals {

    /** Nobody who wants to stop waits longer, whatever a model may take. */
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    /** What a shell adds to the signal's number for the exit code. */
    private static final int SIGNALLED = 128;

    private final Stop stop;
    private final Duration grace;
    private final Consumer<String> say;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean over;

    /**
     * @param grace how long after the first signal the program goes on at most
     * @param say shows a line
     */
    StopSignals(Stop stop, Duration grace, Consumer<String> say) {
        this.stop = stop;
        this.grace = grace;
        this.say = say;
    }

    /** How long calls are waited for: the longest that a model that is asked may take, and 60 s at most. */
    static Duration grace(@Nullable Models models) {
        return models == null || models.longestTimeout().compareTo(LONGEST_GRACE) > 0
                ? LONGEST_GRACE
                : models.longestTimeout();
    }

    /** Does the work; before and after it signals do what they did. */
    <T> T during(Supplier<T> work) {
        List<Runnable> undo = Stream.of(Signal.values())
                .map(signal -> signal.handle(() -> came(signal)))
                .toList();
        try {
            return work.get();
        } finally {
            over = true;
            undo.forEach(Runnable::run);
        }
    }

    private void came(Signal signal) {
        if (!asked.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(SIGNALLED + signal.number());
        }
        int out = stop.ask();
        Thread.ofPlatform().daemon().name("stop-grace").start(this::endAfterGrace);
        say.accept(
                out == 0
                        ? "SIG%s: it stops when the story under way has landed, after %s at most. A second ends it at once."
                                .formatted(signal.name(), seconds())
                        : "SIG%s: no call is begun any more; waiting for %s that %s out, %s at most. A second ends it at once, and what is out is paid for and lost."
                                .formatted(
                                        signal.name(),
                                        SpecOptions.count(out, "call"),
                                        out == 1 ? "is" : "are",
                                        seconds()));
    }

    private void endAfterGrace() {
        try {
            Thread.sleep(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!over) {
            say.accept("After %s %s still out; it ends without them. Start it again to go on."
                    .formatted(seconds(), SpecOptions.count(stop.ask(), "call")));
            Runtime.getRuntime().halt(Exit.STOPPED);
        }
    }

    private String seconds() {
        return grace.toMillis() % 1000 == 0 ? grace.toSeconds() + " s" : grace.toMillis() / 1000.0 + " s";
    }
}
