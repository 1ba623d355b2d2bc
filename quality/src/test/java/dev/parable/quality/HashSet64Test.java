package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The set of one text's hashes after another. */
class HashSet64Test {

    @Test
    void itHoldsWhatAnyOtherSetWouldThroughManyTexts() {
        var random = new SplittableRandom(1);
        var set = new HashSet64();
        for (int text = 0; text < 200; text++) {
            set.clear();
            var expected = new HashSet<Long>();
            int size = random.nextInt(4_000);
            for (int i = 0; i < size; i++) {
                long hash = random.nextInt(3_000) * 0x9E3779B97F4A7C15L;
                assertThat(set.add(hash))
                        .as("seed 1, text %d, hash %d", text, i)
                        .isEqualTo(expected.add(hash));
            }
        }
    }

    @Test
    void zeroIsAHashLikeOthers() {
        var set = new HashSet64();

        assertThat(set.add(0)).isTrue();
        assertThat(set.add(0)).isFalse();
    }
}
