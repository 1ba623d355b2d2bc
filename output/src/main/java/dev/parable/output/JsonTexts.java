package dev.parable.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Texts from JSON lines of any shape that have the text in a field of their own. */
final class JsonTexts {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    static long read(Path file, String textField, Consumer<Corpus.Document> to) throws IOException {
        long read = 0;
        long number = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8.newDecoder()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    to.accept(document(line, textField, file + ":" + number));
                    read++;
                }
            }
        }
        return read;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        String name = file.toString();
        return name.endsWith(".zst") ? new ZstdInputStream(in) : name.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static Corpus.Document document(String line, String textField, String place) throws IOException {
        @Nullable String text = null;
        Map<String, String> labels = new LinkedHashMap<>();
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
                } else if (value == JsonToken.VALUE_STRING && Corpus.LABELS.contains(field)) {
                    labels.put(field, Corpus.label(json.getText()));
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
        return new Corpus.Document(text, labels);
    }
}
