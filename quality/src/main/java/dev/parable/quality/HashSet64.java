package dev.parable.quality;

import java.util.Arrays;

/**
 * A set of 64-bit hashes that is filled and emptied for text after text without new objects: open addressing, and a place
 * is free unless it was filled since the last {@link #clear}. The hashes have to be well mixed.
 */
final class HashSet64 {

    private long[] hashes = new long[1 << 11];
    private int[] filled = new int[1 << 11];
    private int filling = 1;
    private int size;

    /** Empties it. */
    void clear() {
        size = 0;
        if (++filling == 0) {
            Arrays.fill(filled, 0);
            filling = 1;
        }
    }

    /** Whether this hash was not in it; it is now. */
    boolean add(long hash) {
        int place = place(hash);
        if (filled[place] == filling) {
            return false;
        }
        hashes[place] = hash;
        filled[place] = filling;
        if (++size * 2 > hashes.length) {
            grow();
        }
        return true;
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) hash & mask;
        while (filled[place] == filling && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] old = hashes;
        int[] oldFilled = filled;
        hashes = new long[2 * old.length];
        filled = new int[2 * old.length];
        for (int i = 0; i < old.length; i++) {
            if (oldFilled[i] == filling) {
                int place = place(old[i]);
                hashes[place] = old[i];
                filled[place] = filling;
            }
        }
    }
}
