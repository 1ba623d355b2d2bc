package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs each text of a sample has. */
class GramCountsTest {

    @Test
    void eachRunIsCountedInItsTextAndByTexts() {
        GramCounts grams = GramCounts.of(List.of(new long[] {7, -3, 7}, new long[0], new long[] {12, 7}));

        assertThat(grams.different()).isEqualTo(3);
        assertThat(grams.ids(0)).containsExactly(0, 1);
        assertThat(grams.counts(0)).containsExactly(1, 2);
        assertThat(grams.ids(1)).isEmpty();
        assertThat(grams.ids(2)).containsExactly(1, 2);
        assertThat(grams.counts(2)).containsExactly(1, 1);
        assertThat(grams.texts()).containsExactly(1, 2, 1);
    }

    @Test
    void noTextHasNoRuns() {
        assertThat(GramCounts.of(List.of()).different()).isZero();
    }
}
