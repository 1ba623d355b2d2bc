package dev.parable.archetypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Application;
import dev.parable.domain.Beat;
import dev.parable.domain.Cell;
import dev.parable.domain.Event;
import dev.parable.domain.Narrator;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds of every plan of the shipped library. */
class PlannerTest {

    @Test
    void theSameWaveGivesEqualScenarios() {
        Wave wave = Planning.planner(5).share(3, 700, 400);

        assertThat(Planning.planner(5).scenarios(wave))
                .isEqualTo(Planning.planner(5).scenarios(wave));
        assertThat(Planning.planner(5).share(3, 700, 400)).isEqualTo(wave);
    }

    @Test
    void oneScenarioIsWhatItIsInTheWave() {
        Planner planner = Planning.planner(5);
        Wave wave = planner.share(3, 700, 120);
        List<Scenario> all = planner.scenarios(wave);

        for (int i = 0; i < all.size(); i += 17) {
            assertThat(all.get(i).index()).isEqualTo(700 + i);
            assertThat(planner.scenario(wave, 700 + i)).isEqualTo(all.get(i));
        }
        assertThatThrownBy(() -> planner.scenario(wave, 699)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> planner.scenario(wave, 820)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theOrderOfTheArchetypesDoesNotMatter() {
        Planner turned = new Planner(Planning.ARCHETYPES.reversed(), Planning.WORLDS.reversed(), Planning.DECKS, 5);
        Wave wave = Planning.planner(5).share(0, 0, 150);

        assertThat(turned.share(0, 0, 150)).isEqualTo(wave);
        assertThat(turned.scenarios(wave)).isEqualTo(Planning.planner(5).scenarios(wave));
    }

    @Test
    void seedsAndWavesDiffer() {
        Wave first = Planning.planner(5).share(0, 0, 50);
        Wave second = new Wave(1, 50, first.quotas());

        assertThat(Planning.planner(6).scenarios(first))
                .isNotEqualTo(Planning.planner(5).scenarios(first));
        assertThat(Planning.planner(5).scenarios(second).stream().map(Scenario::key))
                .doesNotContainAnyElementsOf(Planning.planner(5).scenarios(first).stream()
                        .map(Scenario::key)
                        .toList());
    }

    @Test
    void everyCellGetsItsQuota() {
        var given = new LinkedHashMap<Cell, Integer>();
        Planning.scenarios().forEach(s -> given.merge(s.cell(), 1, Integer::sum));

        assertThat(given).isEqualTo(Planning.wave().quotas());
        assertThat(Planning.scenarios().stream().map(Scenario::key)).doesNotHaveDuplicates();
    }

    /** Applications are spread before cells are, so that a prefix is off by what rounding leaves, in waves of any size. */
    @Test
    void everyPrefixHoldsTheApplicationsInTheirShares() {
        assertPrefixes(Planning.scenarios(), 3);
        Planner planner = Planning.planner(9);
        assertPrefixes(planner.scenarios(planner.share(0, 0, 200)), 3);
    }

    private static void assertPrefixes(List<Scenario> scenarios, int within) {
        var counts = new TreeMap<Application, Integer>();
        for (int i = 0; i < scenarios.size(); i++) {
            counts.merge(scenarios.get(i).cell().application(), 1, Integer::sum);
            if (i >= 99) {
                for (Application application : Application.values()) {
                    double due = (i + 1) * Allocation.APPLICATIONS.getOrDefault(application, 0) / 100.0;
                    int given = counts.getOrDefault(application, 0);
                    if (Math.abs(given - due) > within) {
                        assertThat((double) given)
                                .as("%s in the first %d", application, i + 1)
                                .isBetween(due - within, due + within);
                    }
                }
            }
        }
        assertThat(counts).containsOnlyKeys(Application.values());
    }

    @Test
    void formsSuitNarratorsAndCastsSuitCells() {
        for (Scenario scenario : Planning.scenarios()) {
            assertThat(scenario.form().allows(scenario.cell().narrator())).isTrue();
            assertThat(scenario.cast().ais()).isEqualTo(scenario.cell().ais());
            assertThat(scenario.cast().members().keySet()).contains(Role.AI, Role.PRESSER, Role.DECIDER, Role.OTHER);
            assertThat(Allocation.admits(
                            scenario.premise(),
                            scenario.cell().application(),
                            scenario.cell().ais()))
                    .isTrue();
            assertThat(scenario.world().id()).isEqualTo(scenario.premise().world());
            assertThat(PlanAxes.fits(scenario.shape(), scenario.form(), scenario.cell()))
                    .isTrue();
        }
    }

    @Test
    void premisesServeTheApplicationOfTheirCell() {
        for (Scenario scenario : Planning.scenarios()) {
            Application asked = scenario.cell().application();
            Application own = scenario.premise().application();

            assertThat(own).isEqualTo(asked == Application.CONTESTED && own == Application.APPLY ? own : asked);
        }
    }

    @Test
    void everyEventFollowsItsCauses() {
        for (Scenario scenario : Planning.scenarios()) {
            List<Event> events = scenario.events();
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                assertThat(event.time()).isEqualTo(i);
                assertThat(event.causes()).as("%s", event).allMatch(c -> c < event.time());
                assertThat(event.causes().isEmpty())
                        .as("only the first has no cause")
                        .isEqualTo(i == 0);
                assertThat(event.causes()).doesNotHaveDuplicates();
            }
            assertThat(events.stream().map(Event::beat)).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void testedStoriesHaveEveryEvent() {
        for (Scenario scenario : Planning.scenarios()) {
            List<Beat> beats = scenario.events().stream().map(Event::beat).toList();
            switch (scenario.cell().application()) {
                case APPLY, CONTESTED ->
                    assertThat(beats)
                            .as(scenario.premise().id())
                            .containsExactly(
                                    Beat.TENSION, Beat.ASK, Beat.ARGUE, Beat.WEIGH, Beat.ACT, Beat.COST, Beat.OUTCOME);
                case NON_APPLY, NEAR_MISS ->
                    assertThat(beats)
                            .as(scenario.premise().id())
                            .contains(Beat.TENSION, Beat.ASK, Beat.ACT, Beat.OUTCOME)
                            .doesNotContain(Beat.COST);
            }
        }
    }

    @Test
    void nobodyStandsByWhenItIsAskedArguedAndWeighedUnlessTheEventSaysSo() {
        for (Scenario scenario : Planning.scenarios()) {
            for (Event event : scenario.events()) {
                boolean away = event.beat() == Beat.ASK || event.beat() == Beat.ARGUE || event.beat() == Beat.WEIGH;
                assertThat(event.witnesses().contains(Role.DECIDER))
                        .as("%s", event)
                        .isEqualTo(!away);
                assertThat(event.witnesses()).contains(Role.AI, Role.PRESSER);
                assertThat(event.witnesses().contains(Role.OTHER))
                        .as("%s", event)
                        .isEqualTo(!away || event.text().contains("${other"));
                assertThat(scenario.cast().members().keySet()).containsAll(event.witnesses());
            }
        }
    }

    @Test
    void everySlotOfTheEventsHasAPhrase() {
        for (Scenario scenario : Planning.scenarios()) {
            assertThat(scenario.phrases().keySet())
                    .contains("town", "house", "day", "nextday", "season", "years", "hour", "work", "thing");
            scenario.phrases()
                    .forEach((name, phrase) -> assertThat(phrase).as(name).isNotBlank());
            assertThat(scenario.phrases().get("house")).doesNotContain("${");
            assertThat(scenario.phrases().get("day"))
                    .isNotEqualTo(scenario.phrases().get("nextday"));
        }
    }

    @Test
    void axesTellWhatTheScenarioIs() {
        for (Scenario scenario : Planning.scenarios()) {
            boolean tested = scenario.cell().application() == Application.APPLY
                    || scenario.cell().application() == Application.CONTESTED;
            assertThat(scenario.axes())
                    .containsEntry("premise", scenario.premise().id())
                    .containsEntry("world", scenario.world().id())
                    .containsEntry("form", scenario.form().id())
                    .containsEntry("shape", scenario.shape().id())
                    .containsEntry("carrier", scenario.carrier().id())
                    .containsEntry("ending", tested ? scenario.ending().id() : "plain")
                    .containsEntry("application", scenario.cell().application().id())
                    .containsEntry("narrator", scenario.cell().narrator().id());
        }
    }

    @Test
    void aDampedValueComesLessOftenAndTheRestTakeItsPlace() {
        Planner planner = Planning.planner(5);
        Wave wave = planner.share(0, 0, 2_000);
        Wave damped = wave.taught(Map.of("season", Map.of("winter", 25)), List.of());

        assertThat(planner.scenarios(damped)).hasSameSizeAs(planner.scenarios(wave));
        assertThat(seasons(planner, wave).get("winter")).isBetween(400, 600);
        // A quarter of its weight beside three whole ones: one in thirteen, where premises leave the season open.
        assertThat(seasons(planner, damped).get("winter")).isBetween(90, 250);
        assertThat(seasons(planner, damped).get("spring")).isGreaterThan(550);
    }

    private static Map<String, Integer> seasons(Planner planner, Wave wave) {
        var seasons = new TreeMap<String, Integer>();
        planner.scenarios(wave).forEach(s -> seasons.merge(s.axes().get("season"), 1, Integer::sum));
        return seasons;
    }

    @Test
    void aWaveRefusesBadDampers() {
        var cell = new Cell("a", Application.APPLY, "f", 1, Narrator.OUTSIDE);

        for (int percent : new int[] {-1, 0, 100}) {
            assertThatThrownBy(() -> new Wave(1, 0, Map.of(cell, 1), Map.of("form", Map.of("log", percent)), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("form=log " + percent);
        }
    }

    @Test
    void aWaveRefusesBadQuotas() {
        var cell = new Cell("a", Application.APPLY, "f", 1, Narrator.OUTSIDE);

        assertThatThrownBy(() -> new Wave(0, 0, Map.of(cell, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wave 0 gives cell a/apply/f/1-ai/outside 0");
        assertThatThrownBy(() -> new Wave(0, 0, Map.of(cell, -3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wave(-1, 0, Map.of(cell, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wave(0, -1, Map.of(cell, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Wave(2, 10, Map.of(cell, 4)).end()).isEqualTo(14);
    }

    @Test
    void aWaveForAnArchetypeThatIsNotLoadedIsRefused() {
        var wave = new Wave(0, 0, Map.of(new Cell("nobody", Application.APPLY, "f", 1, Narrator.OUTSIDE), 1));

        assertThatThrownBy(() -> Planning.planner(1).scenarios(wave))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("archetype nobody, which is not loaded");
    }

    @Test
    void aWaveForACellWithoutPremisesIsRefused() {
        String archetype = Planning.ARCHETYPES.getFirst().id();
        var wave = new Wave(0, 0, Map.of(new Cell(archetype, Application.APPLY, "no-such-facet", 1, Narrator.AI), 1));

        assertThatThrownBy(() -> Planning.planner(1).scenarios(wave))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(archetype);
    }

    @Test
    void aPlannerNeedsAnArchetypeAndItsWorlds() {
        assertThatThrownBy(() -> new Planner(List.of(), Planning.WORLDS, Planning.DECKS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no archetype to plan for");
        assertThatThrownBy(() -> new Planner(Planning.ARCHETYPES, List.of(), Planning.DECKS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which is unknown");
    }
}
