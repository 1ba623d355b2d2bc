package dev.parable.output;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of a corpus.
 *
 * @param file where it stands
 * @param number its line, or its row where the file has no lines, the first being 1
 * @param text its text, whole
 * @param columns the text columns that were asked for and that it has, whole
 */
public record CorpusRow(Path file, long number, String text, Map<String, String> columns) {

    public CorpusRow {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }
}
