package dev.parable.quality;

import java.util.regex.Pattern;

/**
 * A text to look for quotes in. Only white space, quotation marks and dashes may differ, and the marks around a quote; a
 * quote with a word changed, left out or elided is none.
 *
 * <p>Source: the check of judges' evidence in the study of 5,248 stories whose judge had to quote each act
 * (PeerInfinity/hyperstition-analysis). Deviation: shorter than {@value #FEWEST_WORDS} words proves nothing, since it is in
 * most texts.
 */
final class Quotes {

    static final int FEWEST_WORDS = 3;

    private static final Pattern MARKS = Pattern.compile("[\"'`´‘’‚‛“”„‟«»‹›]+");
    private static final Pattern DASHES = Pattern.compile("\\s*[-‐‑‒–—―−]+\\s*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern OUTER = Pattern.compile("^[' ]+|[' ]+$");

    private final String text;

    Quotes(String text) {
        this.text = plain(text);
    }

    /** Whether the quote stands in the text. */
    boolean hold(String quote) {
        String sought = OUTER.matcher(plain(quote)).replaceAll("");
        return WORD.matcher(sought).results().limit(FEWEST_WORDS).count() == FEWEST_WORDS && text.contains(sought);
    }

    private static String plain(String text) {
        String marked = MARKS.matcher(text).replaceAll("'");
        String spaced = SPACES.matcher(marked).replaceAll(" ");
        return DASHES.matcher(spaced).replaceAll("-");
    }
}
