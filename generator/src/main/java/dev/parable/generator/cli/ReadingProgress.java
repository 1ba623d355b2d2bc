package dev.parable.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says from time to time how much of a corpus is read, and how long the rest takes at that pace. */
final class ReadingProgress {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final long all;
    private final long start = System.nanoTime();
    private long said = start;
    private long before;
    private long inFile;
    private @Nullable Path file;
    private long texts;

    /** @param all bytes on disk */
    ReadingProgress(PrintWriter err, long all) {
        this.err = err;
        this.all = all;
    }

    /** A row was read; the file is so far read. */
    void at(Path of, long bytes) {
        if (!of.equals(file)) {
            before += inFile;
            file = of;
        }
        inFile = bytes;
        texts++;
        long now = System.nanoTime();
        if (now - said >= EVERY) {
            said = now;
            err.println(line(now - start));
            err.flush();
        }
    }

    /** Such as {@code 12,000 texts, 41 %, 3,000/s, 0:12 left}. */
    String line(long nanoseconds) {
        double share = all == 0 ? 1 : Math.min(1, (before + inFile) / (double) all);
        double seconds = nanoseconds / 1e9;
        long left = share > 0 ? Math.round(seconds * (1 - share) / share) : 0;
        return String.format(
                Locale.ROOT,
                "%,d texts, %.0f %%, %,.0f/s, %d:%02d left",
                texts,
                100 * share,
                texts / seconds,
                left / 60,
                left % 60);
    }
}
