package dev.parable.quality;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words that are probably names, by spelling alone: capitalised, not all in capitals, not at the start of a sentence, a
 * line or a speech, never small in the same text, and no day, month, title or word for kin. It also finds places and peoples; it misses a name that only ever
 * starts a sentence.
 */
final class CapitalisedWords {

    private static final int SHORTEST = 2;
    private static final Set<String> NEVER = Set.of(
            ("mr mrs ms dr sir lady god english monday tuesday wednesday thursday friday saturday sunday january february march"
                            + " april may june july august september october november december mother father brother sister uncle"
                            + " aunt auntie cousin nephew niece grandmother grandfather godmother godfather neighbour teacher"
                            + " doctor captain")
                    .split(" ", -1));

    private CapitalisedWords() {}

    static Set<String> of(String text, Words words) {
        var names = new LinkedHashSet<String>();
        var small = new LinkedHashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            char first = text.charAt(words.start(i));
            if (!Character.isUpperCase(first)) {
                small.add(words.base(i));
            } else if (words.base(i).length() >= SHORTEST
                    && !isShouted(text, words, i)
                    && !words.get(i).startsWith("i'")
                    && !NEVER.contains(words.base(i))
                    && goesOn(text, words, i)) {
                names.add(words.base(i));
            }
        }
        names.removeAll(small);
        var capitalised = new LinkedHashSet<String>();
        names.forEach(n -> capitalised.add(n.substring(0, 1).toUpperCase(Locale.ROOT) + n.substring(1)));
        return capitalised;
    }

    private static boolean isShouted(String text, Words words, int i) {
        return Character.isUpperCase(text.charAt(words.start(i) + 1));
    }

    /** Whether only a blank or a comma stands between it and the word before, which is no number as of a list. */
    private static boolean goesOn(String text, Words words, int i) {
        if (i == 0 || Character.isDigit(text.charAt(words.start(i - 1)))) {
            return false;
        }
        String between = text.substring(words.end(i - 1), words.start(i));
        return between.equals(" ") || between.equals(", ");
    }
}
