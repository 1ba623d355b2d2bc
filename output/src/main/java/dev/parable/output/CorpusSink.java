package dev.parable.output;

import java.io.IOException;
import java.nio.file.Path;

/** What a corpus is read into, row by row, on the reading thread. */
public interface CorpusSink {

    /** A row that can be used. */
    void row(CorpusRow row);

    /** A row that cannot be used, with its place and what is wrong with it. The reading goes on after it. */
    void bad(CorpusProblem problem);

    /**
     * A file, or what is left of it, cannot be read. If this returns, the reading goes on with the next.
     *
     * @param rows how many rows of it were read
     */
    void broken(Path file, long rows, Exception why) throws IOException;

    /** So many bytes of a file, as it stands on disk, are read. */
    default void progress(Path file, long bytes) {}
}
