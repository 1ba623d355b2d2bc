package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Wave;
import dev.parable.domain.Cell;
import dev.parable.domain.Measure;
import dev.parable.domain.Outcome;
import dev.parable.domain.Provenance;
import dev.parable.domain.Reason;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Telling;
import dev.parable.domain.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lacking is planned again, so often and no oftener. */
class WavesTest {

    private static final Provenance PROVENANCE = new Provenance("llm", "m", "", "", "", Map.of());

    private final Planner planner = Orders.planner(51);

    @TempDir
    Path folder;

    @Test
    void aRunThatGetsEverythingHasOneWave() {
        assertThat(waves(30, WavesTest::accepted)).hasSize(1);
    }

    @Test
    void refillsStopWhenNothingComesOfThem() {
        try (Ledger ledger = Ledger.open(folder)) {
            var waves = new Waves(planner, ledger, 12, null);
            List<Wave> had = drive(waves, WavesTest::refused);
            assertThat(had).hasSize(1 + Waves.MOST_REFILLS);
            assertThat(had)
                    .allSatisfy(wave ->
                            assertThat(wave.quotas()).isEqualTo(had.getFirst().quotas()));
            assertThat(waves.lacking()).isEqualTo(had.getFirst().quotas());
            assertThat(ledger.wave(had.size())).isEmpty();
        }
    }

    @Test
    void refillsPlanNewScenarios() {
        List<Wave> had = waves(12, WavesTest::refused);
        List<Scenario> scenarios =
                had.stream().flatMap(wave -> planner.scenarios(wave).stream()).toList();
        assertThat(scenarios.stream().map(Scenario::key)).doesNotHaveDuplicates();
        assertThat(scenarios.stream().map(Scenario::index))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aLargeOrderIsSharedOutInWavesOfLimitedSize() {
        int target = Waves.SIZE + 300;
        List<Wave> had = waves(target, WavesTest::accepted);
        assertThat(had.stream().map(Wave::size)).containsExactly(Waves.SIZE, 300);
        List<Scenario> planned = Waves.planned(planner, target);
        assertThat(had.stream().flatMap(wave -> planner.scenarios(wave).stream()))
                .containsExactlyElementsOf(planned);
    }

    @Test
    void aRefillIsNoLargerThanAWave() {
        assertThat(waves(Waves.SIZE + 300, WavesTest::refused))
                .hasSize(2 + Waves.MOST_REFILLS)
                .allSatisfy(wave -> assertThat(wave.size()).isLessThanOrEqualTo(Waves.SIZE));
    }

    @Test
    void aShortCellSaysWhatItLostStoriesTo() {
        try (Ledger ledger = Ledger.open(folder)) {
            var waves = new Waves(planner, ledger, 1, null);
            assertThat(drive(waves, scenario -> scenario.wave() % 3 == 0 ? refused(scenario) : rejected(scenario)))
                    .hasSize(1 + Waves.MOST_REFILLS);
            Cell cell = waves.lacking().keySet().iterator().next();
            assertThat(waves.why(cell)).isEqualTo("duplicate-near 4, refused 3");
            assertThat(waves.wanted(cell)).isEqualTo(1);
        }
    }

    @Test
    void aCellThatNobodyTriedSaysSo() {
        try (Ledger ledger = Ledger.open(folder)) {
            var waves = new Waves(planner, ledger, 1, null);
            Wave wave = waves.next().orElseThrow();
            assertThat(waves.why(wave.quotas().keySet().iterator().next())).isEqualTo("not tried");
        }
    }

    @Test
    void aReplayMakesTheSameWaves() {
        Function<Scenario, Outcome> some =
                scenario -> scenario.index() % 3 == 0 ? refused(scenario) : accepted(scenario);
        List<Wave> first = waves(40, some);
        assertThat(first).hasSizeGreaterThan(2);
        assertThat(waves(40, some)).isEqualTo(first);
    }

    @Test
    void whatBringsRepetitionsComesLessOftenInTheNextWave() {
        List<Wave> had = waves(
                Waves.SIZE + 300,
                scenario -> scenario.form().id().equals("log") && scenario.index() % 2 == 0
                        ? rejected(scenario)
                        : accepted(scenario));
        assertThat(had.get(0).dampers()).isEmpty();
        Map<String, Integer> forms = had.get(1).dampers().getOrDefault("form", Map.of());
        assertThat(forms).containsOnlyKeys("log");
        assertThat(forms.getOrDefault("log", 0)).isBetween(40, 65);
    }

    @Test
    void whatFailsForOtherReasonsIsNotLearned() {
        assertThat(waves(
                        Waves.SIZE + 300,
                        scenario -> scenario.form().id().equals("log") ? refused(scenario) : accepted(scenario)))
                .allSatisfy(wave -> assertThat(wave.dampers()).isEmpty());
    }

    @Test
    void aLedgerOfAnotherPlanIsRefused() {
        try (Ledger ledger = Ledger.open(folder)) {
            var quotas = new LinkedHashMap<>(planner.share(0, 0, 10).quotas());
            quotas.remove(quotas.keySet().iterator().next());
            ledger.begin(new Wave(0, 0, quotas));
            var waves = new Waves(planner, ledger, 10, null);
            assertThatThrownBy(waves::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("wave 0");
        }
    }

    private List<Wave> waves(int target, Function<Scenario, Outcome> fate) {
        try (Ledger ledger = Ledger.open(folder)) {
            return drive(new Waves(planner, ledger, target, null), fate);
        }
    }

    private List<Wave> drive(Waves waves, Function<Scenario, Outcome> fate) {
        var had = new ArrayList<Wave>();
        for (Optional<Wave> wave = waves.next(); wave.isPresent(); wave = waves.next()) {
            had.add(wave.get());
            planner.scenarios(wave.get()).forEach(scenario -> waves.landed(fate.apply(scenario)));
        }
        return had;
    }

    private static Outcome accepted(Scenario scenario) {
        return new Outcome.Accepted(Story.of(scenario, "Once.", PROVENANCE), List.of());
    }

    private static Outcome rejected(Scenario scenario) {
        return new Outcome.Rejected(
                Story.of(scenario, "Once.", PROVENANCE),
                List.of(),
                new Verdict.Rejected(new Measure("duplicates", 1, 0.7), Reason.DUPLICATE_NEAR, "as before"));
    }

    private static Outcome refused(Scenario scenario) {
        return new Outcome.Untold(new Telling.Untold(scenario, "refused", "No.", PROVENANCE));
    }
}
