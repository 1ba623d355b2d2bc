package dev.parable.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Texts from JSON lines of any shape that have the text in a field of their own. */
final class JsonTexts {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    /** Hands over the rows, and tells of those that are none. */
    static long read(Path file, String textField, Set<String> columns, CorpusSink to) throws IOException {
        long rows = 0;
        long number = 0;
        try (CountedBytes disk = new CountedBytes(new BufferedInputStream(Files.newInputStream(file)));
                ByteLines lines = new ByteLines(opened(file, disk))) {
            for (ByteLines.Line line = lines.next(); line != null; line = lines.next()) {
                number++;
                String place = file + ":" + number;
                try {
                    String text = text(line, number, place);
                    if (!text.isBlank()) {
                        to.row(row(file, number, text, textField, columns, place));
                        rows++;
                    }
                } catch (CorpusProblem e) {
                    to.bad(e);
                }
                to.progress(file, disk.count());
            }
        } catch (IOException e) {
            to.broken(file, rows, e);
        }
        return rows;
    }

    private static InputStream opened(Path file, InputStream in) throws IOException {
        String name = file.toString();
        return name.endsWith(".zst") ? new ZstdInputStream(in) : name.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static String text(ByteLines.Line line, long number, String place) {
        if (line.tooLong()) {
            throw new CorpusProblem(
                    "%s is longer than %,d bytes; a corpus has one text a line".formatted(place, ByteLines.LONGEST));
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(line.bytes()).toString();
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CorpusProblem("%s is not UTF-8".formatted(place));
        }
    }

    private static CorpusRow row(
            Path file, long number, String line, String textField, Set<String> columns, String place)
            throws IOException {
        @Nullable String text = null;
        Map<String, String> values = new LinkedHashMap<>();
        List<String> fields = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new CorpusProblem(
                        "%s is not a JSON object, one a line, with a field '%s'".formatted(place, textField));
            }
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                fields.add(field);
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING && field.equals(textField)) {
                    text = json.getText();
                } else if (value == JsonToken.VALUE_STRING && columns.contains(field)) {
                    values.put(field, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw new CorpusProblem("%s:%d is not JSON: %s"
                    .formatted(
                            place,
                            e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                            e.getOriginalMessage()));
        }
        if (text == null) {
            throw new CorpusProblem(
                    "%s has no text in a field '%s'; its fields are %s; name the right one with --text-field"
                            .formatted(place, textField, String.join(", ", fields)));
        }
        return new CorpusRow(file, number, text, values);
    }
}
