package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One reading of a judge's answer. A quote that decides something and is not in the text is asked for again the first
 * time; the second time what rests on it is dropped.
 */
final class Evidence {

    private final Quotes quotes;
    private final boolean last;
    private final List<String> notFound = new ArrayList<>();
    private int kept;

    Evidence(Quotes quotes, boolean last) {
        this.quotes = quotes;
        this.last = last;
    }

    /** Whether what rests on this quote may be kept. */
    boolean holds(String quote) {
        boolean holds = quotes.hold(quote);
        if (holds) {
            kept++;
        } else {
            notFound.add(quote);
        }
        return holds;
    }

    /**
     * Ends the reading.
     *
     * @param decisive whether anything that was dropped would have changed the verdict
     * @throws IllegalArgumentException if no quote was found of those that were given, or if something decisive was
     *     dropped and can still be asked for
     */
    void close(boolean decisive) {
        if (!notFound.isEmpty() && (kept == 0 || (decisive && !last))) {
            throw new IllegalArgumentException(
                    "these quotes are not in the text, word for word and at least %d words long: %s; copy them from it"
                            .formatted(Quotes.FEWEST_WORDS, notFound));
        }
    }

    /** A field's text. Throws {@link IllegalArgumentException} if there is none. */
    static String text(JsonNode node, String field, String place) {
        String text = optional(node, field);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("%s has no '%s'".formatted(place, field));
        }
        return text;
    }

    /** A field's text; empty where there is none. */
    static String optional(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText().strip() : "";
    }

    /** A field that is one of some words. Throws {@link IllegalArgumentException} if it is another. */
    static String word(JsonNode node, String field, String place, List<String> allowed) {
        String word = optional(node, field).toLowerCase(java.util.Locale.ROOT);
        if (!allowed.contains(word)) {
            throw new IllegalArgumentException(
                    "%s: '%s' is '%s'; it must be one of %s".formatted(place, field, word, allowed));
        }
        return word;
    }

    /** A field that is true or false. Throws {@link IllegalArgumentException} if it is neither. */
    static boolean flag(JsonNode node, String field, String place) {
        if (!node.path(field).isBoolean()) {
            throw new IllegalArgumentException("%s: '%s' must be true or false".formatted(place, field));
        }
        return node.path(field).asBoolean();
    }

    /** A field that is a list. Throws {@link IllegalArgumentException} if it is not. */
    static JsonNode list(JsonNode node, String field) {
        if (!node.path(field).isArray()) {
            throw new IllegalArgumentException("there is no list '%s'".formatted(field));
        }
        return node.path(field);
    }
}
