package dev.parable.generator.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.BadInput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A new file of JSON lines for what is rejected; or nothing, where nobody asked for one. */
final class RejectsFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable BufferedWriter lines;

    private RejectsFile(@Nullable BufferedWriter lines) {
        this.lines = lines;
    }

    /** Throws {@link BadInput} where there is such a file already, which may be somebody's corpus, or none can be made. */
    static RejectsFile open(@Nullable Path file) {
        if (file == null) {
            return new RejectsFile(null);
        }
        try {
            return new RejectsFile(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW));
        } catch (FileAlreadyExistsException e) {
            throw new BadInput("--rejects %s: there is such a file; name a new one".formatted(file));
        } catch (IOException e) {
            throw new BadInput("--rejects %s cannot be written: %s".formatted(file, e));
        }
    }

    /** Adds a line. */
    void write(Object row) {
        BufferedWriter to = lines;
        if (to == null) {
            return;
        }
        try {
            to.write(JSON.writeValueAsString(row));
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the file of --rejects cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
