package dev.parable.output;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;

/** One part being written: the same rows as JSON lines and, if asked for, as Parquet, under temporary names until it lands. */
final class Shard {

    private final Schema schema;
    private final Path lines;
    private final Path columns;
    private final ZstdOutputStream lineWriter;
    private final @Nullable ParquetWriter<Row> columnWriter;
    private long rows;
    private long tokens;

    Shard(Path run, Schema schema, int part, boolean parquet) throws IOException {
        this.schema = schema;
        Path folder = run.resolve(schema.folder());
        String name = "part-%05d".formatted(part);
        this.lines = folder.resolve(name + Format.JSONL.suffix());
        this.columns = folder.resolve(name + Format.PARQUET.suffix());
        this.lineWriter = new ZstdOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(DurableFile.temporary(lines))), PageCodecs.LEVEL)
                .setChecksum(true);
        this.columnWriter = parquet ? ParquetRowWriter.open(DurableFile.temporary(columns), schema) : null;
    }

    void write(Row row) throws IOException {
        byte[] line = JsonLines.line(row);
        lineWriter.write(line, 0, line.length);
        if (columnWriter != null) {
            columnWriter.write(row);
        }
        rows++;
        tokens += row.number("tokens");
    }

    long rows() {
        return rows;
    }

    /** Gives both files their names. Throws {@link ShardConflict} if one exists with other bytes. */
    List<Manifest.Entry> land() throws IOException {
        closeWriters();
        try {
            return columnWriter == null
                    ? List.of(land(lines, Format.JSONL))
                    : List.of(land(lines, Format.JSONL), land(columns, Format.PARQUET));
        } finally {
            deleteTemporaries();
        }
    }

    /** Closes the part without landing it. */
    void abandon() throws IOException {
        closeWriters();
        deleteTemporaries();
    }

    private void closeWriters() throws IOException {
        try {
            if (columnWriter != null) {
                columnWriter.close();
            }
        } finally {
            lineWriter.close();
        }
    }

    private void deleteTemporaries() throws IOException {
        Files.deleteIfExists(DurableFile.temporary(lines));
        Files.deleteIfExists(DurableFile.temporary(columns));
    }

    private Manifest.Entry land(Path file, Format format) throws IOException {
        Path temporary = DurableFile.temporary(file);
        String sha256 = Sha256.of(temporary);
        long bytes = Files.size(temporary);
        if (Files.exists(file)) {
            String found = Sha256.of(file);
            if (!found.equals(sha256)) {
                throw new ShardConflict(file, found, sha256);
            }
        } else {
            DurableFile.rename(file);
        }
        String name = schema.folder() + "/" + file.getFileName();
        return new Manifest.Entry(name, schema.kind(), format.id(), sha256, bytes, rows, tokens);
    }
}
