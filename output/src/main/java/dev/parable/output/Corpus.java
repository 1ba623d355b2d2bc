package dev.parable.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads texts from a corpus on disk, ours or a stranger's, one at a time: a file of JSON lines ({@code .jsonl}, also
 * {@code .gz} and {@code .zst}), a Parquet file, a {@code .txt} file that is one text, a run's folder (its accepted
 * stories), or any folder of such files in the order of their names.
 */
public final class Corpus {

    /** The field that holds the text, if nobody says otherwise. */
    public static final String TEXT = "text";

    /** What is worth knowing of a text beside its words, where a row has it. */
    static final List<String> LABELS =
            List.of("archetype", "application", "form", "shape", "ending", "world", "title", "model");

    private static final int LONGEST_LABEL = 80;
    private static final List<String> SUFFIXES = List.of(".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet", ".txt");

    private Corpus() {}

    /**
     * A text, and what its row says beside it.
     *
     * @param labels values of those of archetype, application, form, shape, ending, world, title, model that the row has
     */
    public record Document(String text, Map<String, String> labels) {}

    /**
     * Hands over every text in order.
     *
     * @param textField the field or column that holds the text, usually {@value #TEXT}
     * @return how many there were
     * @throws CorpusProblem if there is nothing to read, a line is not JSON or a row has no such field
     * @throws UncheckedIOException if the disk or the compression is at fault
     */
    public static long read(Path path, String textField, Consumer<Document> to) {
        return rows(path, textField, Set.copyOf(LABELS), new CorpusSink() {
            @Override
            public void row(CorpusRow row) {
                var labels = new LinkedHashMap<String, String>();
                row.columns().forEach((name, value) -> labels.put(name, label(value)));
                to.accept(new Document(row.text(), labels));
            }

            @Override
            public void bad(CorpusProblem problem) {
                throw problem;
            }

            @Override
            public void broken(Path file, long rows, Exception why) throws IOException {
                throw why instanceof IOException e ? e : new IOException(why.getMessage(), why);
            }
        });
    }

    /**
     * Hands over every row in order, and goes on whatever a row or a file is.
     *
     * @param textField the field or column that holds the text, usually {@value #TEXT}
     * @param columns what else of a row is wanted, where it is text
     * @return how many rows could be used
     * @throws CorpusProblem if there is nothing to read
     */
    public static long rows(Path path, String textField, Set<String> columns, CorpusSink to) {
        long read = 0;
        for (Path file : files(path)) {
            try {
                read += rows(file, name(file), textField, columns, to);
            } catch (IOException e) {
                throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        return read;
    }

    /** How many bytes there are to be read, on disk. Throws {@link CorpusProblem} if there is nothing to read. */
    public static long bytes(Path path) {
        long bytes = 0;
        for (Path file : files(path)) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        return bytes;
    }

    private static long rows(Path file, String name, String textField, Set<String> columns, CorpusSink to)
            throws IOException {
        if (name.endsWith(".parquet")) {
            try {
                return ParquetTexts.read(file, textField, columns, to);
            } catch (CorpusProblem e) {
                to.bad(e);
                return 0;
            }
        }
        if (name.endsWith(".txt")) {
            try {
                to.row(new CorpusRow(file, 1, Files.readString(file), Map.of()));
                return 1;
            } catch (IOException e) {
                to.broken(file, 0, e);
                return 0;
            }
        }
        return JsonTexts.read(file, textField, columns, to);
    }

    static String label(String value) {
        return value.length() <= LONGEST_LABEL ? value : value.substring(0, LONGEST_LABEL);
    }

    /** The files to read, each text once: of a shard that is there in two formats, the JSON lines. */
    private static List<Path> files(Path path) {
        if (Files.isRegularFile(path)) {
            if (SUFFIXES.stream().noneMatch(name(path)::endsWith)) {
                throw new CorpusProblem(
                        "%s is of no kind that is read; known are %s".formatted(path, String.join(", ", SUFFIXES)));
            }
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new CorpusProblem("%s is not there".formatted(path));
        }
        Path shards = path.resolve(Schema.STORIES.folder());
        Path root = Files.isDirectory(shards) ? shards : path;
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            Set<String> known = new HashSet<>();
            all.filter(Files::isRegularFile).sorted().forEach(file -> {
                String suffix = SUFFIXES.stream()
                        .filter(name(file)::endsWith)
                        .findFirst()
                        .orElse("");
                if (!suffix.isEmpty()) {
                    String full = file.toString();
                    if (known.add(full.substring(0, full.length() - suffix.length()))) {
                        found.add(file);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed: %s".formatted(root, e.getMessage()), e);
        }
        if (found.isEmpty()) {
            throw new CorpusProblem(
                    "%s holds no file that is read; known are %s".formatted(root, String.join(", ", SUFFIXES)));
        }
        return found;
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }
}
