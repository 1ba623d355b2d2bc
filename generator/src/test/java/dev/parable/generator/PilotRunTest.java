package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pilot tells is what its run begins with, and a fair sample of it. */
class PilotRunTest {

    private static final int COUNT = 1_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void itTellsTheBeginningOfTheRunSpreadOverTheOrderAndLandsNothing() {
        List<Outcome> outcomes = new ArrayList<>();
        Path kept = folder.resolve("kept");
        PilotReport report = new PilotRun(Orders.composed(kept, COUNT, 5, 4), outcomes::add, new Stop()).run();

        List<Scenario> planned = Waves.planned(Orders.planner(5), COUNT);
        assertThat(outcomes.stream().map(Outcome::scenario)).isEqualTo(planned.subList(0, Order.PILOT));
        Map<String, Long> whole = byArchetype(planned);
        Map<String, Long> told =
                byArchetype(outcomes.stream().map(Outcome::scenario).toList());
        assertThat(told.keySet()).isEqualTo(whole.keySet());
        told.forEach((archetype, stories) -> assertThat((double) stories)
                .as(archetype)
                .isCloseTo(
                        whole.getOrDefault(archetype, 0L) * (double) Order.PILOT / COUNT,
                        org.assertj.core.data.Offset.offset(6.0)));

        assertThat(report.passed()).as("%s", report.trips()).isTrue();
        assertThat(report.scenarios()).isEqualTo(Order.PILOT);
        long accepted =
                outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
        assertThat(report.accepted()).isEqualTo((int) accepted);
        assertThat(report.lost().values().stream().mapToInt(n -> n).sum() + report.accepted())
                .isEqualTo(Order.PILOT);
        assertThat(report.rate()).isBetween(report.low(), report.high());
        assertThat(report.shared4()).isNotNull();
        assertThat(report.took()).isEmpty();
        assertThat(report.estimate()).isNull();
        assertThat(kept).doesNotExist();
    }

    private static Map<String, Long> byArchetype(List<Scenario> scenarios) {
        return scenarios.stream().collect(Collectors.groupingBy(s -> s.cell().archetype(), Collectors.counting()));
    }
}
