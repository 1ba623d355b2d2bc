package dev.parable.generator.cli;

import dev.parable.domain.Outcome;
import dev.parable.generator.Generation;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A line that says how a run is going: one that rewrites itself on a terminal, one every few seconds elsewhere. */
final class Progress implements Generation.Watcher, AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final long target;
    private final boolean json;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong outcomes = new AtomicLong();
    private final Thread painter;
    private volatile boolean closed;

    Progress(PrintWriter err, long target, boolean json) {
        this.err = err;
        this.target = target;
        this.json = json;
        terminal = !json && onTerminal();
        painter = Thread.ofVirtual().start(this::paint);
    }

    /** There is no console at all where standard input is not interactive (jdk.console=java.base). */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public void landed(Outcome outcome) {
        outcomes.incrementAndGet();
        if (outcome instanceof Outcome.Accepted) {
            accepted.incrementAndGet();
        }
    }

    @Override
    public void warned(String line) {
        err.println(line);
    }

    private void paint() {
        try {
            while (!closed) {
                Thread.sleep(terminal ? ON_TERMINAL : ELSEWHERE);
                if (!closed) {
                    err.print(terminal ? "\r\u001b[K" + line() : line() + System.lineSeparator());
                    err.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String line() {
        long done = accepted.get();
        long all = outcomes.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = done / seconds;
        long eta = rate > 0 ? Math.round((target - done) / rate) : -1;
        double share = all == 0 ? 0 : 100.0 * done / all;
        return json
                ? String.format(
                        Locale.ROOT,
                        "{\"accepted\":%d,\"target\":%d,\"outcomes\":%d,\"per_second\":%.1f,\"accept_rate\":%.4f,\"eta_seconds\":%d}",
                        done,
                        target,
                        all,
                        rate,
                        share / 100,
                        eta)
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d stories  %.0f/s  accepted %.1f %%  %s left",
                        done,
                        target,
                        rate,
                        share,
                        eta < 0 ? "?" : clock(eta));
    }

    private static String clock(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        end();
    }

    /** Ends the line; once. */
    void end() {
        if (!closed) {
            closed = true;
            painter.interrupt();
            err.print(terminal ? "\r\u001b[K" : "");
            err.println(line());
            err.flush();
        }
    }
}
