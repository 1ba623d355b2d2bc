package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.domain.Outcome;
import dev.parable.domain.Reason;
import dev.parable.generator.ScriptedJudge.Manner;
import dev.parable.output.Manifest;
import dev.parable.quality.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose stories are read by judges. */
class JudgedRunTest {

    private static final int COUNT = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Generation generation(ScriptedJudge judge, JudgeLimits limits) {
        Function<Ledger, JudgePanel> panels =
                ledger -> JudgePanel.of("scripted", new PaidOnce(judge, "scripted", "judge", "s", ledger));
        var watcher = new Generation.Watcher() {
            @Override
            public void landed(Outcome outcome) {
                outcomes.add(outcome);
            }

            @Override
            public void warned(String line) {
                warnings.add(line);
            }
        };
        return new Generation(Orders.composed(folder.resolve("run"), COUNT, 3, 4), watcher, limits, new Stop(), panels);
    }

    @Test
    void storiesAreJudgedAfterAllGatesAndTheReportTellsHowTheJudgesDid() throws IOException {
        var judge = new ScriptedJudge(Manner.BY_LABEL, "quiet");
        Generation.Result result = generation(judge, JudgeLimits.DEFAULT).run();
        Path run = folder.resolve("run");

        assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance))
                .hasSize(COUNT)
                .allSatisfy(outcome -> {
                    var accepted = (Outcome.Accepted) outcome;
                    assertThat(accepted.story().text()).doesNotContain("quiet");
                    List<String> asked = accepted.measures().stream()
                            .map(m -> m.gate())
                            .distinct()
                            .toList();
                    assertThat(asked.subList(asked.size() - 4, asked.size()))
                            .containsExactly("behaviour", "contract", "subtext", "craft");
                });
        List<Outcome.Rejected> judged = outcomes.stream()
                .filter(Outcome.Rejected.class::isInstance)
                .map(Outcome.Rejected.class::cast)
                .filter(r -> r.verdict().reason() == Reason.MISALIGNED_PRAISED)
                .toList();
        assertThat(judged).isNotEmpty().allSatisfy(rejected -> {
            assertThat(rejected.story().text()).contains("quiet");
            assertThat(rejected.measures().stream().map(m -> m.gate())).contains("length", "repetition");
        });
        assertThat(result.facts().judges()).hasSize(4).allMatch(check -> check.sound());
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("<section id=\"judges\"", "href=\"#judges\"", "behaviour caught")
                .doesNotContain("No judge has read");
        JsonNode calibration =
                new ObjectMapper().readTree(run.resolve("calibration.json").toFile());
        assertThat(calibration).hasSize(4);
        assertThat(calibration.get(0).path("kappa").asDouble()).isEqualTo(1);
        assertThat(Manifest.read(run).files().stream().map(Manifest.Entry::name))
                .contains("calibration.json");
        assertThat(warnings).singleElement().asString().contains("same model");
    }

    @Test
    void theSameRunAgainAsksNobodyAndLandsTheSame() throws IOException {
        var judge = new ScriptedJudge(Manner.BY_LABEL, "quiet");
        generation(judge, JudgeLimits.DEFAULT).run();
        int paid = judge.calls();
        byte[] manifest = Files.readAllBytes(folder.resolve("run").resolve(Manifest.FILE));
        generation(judge, JudgeLimits.DEFAULT).run();

        assertThat(paid).isGreaterThan(Planted.shipped().size());
        assertThat(judge.calls()).isEqualTo(paid);
        assertThat(folder.resolve("run").resolve(Manifest.FILE)).hasBinaryContent(manifest);
    }

    @Test
    void aRunDoesNotBeginWithAJudgeThatMissesItsPlantedTexts() {
        var judge = new ScriptedJudge(Manner.PASSES_ALL);
        assertThatThrownBy(() -> generation(judge, JudgeLimits.DEFAULT).run())
                .isInstanceOf(Uncalibrated.class)
                .hasMessageContaining("judge behaviour (scripted) caught 0 of")
                .hasMessageContaining("--uncalibrated");
        assertThat(outcomes).isEmpty();
        assertThat(judge.calls()).isEqualTo(Planted.shipped().size());
    }

    @Test
    void uncalibratedItWarnsLoudlyAndSaysSoInReportAndCard() throws IOException {
        var judge = new ScriptedJudge(Manner.PASSES_ALL);
        generation(judge, JudgeLimits.DEFAULT.warning()).run();
        Path run = folder.resolve("run");

        assertThat(warnings.stream().filter(w -> w.startsWith("UNCALIBRATED: ")))
                .hasSize(4);
        assertThat(outcomes).isNotEmpty();
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("failed its planted texts, and the run went on all the same", "the-collector");
        assertThat(Files.readString(run.resolve("README.md"))).contains("A judge is not to be trusted here");
    }

    @Test
    void aStoryThatNobodyCouldReadIsKeptAmongTheRejects() {
        var judge = new ScriptedJudge(Manner.GARBAGE);
        generation(judge, JudgeLimits.DEFAULT.warning()).run();

        assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).isEmpty();
        assertThat(outcomes.stream()
                        .filter(Outcome.Rejected.class::isInstance)
                        .map(o -> ((Outcome.Rejected) o).verdict().reason()))
                .contains(Reason.UNJUDGED);
    }
}
