package dev.parable.quality;

import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** The words of runs by their hash: a map of open addressing, because nearly every run of every text is looked up in it. */
final class KnownPhrases {

    private long[] hashes = new long[1 << 12];
    private @Nullable String[] phrases = new String[1 << 12];
    private int size;

    int size() {
        return size;
    }

    boolean has(long hash) {
        return phrases[place(hash)] != null;
    }

    /** Adds a phrase, or replaces the one that has this hash. */
    void put(long hash, String phrase) {
        int place = place(hash);
        size += phrases[place] == null ? 1 : 0;
        hashes[place] = hash;
        phrases[place] = phrase;
        if (size * 2 > hashes.length) {
            refill(2 * hashes.length, known -> true);
        }
    }

    /** Forgets those whose hash fails. */
    void keep(LongPredicate which) {
        refill(hashes.length, which);
    }

    void forEach(ObjLongConsumer<String> to) {
        for (int i = 0; i < hashes.length; i++) {
            String phrase = phrases[i];
            if (phrase != null) {
                to.accept(phrase, hashes[i]);
            }
        }
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) hash & mask;
        while (phrases[place] != null && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void refill(int length, LongPredicate which) {
        long[] old = hashes;
        @Nullable String[] oldPhrases = phrases;
        hashes = new long[length];
        phrases = new String[length];
        size = 0;
        for (int i = 0; i < old.length; i++) {
            if (oldPhrases[i] != null && which.test(old[i])) {
                int place = place(old[i]);
                hashes[place] = old[i];
                phrases[place] = oldPhrases[i];
                size++;
            }
        }
    }
}
