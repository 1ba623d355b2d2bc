package dev.parable.benchmarks;

/**
 * What was done, and in what time.
 *
 * @param stories how many
 * @param bytes of their UTF-8
 * @param seconds by the wall clock
 */
record Rate(long stories, long bytes, double seconds) {

    double storiesPerSecond() {
        return stories / seconds;
    }

    /** Millions of bytes a second. */
    double megabytesPerSecond() {
        return bytes / 1e6 / seconds;
    }
}
