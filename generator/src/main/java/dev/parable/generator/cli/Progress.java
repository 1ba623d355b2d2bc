package dev.parable.generator.cli;

import dev.parable.domain.Outcome;
import dev.parable.generator.Batched;
import dev.parable.generator.Calls;
import dev.parable.generator.Generation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line that says how a run is going: one that rewrites itself on a terminal, one every few seconds elsewhere. */
final class Progress implements Generation.Watcher, AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private static final int GATES_SHOWN = 3;

    private final PrintWriter err;
    private final long target;
    private final boolean json;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong outcomes = new AtomicLong();
    private final Map<String, Long> rejections = new ConcurrentHashMap<>();
    private final Thread painter;
    private volatile @Nullable Supplier<Calls> calls;
    private volatile boolean closed;

    Progress(PrintWriter err, long target, boolean json) {
        this.err = err;
        this.target = target;
        this.json = json;
        terminal = !json && Terminal.there();
        painter = Thread.ofVirtual().start(this::paint);
    }

    @Override
    public void landed(Outcome outcome) {
        outcomes.incrementAndGet();
        if (outcome instanceof Outcome.Accepted) {
            accepted.incrementAndGet();
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            rejections.merge(rejected.verdict().measure().gate(), 1L, Long::sum);
        }
    }

    @Override
    public void calling(Supplier<Calls> at) {
        calls = at;
    }

    @Override
    public void warned(String line) {
        err.println(terminal ? "\r\u001b[K" + line : line);
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
        Supplier<Calls> at = calls;
        Calls now = at == null ? null : at.get();
        return json
                ? String.format(
                        Locale.ROOT,
                        "{\"accepted\":%d,\"target\":%d,\"outcomes\":%d,\"per_second\":%.1f,\"accept_rate\":%.4f,\"eta_seconds\":%d%s}",
                        done,
                        target,
                        all,
                        rate,
                        share / 100,
                        eta,
                        now == null ? "" : json(now, seconds, done))
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d stories  %.0f/s  accepted %.1f %%%s%s  %s left",
                        done,
                        target,
                        rate,
                        share,
                        worst(),
                        now == null ? "" : text(now, seconds, done),
                        eta < 0 ? "?" : clock(eta));
    }

    /** The gates that turned most away. */
    private String worst() {
        String worst = rejections.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(GATES_SHOWN)
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return worst.isEmpty() ? "" : " (rejected: " + worst + ")";
    }

    private String text(Calls now, double seconds, long done) {
        String money = now.spent() == 0 ? "" : String.format(Locale.ROOT, "  spent %,.2f", now.spent());
        if (now.spent() > 0 && done > 0) {
            money += String.format(Locale.ROOT, " of about %,.2f", projected(now, done));
        }
        Batched batches = now.batched();
        if (batches != null) {
            return String.format(
                    Locale.ROOT,
                    "  %,d batches submitted, %,d out, %,d of %,d requests done%s",
                    batches.submitted(),
                    batches.out(),
                    batches.done(),
                    batches.total(),
                    money);
        }
        return String.format(
                Locale.ROOT,
                "  %,d calls out, %,d waiting, %.0f/s, 429s %,d%s",
                now.inFlight(),
                now.waiting(),
                now.answered() / seconds,
                now.toldToSlowDown(),
                money);
    }

    private String json(Calls now, double seconds, long done) {
        Batched of = now.batched();
        String batches = of == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ",\"batches_submitted\":%d,\"batches_out\":%d,\"batch_requests_done\":%d,\"batch_requests_out\":%d",
                        of.submitted(),
                        of.out(),
                        of.done(),
                        of.total());
        return String.format(
                Locale.ROOT,
                ",\"in_flight\":%d,\"waiting\":%d,\"calls_per_second\":%.1f,\"told_to_slow_down\":%d,\"spent\":%.4f,\"projected\":%.4f%s",
                now.inFlight(),
                now.waiting(),
                now.answered() / seconds,
                now.toldToSlowDown(),
                now.spent(),
                projected(now, done),
                batches);
    }

    private double projected(Calls now, long done) {
        return done == 0 ? 0 : now.spent() * target / done;
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
