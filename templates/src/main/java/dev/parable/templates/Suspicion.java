package dev.parable.templates;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What may be wrong with a text, told from one pass over its characters. A text that one of {@link Critic}'s patterns
 * matches is always suspected of it; of the others few are. Whoever changes a pattern changes this, and
 * {@code SuspicionTest} compares the two.
 */
enum Suspicion {
    SLOT,
    DOUBLED,
    PERSON,
    ARTICLE,
    PUNCTUATION,
    LABEL;

    private static final List<String> AFTER_I = List.of("is", "has", "were", "was I", "wasI", "am I", "amI");
    private static final List<String> BEFORE_I = List.of("told", "asked", "to", "with", "from", "for", "of");
    private static final List<String> AFTER_ME = List.of("was", "had", "said", "went", "came");
    private static final Set<String> DOUBLED_ON_PURPOSE = Set.of(
            "had", "that", "very", "no", "so", "well", "yes", "now", "there", "is", "in", "on", "bye", "you", "it");
    private static final List<String> LABELS = List.of("ai", "peer", "third", "presser", "decider", "other");

    /** What this text is suspected of. */
    static Set<Suspicion> of(String text) {
        Set<Suspicion> found = EnumSet.noneOf(Suspicion.class);
        if (text.indexOf('{') >= 0 || text.indexOf('<') >= 0 || text.indexOf('|') >= 0) {
            found.add(SLOT);
        }
        if (startsWithAny(text, 0, LABELS)) {
            found.add(LABEL);
        }
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                space(text, i, found);
            } else if (c < ' ' || c > '~') {
                unusual(text, i, c, found);
            } else if ((c == ',' && i < last && (text.charAt(i + 1) == ',' || text.charAt(i + 1) == '.'))
                    || (c == '.' && i < last && text.charAt(i + 1) == ',')
                    || (c == '(' && i < last && text.charAt(i + 1) == ')')) {
                found.add(PUNCTUATION);
            }
        }
        return found;
    }

    private static void unusual(String text, int at, char c, Set<Suspicion> found) {
        if (c == '\u201c' && at + 1 < text.length() && text.charAt(at + 1) == '\u201d') {
            found.add(PUNCTUATION);
        } else if ((c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029')
                && startsWithAny(text, at + 1, LABELS)) {
            found.add(LABEL);
        } else if (Character.isSurrogate(c)) {
            // Letters of two characters: not worth a rule of their own.
            found.add(DOUBLED);
        }
    }

    private static void space(String text, int at, Set<Suspicion> found) {
        if (at + 1 == text.length()) {
            return;
        }
        char next = text.charAt(at + 1);
        if (next == ',' || next == '.' || next == ';') {
            found.add(PUNCTUATION);
        }
        if (at == 0) {
            return;
        }
        char before = text.charAt(at - 1);
        if (isSmall(before) && isDoubled(text, at)) {
            found.add(DOUBLED);
        }
        if (before == 'I') {
            if (next == 'I' || next == ' ' || startsWithAny(text, at + 1, AFTER_I)) {
                found.add(PERSON);
            }
        } else if (before == 'e' && at > 1 && isMe(text, at) && startsWithAny(text, at + 1, AFTER_ME)) {
            found.add(PERSON);
        } else if (before == 'a' && (next == 'a' || next == 'e' || next == 'i') && (at == 1 || !isWord(text, at - 2))) {
            found.add(ARTICLE);
        }
        if (next == 'I' && (at + 2 == text.length() || !isWord(text, at + 2)) && endsWithAny(text, at)) {
            found.add(PERSON);
        }
    }

    /** Whether the small word before this blank stands after it too. */
    private static boolean isDoubled(String text, int at) {
        int start = at;
        while (start > 0 && isSmall(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1 + at - start;
        return at - start > 1
                && text.regionMatches(start, text, at + 1, at - start)
                && (end == text.length() || !Character.isLetter(text.charAt(end)))
                && !DOUBLED_ON_PURPOSE.contains(text.substring(start, at));
    }

    private static boolean isMe(String text, int at) {
        char m = text.charAt(at - 2);
        return (m == 'm' || m == 'M') && (at == 2 || !isWord(text, at - 3));
    }

    private static boolean isSmall(char c) {
        return c <= 'z' ? c >= 'a' : Character.getType(c) == Character.LOWERCASE_LETTER;
    }

    private static boolean isWord(String text, int at) {
        char c = text.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static boolean startsWithAny(String text, int at, List<String> words) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithAny(String text, int end) {
        for (String word : BEFORE_I) {
            if (text.startsWith(word, end - word.length())) {
                return true;
            }
        }
        return false;
    }
}
