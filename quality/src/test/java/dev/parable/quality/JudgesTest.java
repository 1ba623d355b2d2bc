package dev.parable.quality;

import static dev.parable.quality.Judged.assertRejected;
import static dev.parable.quality.Judged.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Reason;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.quality.Judged.Answers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every judge makes of an answer that cannot be read, or of none. */
class JudgesTest {

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void garbageIsAskedForOnceMoreAndThenLeavesTheStoryUnjudged(Criterion criterion) {
        var answers = Answers.of("I'm sorry, I can't.", "{\"verdict\": \"fine\"}");
        assertRejected(verdict(criterion, answers), Reason.UNJUDGED, "unreadable");
        assertThat(answers.asked).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void aRefusalATruncationAndAFailureLeaveTheStoryUnjudged(Criterion criterion) {
        assertRejected(
                verdict(criterion, Answers.of(new Reply.Refused("no", Usage.NONE))), Reason.UNJUDGED, "refused: no");
        assertRejected(
                verdict(criterion, Answers.of(new Reply.Truncated("{\"acts\":[", Usage.NONE))),
                Reason.UNJUDGED,
                "truncated");
        assertRejected(
                verdict(criterion, Answers.of(new Reply.Failed("reset", "by peer", 4, Usage.NONE))),
                Reason.UNJUDGED,
                "failed: reset");
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void aModelThatIsGoneSaysNothingAboutTheStory(Criterion criterion) {
        assertThatThrownBy(() -> verdict(criterion, Answers.of(new Reply.Unavailable("key", "refused"))))
                .isInstanceOfSatisfying(
                        JudgeUnavailable.class,
                        e -> assertThat(e.reply()).isEqualTo(new Reply.Unavailable("key", "refused")))
                .hasMessageContaining(criterion.id());
    }
}
