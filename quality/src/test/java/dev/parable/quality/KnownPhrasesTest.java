package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The words of runs by their hash. */
class KnownPhrasesTest {

    @Test
    void itHoldsWhatAnyOtherMapWouldAlsoAfterForgetting() {
        var random = new SplittableRandom(1);
        var phrases = new KnownPhrases();
        Map<Long, String> expected = new HashMap<>();
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 5_000; i++) {
                long hash = random.nextInt(12_000) * 0x9E3779B97F4A7C15L;
                phrases.put(hash, "phrase " + i);
                expected.put(hash, "phrase " + i);
            }
            phrases.keep(hash -> hash % 3 != 0);
            expected.keySet().removeIf(hash -> hash % 3 == 0);

            Map<Long, String> found = new HashMap<>();
            phrases.forEach((phrase, hash) -> found.put(hash, phrase));
            assertThat(found).as("seed 1, round %d", round).isEqualTo(expected);
            assertThat(phrases.size()).isEqualTo(expected.size());
            for (int i = 0; i < 12_000; i++) {
                long hash = i * 0x9E3779B97F4A7C15L;
                assertThat(phrases.has(hash)).isEqualTo(expected.containsKey(hash));
            }
        }
    }
}
