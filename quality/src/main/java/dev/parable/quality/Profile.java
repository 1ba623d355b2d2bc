package dev.parable.quality;

import java.util.Arrays;

/** What a {@link Sample} needs of one text, each by its first words. */
final class Profile {

    private static final int N = 4;

    private final int[] ids;
    private final String line;
    private final long[] grams;
    private final double mattr;
    private final double mtld;

    Profile(Words words, int[] ids, int first) {
        this.ids = Arrays.copyOf(ids, Math.min(first, ids.length));
        line = String.join(" ", words.tokens().subList(0, Math.min(first, words.size())));
        grams = NGrams.hashes(ids, first, N);
        mattr = LexicalVariety.mattr(ids, first);
        mtld = LexicalVariety.mtld(ids, first);
    }

    /** Its words' numbers. Not to be changed. */
    int[] ids() {
        return ids;
    }

    /** The words, joined with blanks. */
    String line() {
        return line;
    }

    /** Its 4-grams, in order. Not to be changed. */
    long[] grams() {
        return grams;
    }

    double mattr() {
        return mattr;
    }

    double mtld() {
        return mtld;
    }
}
