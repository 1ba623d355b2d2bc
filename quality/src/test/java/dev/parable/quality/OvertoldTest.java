package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OvertoldTest {

    private static String filler(SplittableRandom random) {
        var text = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            text.append("word").append(random.nextInt(100_000)).append(i % 9 == 8 ? ". " : " ");
        }
        return text.toString();
    }

    @Test
    void whatManyStoriesSayIsNamedTheCommonestFirst() {
        var overtold = new Overtold();
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            overtold.add(filler(random)
                    + (i % 4 == 0 ? "She wiped the brass counter twice. " : "")
                    + (i % 10 == 0 ? "He set the kettle going then. " : "")
                    + (i % 2 == 0 ? "It was at the end of it. " : "")
                    + (i % 100 == 0 ? "Nobody counted seventeen herons. " : ""));
        }
        assertThat(overtold.phrases())
                .contains("wiped the brass counter", "set the kettle going")
                .doesNotContain("at the end of", "nobody counted seventeen herons");
        assertThat(overtold.phrases().indexOf("wiped the brass counter"))
                .isLessThan(overtold.phrases().indexOf("set the kettle going"));
        assertThat(overtold.phrases()).hasSizeLessThanOrEqualTo(Overtold.MOST);
    }

    @Test
    void aFewStoriesTeachNothing() {
        var overtold = new Overtold();
        for (int i = 0; i < 50; i++) {
            overtold.add("She wiped the brass counter twice.");
        }
        assertThat(overtold.phrases()).isEmpty();
    }
}
