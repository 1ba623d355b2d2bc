package dev.parable.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a finished run consists of. Written last: a run without it is not finished. In its file a last field,
 * {@code manifest_sha256}, is the digest of the same JSON without that field.
 *
 * @param format the version of this format; {@link #FORMAT} is the only one
 * @param run the run's name
 * @param seed the run's seed
 * @param target accepted stories that were asked for
 * @param counts what became of the scenarios
 * @param files every file of the data set but the manifest
 * @param settings the run's settings, resolved
 * @param specs the SHA-256 of each spec, by archetype
 */
public record Manifest(
        int format,
        String run,
        long seed,
        long target,
        Counts counts,
        List<Entry> files,
        Map<String, String> settings,
        Map<String, String> specs) {

    /** The version of the format that this program writes and reads. */
    public static final int FORMAT = 1;

    /** The file's name in a run's folder. */
    public static final String FILE = "manifest.json";

    private static final String DIGEST = "manifest_sha256";

    /** Throws {@link IllegalArgumentException} if the format is unknown or two files have one name. */
    public Manifest {
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "manifest format %d is not known; this program reads %d".formatted(format, FORMAT));
        }
        files = List.copyOf(files);
        if (files.stream().map(Entry::name).distinct().count() != files.size()) {
            throw new IllegalArgumentException(
                    "a file is listed twice: " + files.stream().map(Entry::name).toList());
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        specs = Collections.unmodifiableMap(new LinkedHashMap<>(specs));
    }

    /**
     * A file of the run.
     *
     * @param name its path in the run's folder, with slashes
     * @param kind {@code stories}, {@code rejects}, {@code card}, {@code report} or {@code other}
     * @param format {@code jsonl}, {@code parquet}, or the file's extension
     * @param sha256 its digest, lower-case hexadecimal
     * @param bytes its size
     * @param rows its rows; 0 where it has none
     * @param tokens the tokens of its rows' texts
     */
    public record Entry(String name, String kind, String format, String sha256, long bytes, long rows, long tokens) {
        /** Throws {@link IllegalArgumentException} if the name leads out of the run's folder. */
        public Entry {
            Path path = Path.of(name);
            if (name.isBlank() || path.isAbsolute() || !path.equals(path.normalize()) || path.startsWith("..")) {
                throw new IllegalArgumentException("a file's name must stay in the run's folder: " + name);
            }
        }
    }

    /** Reads a run's manifest. Throws {@link IOException} if there is none or it is not sound. */
    public static Manifest read(Path run) throws IOException {
        return parse(Files.readAllBytes(run.resolve(FILE)));
    }

    static Manifest parse(byte[] bytes) throws IOException {
        if (!(Json.MAPPER.readTree(bytes) instanceof ObjectNode tree)) {
            throw new IOException(FILE + " is not a JSON object");
        }
        tree.remove(DIGEST);
        return Json.MAPPER.treeToValue(tree, Manifest.class);
    }

    /** Writes it, whole or not at all. */
    void write(Path run) throws IOException {
        DurableFile.write(run.resolve(FILE), toBytes());
    }

    /** Its only form: any other bytes, even if they mean the same, are not this manifest. */
    byte[] toBytes() throws IOException {
        ObjectNode tree = Json.MAPPER.valueToTree(this);
        tree.put(DIGEST, Sha256.of(Json.pretty(tree)));
        return Json.pretty(tree);
    }
}
