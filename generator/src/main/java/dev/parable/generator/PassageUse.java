package dev.parable.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often a run of the composer told each of its passages: the honest measure of how much of it is repetition.
 *
 * @param passages how many were told at all
 * @param mean stories to a passage
 * @param commonest the passage that most stories have
 * @param most how many stories have it
 */
record PassageUse(int passages, double mean, String commonest, long most) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads it from the traces of the accepted stories. */
    static PassageUse of(Path run) {
        Map<String, Long> uses = new TreeMap<>();
        try (Stream<Row> rows = Rows.accepted(run)) {
            rows.forEach(row -> {
                for (String passage : passages(row)) {
                    uses.merge(passage, 1L, Long::sum);
                }
            });
        }
        String commonest = "";
        long most = 0;
        for (Map.Entry<String, Long> use : uses.entrySet()) {
            if (use.getValue() > most) {
                commonest = use.getKey();
                most = use.getValue();
            }
        }
        double mean = uses.values().stream().mapToLong(n -> n).average().orElse(0);
        return new PassageUse(uses.size(), mean, commonest, most);
    }

    private static String[] passages(Row row) {
        try {
            JsonNode passages = JSON.readTree(row.text("trace")).path("passages");
            return passages.asText().isEmpty()
                    ? new String[0]
                    : passages.asText().split(" ", -1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the trace of %s is not JSON".formatted(row.text("id")), e);
        }
    }
}
