package dev.parable.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words in a row, whatever their case and whatever stands between them. {@code a|b} is one of two words, {@code (a|b)} may
 * be missing, {@code word*} is every word that begins so, {@code _} is any word. A word is also found in
 * its possessive.
 */
final class WordPattern {

    /** What one word may be. */
    private record Slot(List<String> words, List<String> prefixes, boolean any) {

        static Slot parse(String alternatives) {
            var words = new ArrayList<String>();
            var prefixes = new ArrayList<String>();
            for (String word : alternatives.split("\\|", -1)) {
                if (word.endsWith("*")) {
                    prefixes.add(word.substring(0, word.length() - 1));
                } else {
                    words.add(word);
                }
            }
            return new Slot(List.copyOf(words), List.copyOf(prefixes), alternatives.equals("_"));
        }

        boolean matches(Words text, int at) {
            String word = text.get(at);
            return any
                    || words.contains(word)
                    || (word.endsWith("'s") && words.contains(text.base(at)))
                    || startsWithAny(word);
        }

        private boolean startsWithAny(String word) {
            for (String prefix : prefixes) {
                if (word.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Slot> slots;

    private WordPattern(List<Slot> slots) {
        this.slots = List.copyOf(slots);
    }

    /** One pattern for each choice of the words that may be missing. */
    static List<WordPattern> parse(String phrase) {
        List<List<Slot>> choices = new ArrayList<>();
        choices.add(List.of());
        for (String part : phrase.toLowerCase(Locale.ROOT).split("[\\s-]+", -1)) {
            boolean optional = part.startsWith("(") && part.endsWith(")");
            Slot slot = Slot.parse(optional ? part.substring(1, part.length() - 1) : part);
            List<List<Slot>> longer = new ArrayList<>();
            for (List<Slot> choice : choices) {
                var with = new ArrayList<>(choice);
                with.add(slot);
                longer.add(with);
                if (optional) {
                    longer.add(choice);
                }
            }
            choices = longer;
        }
        return choices.stream().map(WordPattern::new).toList();
    }

    int size() {
        return slots.size();
    }

    /** The words that it can start with; none if there is no telling. */
    List<String> firstWords() {
        Slot first = slots.getFirst();
        return first.any() || !first.prefixes().isEmpty() ? List.of() : first.words();
    }

    /** Whether the words from this one on are such. */
    boolean matches(Words words, int at) {
        if (at + slots.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).matches(words, at + i)) {
                return false;
            }
        }
        return true;
    }
}
