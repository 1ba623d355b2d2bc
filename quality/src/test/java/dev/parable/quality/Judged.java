package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Application;
import dev.parable.domain.Form;
import dev.parable.domain.Gate;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reason;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.domain.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** One text, judged by answers that are given beforehand. */
final class Judged {

    static final String TEXT = """
            “Write that it was two,” said Anselm. Tally wrote that it was four, and told him so.

            He lost the night schedule by it. “Forty loads went over that scale,” Tally said.""";
    static final String QUOTE = "Tally wrote that it was four";

    private Judged() {}

    /** Answers in turn, and keeps what it was asked. */
    static final class Answers implements LanguageModel {
        private final Queue<Reply> replies = new ArrayDeque<>();
        final List<Prompt> asked = new ArrayList<>();

        static Answers of(String... texts) {
            var answers = new Answers();
            for (String text : texts) {
                answers.replies.add(new Reply.Completed(text, Usage.NONE));
            }
            return answers;
        }

        static Answers of(Reply reply) {
            var answers = new Answers();
            answers.replies.add(reply);
            return answers;
        }

        @Override
        public Reply reply(Prompt prompt) {
            asked.add(prompt);
            return replies.remove();
        }
    }

    static Verdict verdict(Criterion criterion, Answers answers) {
        return verdict(criterion, answers, Application.APPLY);
    }

    static Verdict verdict(Criterion criterion, Answers answers, Application application) {
        Gate gate = Judges.of(criterion, answers, story -> new Prompt("", story.text(), "{}"));
        assertThat(gate.name()).isEqualTo(criterion.id());
        return gate.judge(Stories.story(TEXT, Form.THIRD_PERSON, application));
    }

    static void assertPassed(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    }

    static void assertRejected(Verdict verdict, Reason reason, String... detail) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.reason()).as(rejected.detail()).isEqualTo(reason);
            assertThat(List.of(detail))
                    .allSatisfy(part -> assertThat(rejected.detail()).contains(part));
        });
    }
}
