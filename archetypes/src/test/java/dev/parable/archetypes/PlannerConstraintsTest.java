package dev.parable.archetypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Archetype;
import dev.parable.domain.Archetype.Axis;
import dev.parable.domain.Archetype.Constraint;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a spec's own axes and constraints do to the plan. */
class PlannerConstraintsTest {

    private static final int COUNT = 300;

    @Test
    void whatMayNotGoTogetherNeverDoes() {
        List<Scenario> scenarios = planned(
                List.of(new Axis("weather", weights("frost", 1, "rain", 1, "wind", 1))),
                List.of(
                        new Constraint("form", "third-person", "shape", List.of("linear", "braided", "handover")),
                        new Constraint("shape", "refused-twice", "form", List.of("transcript")),
                        new Constraint("weather", "frost", "season", List.of("summer", "spring")),
                        new Constraint("season", "winter", "weather", List.of("rain"))));

        assertThat(scenarios)
                .noneMatch(s -> is(s, "form", "third-person")
                        && (is(s, "shape", "linear") || is(s, "shape", "braided") || is(s, "shape", "handover")));
        assertThat(scenarios).noneMatch(s -> is(s, "shape", "refused-twice") && is(s, "form", "transcript"));
        assertThat(scenarios)
                .noneMatch(s -> is(s, "weather", "frost") && (is(s, "season", "summer") || is(s, "season", "spring")));
        assertThat(scenarios).noneMatch(s -> is(s, "season", "winter") && is(s, "weather", "rain"));
        assertThat(scenarios)
                .as("each is still used otherwise")
                .anyMatch(s -> is(s, "form", "third-person"))
                .anyMatch(s -> is(s, "shape", "refused-twice"))
                .anyMatch(s -> is(s, "weather", "frost"))
                .anyMatch(s -> is(s, "weather", "rain"));
    }

    @Test
    void anAxisOfASpecIsAdded() {
        List<Scenario> scenarios = planned(List.of(new Axis("weather", weights("frost", 1, "rain", 2))), List.of());
        Map<String, Integer> used = used(scenarios, "weather");

        assertThat(used).containsOnlyKeys("frost", "rain");
        assertThat(used.getOrDefault("frost", 0)).as("%s", used).isBetween(COUNT / 3 - 6, COUNT / 3 + 6);
    }

    @Test
    void anAxisOfASpecNarrowsThePlanners() {
        List<Scenario> scenarios = planned(
                List.of(new Axis("season", weights("winter", 3, "spring", 1)), new Axis("length", weights("short", 1))),
                List.of());
        Map<String, Integer> seasons = used(scenarios, "season");

        assertThat(seasons).containsOnlyKeys("winter", "spring");
        assertThat(seasons.getOrDefault("winter", 0)).as("%s", seasons).isBetween(COUNT * 3 / 4 - 6, COUNT * 3 / 4 + 6);
        assertThat(scenarios).allMatch(s -> s.targetWords() == 550);
    }

    @Test
    void aNarrowingThatLeavesACellNothingDoesNotApplyToIt() {
        List<Scenario> scenarios = planned(List.of(new Axis("form", weights("log", 1, "diary", 1))), List.of());

        for (Scenario scenario : scenarios) {
            switch (scenario.cell().narrator()) {
                case AI -> assertThat(scenario.form()).isEqualTo(Form.LOG);
                case PRESSER, DECIDER, OTHER -> assertThat(scenario.form()).isEqualTo(Form.DIARY);
                case OUTSIDE ->
                    assertThat(scenario.form())
                            .isIn(
                                    Form.THIRD_PERSON,
                                    Form.TRANSCRIPT,
                                    Form.INCIDENT_REPORT,
                                    Form.NEWS_FEATURE,
                                    Form.MINUTES,
                                    Form.RADIO_PLAY,
                                    Form.REVIEW_THREAD,
                                    Form.CASE_STUDY,
                                    Form.FABLE);
            }
        }
        assertThat(scenarios).anyMatch(s -> s.cell().narrator() == Narrator.OUTSIDE);
    }

    @Test
    void constraintsThatLeaveNothingAreReported() {
        var all = List.of("spring", "summer", "autumn", "winter");

        assertThatThrownBy(() -> planned(
                        List.of(),
                        List.of(
                                new Constraint("length", "short", "season", all),
                                new Constraint("length", "middling", "season", all),
                                new Constraint("length", "long", "season", all))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("leave no combination")
                .hasMessageContaining("loosen one of them");
    }

    private static List<Scenario> planned(List<Axis> axes, List<Constraint> constraints) {
        Archetype a = Planning.ARCHETYPES.getFirst();
        var own = new Archetype(
                a.id(),
                a.title(),
                a.trait(),
                a.importance(),
                a.clause(),
                a.tension(),
                a.pressures(),
                a.temptation(),
                a.acts(),
                a.reasons(),
                a.costs(),
                a.endings(),
                a.boundaries(),
                a.backfire(),
                a.judge(),
                a.facets(),
                axes,
                constraints,
                a.evals(),
                a.exemplars(),
                a.sha256());
        var planner = new Planner(List.of(own), Planning.WORLDS, Planning.DECKS, Planning.SEED);
        return planner.scenarios(planner.share(0, 0, COUNT));
    }

    private static boolean is(Scenario scenario, String axis, String value) {
        return value.equals(scenario.axes().get(axis));
    }

    private static Map<String, Integer> used(List<Scenario> scenarios, String axis) {
        var used = new TreeMap<String, Integer>();
        scenarios.forEach(s -> used.merge(s.axes().getOrDefault(axis, "none"), 1, Integer::sum));
        return used;
    }

    private static Map<String, Integer> weights(Object... pairs) {
        var weights = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < pairs.length; i += 2) {
            weights.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return weights;
    }
}
