package dev.parable.output;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Rows from a Parquet file that {@link ParquetRowWriter} wrote, one row group in memory at a time; page checksums are
 * checked. A file of another schema throws {@link BadRow}.
 */
final class ParquetRowReader implements Iterator<Row>, Closeable {

    private final ParquetFileReader file;
    private final MessageColumnIO columns;
    private final Schema schema;
    private @Nullable RecordReader<Row> group;
    private long left;

    private ParquetRowReader(ParquetFileReader file, MessageColumnIO columns, Schema schema) {
        this.file = file;
        this.columns = columns;
        this.schema = schema;
    }

    static ParquetRowReader open(Path path, Schema schema) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .usePageChecksumVerification()
                .build();
        ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(path), options);
        MessageType expected = ParquetSchema.of(schema);
        MessageType found = file.getFileMetaData().getSchema();
        if (!found.equals(expected)) {
            file.close();
            throw new BadRow("schema", found.toString(), expected.toString());
        }
        return new ParquetRowReader(file, new ColumnIOFactory().getColumnIO(expected), schema);
    }

    @Override
    public boolean hasNext() {
        while (left == 0) {
            try {
                PageReadStore pages = file.readNextRowGroup();
                if (pages == null) {
                    return false;
                }
                left = pages.getRowCount();
                group = columns.getRecordReader(pages, new RowMaterializer(schema));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        return requireNonNull(group).read();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
