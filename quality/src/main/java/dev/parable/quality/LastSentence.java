package dev.parable.quality;

import java.util.List;

/** The last sentence of a text, for counting: what follows the last stop but one in its last paragraph. */
final class LastSentence {

    private LastSentence() {}

    /** Lower-cased words of it, at most so many characters; empty for an empty text. */
    static String of(String text, int most) {
        List<Paragraph> paragraphs = Paragraph.paragraphs(text);
        if (paragraphs.isEmpty()) {
            return "";
        }
        String last = paragraphs.getLast().text();
        int end = last.length();
        while (end > 0 && !Character.isLetterOrDigit(last.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isStop(last, start - 1)) {
            start--;
        }
        String words = String.join(" ", Words.of(last.substring(start, end)).tokens());
        return words.length() <= most ? words : words.substring(0, most);
    }

    private static boolean isStop(String text, int at) {
        char c = text.charAt(at);
        boolean spaced = at + 1 < text.length() && !Character.isLetterOrDigit(text.charAt(at + 1));
        return (c == '.' || c == '!' || c == '?' || c == '…') && spaced;
    }
}
