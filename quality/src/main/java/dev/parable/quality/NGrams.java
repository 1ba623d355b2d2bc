package dev.parable.quality;

/**
 * Runs of n words as 64-bit hashes. Two different runs have the same hash with a chance of 2<sup>-64</sup>; among ten
 * million runs a single collision is expected once in 370,000 corpora.
 */
final class NGrams {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private NGrams() {}

    /** The hash of each run of n words, in order; empty if there are fewer words. */
    static long[] hashes(int[] ids, int n) {
        return hashes(ids, ids.length, n);
    }

    /** The same over the first words only. */
    static long[] hashes(int[] ids, int length, int n) {
        int words = Math.min(length, ids.length);
        long[] hashes = new long[Math.max(0, words - n + 1)];
        for (int i = 0; i < hashes.length; i++) {
            long hash = n;
            for (int j = i; j < i + n; j++) {
                hash = mix(hash + STEP * (ids[j] + 1L));
            }
            hashes[i] = hash;
        }
        return hashes;
    }

    /** The hash of each run of n of these words, in order, wherever they stand: the same run is the same in any corpus. */
    static long[] hashes(Words words, int n) {
        return hashes(each(words), n);
    }

    /** The hash of each word, for {@link #hashes(long[], int)} of more than one length. */
    static long[] each(Words words) {
        long[] each = new long[words.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = hash(words.get(i));
        }
        return each;
    }

    /** The same as {@link #hashes(Words, int)}, from the hash of each word. */
    static long[] hashes(long[] each, int n) {
        long[] hashes = new long[Math.max(0, each.length - n + 1)];
        for (int i = 0; i < hashes.length; i++) {
            long hash = n;
            for (int j = i; j < i + n; j++) {
                hash = mix(hash + STEP * each[j]);
            }
            hashes[i] = hash;
        }
        return hashes;
    }

    private static long hash(String word) {
        long hash = word.length();
        for (int i = 0; i < word.length(); i++) {
            hash = mix(hash * STEP + word.charAt(i));
        }
        return hash;
    }

    /** The finaliser of splitmix64 (Steele et al. 2014). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
