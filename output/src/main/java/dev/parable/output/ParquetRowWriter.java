package dev.parable.output;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows to a Parquet file: zstd, page checksums, row groups of 1,024 rows so that a reader may fetch few stories. The
 * file holds nothing but its rows; {@code created_by} is parquet-java's version.
 */
final class ParquetRowWriter extends ParquetWriter.Builder<Row, ParquetRowWriter> {

    private static final int ROWS_PER_GROUP = 1024;
    /** Footers would otherwise hold the smallest and the greatest story in full. */
    private static final int STATISTICS_BYTES = 64;

    private final Schema schema;

    private ParquetRowWriter(Path file, Schema schema) {
        super(new LocalOutputFile(file));
        this.schema = schema;
    }

    static ParquetWriter<Row> open(Path file, Schema schema) throws IOException {
        return new ParquetRowWriter(file, schema)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCodecFactory(new PageCodecs())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupRowCountLimit(ROWS_PER_GROUP)
                .withStatisticsTruncateLength(STATISTICS_BYTES)
                .withPageWriteChecksumEnabled(true)
                .build();
    }

    @Override
    protected ParquetRowWriter self() {
        return this;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract still, and never called with a plain configuration.
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
        return new RowSupport(schema);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
        return new RowSupport(schema);
    }

    private static final class RowSupport extends WriteSupport<Row> {
        private final Schema schema;
        private @Nullable RecordConsumer consumer;

        RowSupport(Schema schema) {
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("deprecation") // Abstract still, and never called with a plain configuration.
        public WriteContext init(Configuration configuration) {
            return new WriteContext(ParquetSchema.of(schema), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(ParquetSchema.of(schema), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void write(Row row) {
            List<Column> columns = schema.columns();
            RecordConsumer out = requireNonNull(consumer, "prepareForWrite comes first");
            out.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                Object value = row.values().get(i);
                out.startField(columns.get(i).name(), i);
                switch (columns.get(i).type()) {
                    case TEXT -> out.addBinary(Binary.fromString((String) value));
                    case INT -> out.addInteger((Integer) value);
                    case LONG -> out.addLong((Long) value);
                    case DOUBLE -> out.addDouble((Double) value);
                    case BOOLEAN -> out.addBoolean((Boolean) value);
                }
                out.endField(columns.get(i).name(), i);
            }
            out.endMessage();
        }
    }
}
