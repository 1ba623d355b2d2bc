package dev.parable.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Texts from Parquet files of any schema that have the text in a string column of their own; only what is asked for is read. */
final class ParquetTexts {

    private ParquetTexts() {}

    static long read(Path file, String textField, Set<String> columns, CorpusSink to) throws IOException {
        long read = 0;
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .build();
        try (ParquetFileReader reader = opened(file, options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<Type> wanted = Stream.concat(Stream.of(textField), columns.stream())
                    .distinct()
                    .filter(schema::containsField)
                    .map(schema::getType)
                    .filter(ParquetTexts::isText)
                    .toList();
            if (wanted.isEmpty() || !wanted.getFirst().getName().equals(textField)) {
                throw new CorpusProblem(
                        "%s has no string column '%s'; its columns are %s; name the right one with --text-field"
                                .formatted(
                                        file,
                                        textField,
                                        String.join(
                                                ", ",
                                                schema.getFields().stream()
                                                        .map(Type::getName)
                                                        .toList())));
            }
            MessageType projection = new MessageType(schema.getName(), wanted);
            reader.setRequestedSchema(projection);
            long size = Files.size(file);
            long of = Math.max(1, reader.getRecordCount());
            long number = 0;
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> rows = new ColumnIOFactory()
                        .getColumnIO(projection)
                        .getRecordReader(pages, new GroupRecordConverter(projection));
                for (long row = 0; row < pages.getRowCount(); row++) {
                    number++;
                    try {
                        to.row(row(rows.read(), textField, file, number));
                        read++;
                    } catch (CorpusProblem e) {
                        to.bad(e);
                    }
                    to.progress(file, (long) (size * (number / (double) of)));
                }
            }
        } catch (IOException | ParquetRuntimeException e) {
            to.broken(file, read, e);
        }
        return read;
    }

    private static ParquetFileReader opened(Path file, ParquetReadOptions options) throws IOException {
        try {
            return ParquetFileReader.open(new LocalInputFile(file), options);
        } catch (RuntimeException e) {
            // So is a file told that is no Parquet.
            throw new IOException("it is not Parquet, or damaged: " + e.getMessage(), e);
        }
    }

    private static boolean isText(Type type) {
        return type.isPrimitive() && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    private static CorpusRow row(Group row, String textField, Path file, long number) {
        Map<String, String> values = new LinkedHashMap<>();
        String text = "";
        for (int field = 0; field < row.getType().getFieldCount(); field++) {
            String name = row.getType().getFieldName(field);
            if (row.getFieldRepetitionCount(field) == 0) {
                if (name.equals(textField)) {
                    throw new CorpusProblem("%s, row %d has no text in column '%s'".formatted(file, number, textField));
                }
            } else if (name.equals(textField)) {
                text = row.getString(field, 0);
            } else {
                values.put(name, row.getString(field, 0));
            }
        }
        return new CorpusRow(file, number, text, values);
    }
}
