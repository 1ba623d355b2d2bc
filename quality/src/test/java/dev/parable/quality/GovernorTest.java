package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What too many stories share is rejected in the later ones, and nothing before that. */
class GovernorTest {

    private static final Governor.Limits LIMITS = new Governor.Limits(0.1, 0.1, 0.1, 3);

    private final Governor governor = new Governor(LIMITS);
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void anOpeningThatTooManyHaveIsRejectedInTheLaterOnes() {
        for (int i = 0; i < 3; i++) {
            admitted("The rain in " + noise());
        }
        rejected("The rain in " + noise(), Reason.OVERUSED_OPENING, "the rain in", 3);
        for (int i = 0; i < 37; i++) {
            admitted(noise());
        }
        // Four of 41 are within a tenth, five of 42 are not.
        admitted("The rain in " + noise());
        rejected("The rain in " + noise(), Reason.OVERUSED_OPENING, "the rain in", 4);
    }

    @Test
    void aNameThatThePlanDidNotDealIsCountedAndADealtOneIsNot() {
        for (int i = 0; i < 3; i++) {
            admitted(noise() + " said Silas and Tally " + noise());
        }
        rejected(noise() + " with Silas " + noise(), Reason.OVERUSED_NAME, "Silas", 3);
        admitted(noise() + " with Tally " + noise());
    }

    @Test
    void aPhraseOfSevenWordsIsCountedAndOneOfSixIsNot() {
        for (int i = 0; i < 3; i++) {
            admitted(noise() + " it was the best of all times " + noise());
        }
        rejected(
                noise() + " it was the best of all times " + noise(),
                Reason.OVERUSED_PHRASE,
                "it was the best of all times",
                3);
        admitted(noise() + " it was the best of all " + noise());
    }

    @Test
    void judgingAloneCountsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(governor.judge(story("The rain in " + noise()))).isInstanceOf(Verdict.Passed.class);
        }
    }

    private void admitted(String text) {
        Story story = story(text);
        assertThat(governor.judge(story)).as(text).isInstanceOf(Verdict.Passed.class);
        governor.admit(story);
    }

    private void rejected(String text, Reason reason, String what, int before) {
        assertThat(governor.judge(story(text))).isInstanceOfSatisfying(Verdict.Rejected.class, r -> {
            assertThat(r.reason()).isEqualTo(reason);
            assertThat(r.detail()).startsWith("'" + what + "' is in " + before + " of ");
            assertThat(r.measure().value()).isGreaterThan(0);
            assertThat(r.measure().limit()).isEqualTo(0.1);
        });
    }

    private static Story story(String text) {
        return Stories.story(text);
    }

    /** Words that nothing shares. */
    private String noise() {
        return IntStream.range(0, 12)
                .mapToObj(i ->
                        Integer.toString(random.nextInt(40_000, 1_600_000), 36).replaceAll("[0-9]", "q"))
                .collect(Collectors.joining(" "));
    }
}
