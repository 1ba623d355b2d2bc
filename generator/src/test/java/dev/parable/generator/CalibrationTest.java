package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Reply;
import dev.parable.generator.ScriptedJudge.Manner;
import dev.parable.output.JudgeCheck;
import dev.parable.quality.Criterion;
import dev.parable.quality.Planted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Judges on their planted texts: a good one, and every kind of bad one. */
class CalibrationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static List<JudgeCheck> check(Manner manner) {
        return Calibration.of(JudgePanel.of("scripted", new ScriptedJudge(manner)), null, JudgeLimits.DEFAULT, 4);
    }

    @ParameterizedTest
    @EnumSource(names = {"BY_LABEL", "GARBAGE_FIRST"})
    void aJudgeThatIsRightIsSoundEvenIfItMustBeAskedTwice(Manner manner) {
        List<JudgeCheck> checks = check(manner);
        assertThat(checks.stream().map(JudgeCheck::judge)).containsExactly("behaviour", "contract", "subtext", "craft");
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.caught()).isEqualTo(check.violations()).isGreaterThanOrEqualTo(12);
            assertThat(check.alarms()).isZero();
            assertThat(check.kappa()).isEqualTo(1);
            assertThat(check.unread()).isZero();
            assertThat(check.sound()).isTrue();
            assertThat(check.wrong()).isEmpty();
            assertThat(check.recall().low()).isBetween(0.7, 1.0);
        });
        assertThat(Calibration.shortcomings(checks)).isEmpty();
    }

    @Test
    void aJudgeThatRejectsAllCatchesAllAndIsNotTrusted() {
        assertThat(check(Manner.REJECTS_ALL)).allSatisfy(check -> {
            assertThat(check.caught()).isEqualTo(check.violations());
            assertThat(check.alarms()).isEqualTo(check.innocents());
            assertThat(check.kappa()).isZero();
            assertThat(check.sound()).isFalse();
            assertThat(check.wrong())
                    .allSatisfy(wrong -> assertThat(wrong.came()).isEqualTo("alarm"));
        });
    }

    @Test
    void aJudgeThatPassesAllIsNotTrusted() {
        List<JudgeCheck> checks = check(Manner.PASSES_ALL);
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.caught()).isZero();
            assertThat(check.alarms()).isZero();
            assertThat(check.sound()).isFalse();
            assertThat(check.wrong())
                    .hasSize(check.violations())
                    .allSatisfy(wrong -> assertThat(wrong.came()).isEqualTo("missed"));
        });
        assertThat(Calibration.shortcomings(checks))
                .hasSize(4)
                .first()
                .asString()
                .contains("judge behaviour (scripted) caught 0 of", "at least 80% are needed");
    }

    @Test
    void aJudgeThatInventsItsQuotesCatchesNothing() {
        assertThat(check(Manner.INVENTS_QUOTES)).allSatisfy(check -> {
            assertThat(check.caught()).as(check.judge()).isZero();
            assertThat(check.unread()).as(check.judge()).isGreaterThanOrEqualTo(check.violations());
            assertThat(check.sound()).isFalse();
        });
    }

    @Test
    void aJudgeThatTalksNonsenseIsUnreadThroughout() {
        assertThat(check(Manner.GARBAGE)).allSatisfy(check -> {
            assertThat(check.unread()).isEqualTo(check.violations() + check.innocents());
            assertThat(check.kappa()).isNegative();
            assertThat(check.wrong())
                    .allSatisfy(wrong -> assertThat(wrong.came()).isEqualTo("unread"));
        });
    }

    @Test
    void onlyThePanelsCriteriaAreAskedAndOnlyOfTheirOwnTexts() {
        var judge = new ScriptedJudge(Manner.BY_LABEL);
        var panel = new JudgePanel(Map.of(Criterion.SUBTEXT, new JudgePanel.Seat("scripted", judge)));
        assertThat(Calibration.of(panel, null, JudgeLimits.DEFAULT, 4).stream().map(JudgeCheck::judge))
                .containsExactly("subtext");
        assertThat(judge.calls()).isEqualTo(Planted.shipped(Criterion.SUBTEXT).size());
        assertThat(Calibration.of(JudgePanel.NONE, null, JudgeLimits.DEFAULT, 4))
                .isEmpty();
    }

    @Test
    void aPanelWithOneModelForBehaviourAndSubtextSaysSo() {
        var model = new ScriptedJudge(Manner.BY_LABEL);
        assertThat(JudgePanel.of("one", model).warnings())
                .singleElement()
                .asString()
                .contains("another family");
        assertThat(new JudgePanel(Map.of(
                                Criterion.BEHAVIOUR, new JudgePanel.Seat("one", model),
                                Criterion.SUBTEXT, new JudgePanel.Seat("two", model)))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aModelThatIsGoneEndsItAsInARun() {
        var panel = JudgePanel.of("gone", prompt -> new Reply.Unavailable("key", "wrong"));
        assertThatThrownBy(() -> Calibration.of(panel, null, JudgeLimits.DEFAULT, 2))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("gone");
    }

    @Test
    void whatWasPaidForIsNotAskedAgain() throws java.io.IOException {
        var judge = new ScriptedJudge(Manner.GARBAGE_FIRST);
        try (Ledger ledger = Ledger.open(folder)) {
            var once = new PaidOnce(judge, "scripted", "behaviour", "s", ledger);
            List<JudgeCheck> first = Calibration.of(JudgePanel.of("scripted", once), null, JudgeLimits.DEFAULT, 4);
            int paid = judge.calls();
            var later = new PaidOnce(judge, "scripted", "behaviour", "s", ledger);
            assertThat(Calibration.of(JudgePanel.of("scripted", later), null, JudgeLimits.DEFAULT, 1))
                    .isEqualTo(first);
            assertThat(judge.calls())
                    .isEqualTo(paid)
                    .isEqualTo(2 * Planted.shipped().size());
        }
    }
}
