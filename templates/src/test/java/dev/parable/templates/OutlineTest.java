package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Application;
import dev.parable.domain.Beat;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import dev.parable.domain.WhyCarrier;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which beats a story has, and in what order. */
class OutlineTest {

    static Stream<Arguments> ordersByShape() {
        return Stream.of(
                order(Shape.LINEAR, "place routine tension ask argue weigh act cost outcome coda"),
                order(Shape.YEARS_LATER, "later place routine tension ask argue weigh act cost outcome coda"),
                order(Shape.SECOND_HAND, "hearsay place routine tension ask argue weigh act cost outcome coda"),
                order(Shape.IN_MEDIAS_RES, "ask place routine tension argue weigh act cost outcome coda"),
                order(
                        Shape.REFUSED_TWICE,
                        "place routine tension ask argue texture escalate weigh act cost outcome coda"),
                order(Shape.SLIP_AND_DISCLOSURE, "place routine tension ask argue slip weigh act cost outcome coda"),
                order(Shape.DECLINED_EARLY, "place routine tension ask argue weigh act cost texture outcome coda"),
                order(
                        Shape.DIVERGE_AND_RECONCILE,
                        "place routine tension ask consult argue consult weigh act cost outcome coda"),
                order(Shape.HANDOVER, "place routine tension ask argue weigh note act cost outcome coda"),
                order(Shape.BACKWARDS, "outcome later place routine tension ask argue weigh act cost coda"),
                order(Shape.COST_FIRST, "cost later place routine tension ask argue weigh act outcome coda"),
                order(Shape.BRAIDED, "place routine tension texture ask argue weigh texture act cost outcome coda"));
    }

    private static Arguments order(Shape shape, String beats) {
        return Arguments.of(shape, List.of(beats.split(" ", -1)));
    }

    @ParameterizedTest
    @MethodSource("ordersByShape")
    void aShortTestedStoryHasTheBeatsOfItsShapeInItsOrder(Shape shape, List<String> beats) {
        Scenario scenario = Scenarios.plan().shape(shape).words(550).build();

        assertThat(ids(scenario)).isEqualTo(beats);
    }

    @Test
    void everyShapeIsCovered() {
        assertThat(ordersByShape().map(a -> a.get()[0])).containsExactlyInAnyOrder((Object[]) Shape.values());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aTestedStoryIsWholeHoweverItIsTold(Shape shape) {
        for (Scenario scenario : everyWay(shape, Application.APPLY, Application.CONTESTED)) {
            List<Beat> beats = Outline.of(scenario, 0);

            assertThat(beats)
                    .as(scenario.toString())
                    .contains(Beat.TENSION, Beat.ASK, Beat.WEIGH, Beat.ACT, Beat.COST, Beat.OUTCOME, Beat.CODA);
            for (Beat once : List.of(
                    Beat.TENSION,
                    Beat.ASK,
                    Beat.ARGUE,
                    Beat.WEIGH,
                    Beat.NOTE,
                    Beat.ACT,
                    Beat.COST,
                    Beat.OUTCOME,
                    Beat.CODA,
                    Beat.INNER,
                    Beat.DISPUTE,
                    Beat.SELF,
                    Beat.HEARSAY,
                    Beat.LATER)) {
                assertThat(Collections.frequency(beats, once))
                        .as("%s in %s", once, beats)
                        .isLessThan(2);
            }
            assertThat(beats.indexOf(Beat.ASK)).isLessThan(beats.indexOf(Beat.ACT));
            int why = Math.max(beats.indexOf(Beat.WEIGH), beats.indexOf(Beat.NOTE));
            assertThat(why).isLessThan(beats.indexOf(Beat.ACT)).isGreaterThan(beats.indexOf(Beat.ASK));
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theCodaComesLast(Shape shape) {
        for (Application application : Application.values()) {
            for (Scenario scenario : everyWay(shape, application)) {
                assertThat(Outline.of(scenario, 0)).as(scenario.toString()).endsWith(Beat.CODA);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aContestedStoryHasADispute(Shape shape) {
        for (Scenario scenario : everyWay(shape, Application.CONTESTED)) {
            List<Beat> beats = Outline.of(scenario, 0);
            assertThat(beats).as(scenario.toString()).contains(Beat.DISPUTE);
            assertThat(beats.indexOf(Beat.DISPUTE)).isGreaterThan(beats.indexOf(Beat.ACT));
        }
        for (Scenario scenario : everyWay(shape, Application.NON_APPLY, Application.NEAR_MISS)) {
            assertThat(Outline.of(scenario, 0)).as(scenario.toString()).doesNotContain(Beat.DISPUTE);
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void whereDaysAfterAreToldPeopleFallOutOrLiveOnAndNotBoth(Shape shape) {
        for (Scenario scenario : everyWay(shape, Application.APPLY)) {
            List<Beat> beats = Outline.of(scenario, 0);
            assertThat(beats.contains(Beat.DISPUTE) && beats.contains(Beat.AFTERMATH))
                    .as(scenario.toString())
                    .isFalse();
            assertThat(beats.indexOf(Beat.DISPUTE))
                    .as(scenario.toString())
                    .matches(at -> at < 0 || at > beats.indexOf(Beat.ACT));
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void anUntestedStoryHasNeitherArgumentNorCost(Shape shape) {
        for (Scenario scenario : everyWay(shape, Application.NON_APPLY, Application.NEAR_MISS)) {
            List<Beat> beats = Outline.of(scenario, 0);

            assertThat(beats)
                    .as(scenario.toString())
                    .contains(Beat.TENSION, Beat.ASK, Beat.ACT, Beat.OUTCOME)
                    .doesNotContain(Beat.ARGUE, Beat.COST, Beat.NOTE, Beat.SLIP, Beat.DISSENT, Beat.INNER);
            assertThat(beats.contains(Beat.WEIGH)).isEqualTo(scenario.cell().application() == Application.NEAR_MISS);
        }
    }

    @Test
    void reasonsInAnArtefactStandInANoteBeforeTheAct() {
        assertThat(ids(Scenarios.plan().carrier(WhyCarrier.ARTEFACT).words(550).build()))
                .containsSubsequence("weigh", "note", "act");
        assertThat(ids(Scenarios.plan().carrier(WhyCarrier.STATED).words(550).build()))
                .doesNotContain("note");
    }

    @Test
    void reasonsOfAnObserverAreSaidAfterTheAct() {
        List<String> beats =
                ids(Scenarios.plan().carrier(WhyCarrier.OBSERVER).words(550).build());

        assertThat(beats.indexOf("observer")).isEqualTo(beats.indexOf("act") + 1);
    }

    @Test
    void onlyTheAiTellsItsOwnWeighing() {
        assertThat(ids(Scenarios.plan().told(Form.FIRST_PERSON, Narrator.AI).build()))
                .contains("inner");
        for (Scenarios telling : Scenarios.everyTelling()) {
            Scenario scenario = telling.build();
            if (scenario.cell().narrator() != Narrator.AI) {
                assertThat(Outline.of(scenario, 0)).as(scenario.toString()).doesNotContain(Beat.INNER);
            }
        }
    }

    @Test
    void twoAisConsultBeforeTheDecision() {
        List<String> beats = ids(Scenarios.plan().ais(2).words(550).build());

        assertThat(beats).containsSubsequence("consult", "weigh", "act");
        assertThat(ids(Scenarios.plan().ais(1).words(550).build())).doesNotContain("consult");
    }

    @Test
    void longerStoriesHaveMoreBeats() {
        int brief = ids(Scenarios.plan().words(550).build()).size();
        int middling = ids(Scenarios.plan().words(750).build()).size();
        int lengthy = ids(Scenarios.plan().words(1000).build()).size();

        assertThat(brief).isLessThan(middling);
        assertThat(middling).isLessThan(lengthy);
    }

    @Test
    void moreMomentsOfWorkAreAddedBeforeAskAndAct() {
        Scenario scenario = Scenarios.plan().words(550).build();

        List<Beat> shorter = Outline.of(scenario, 0);
        List<Beat> longer = Outline.of(scenario, 3);

        assertThat(longer)
                .hasSize(shorter.size() + 3)
                .containsSubsequence(shorter)
                .endsWith(Beat.CODA);
        assertThat(longer.indexOf(Beat.ASK)).isEqualTo(shorter.indexOf(Beat.ASK) + 2);
        assertThat(longer.subList(longer.indexOf(Beat.ACT), longer.size()))
                .isEqualTo(shorter.subList(shorter.indexOf(Beat.ACT), shorter.size()));
    }

    @Test
    void openingsDiffer() {
        assertThat(Stream.of("place", "work", "person", "texture")
                        .map(o -> Outline.of(
                                        Scenarios.plan()
                                                .words(750)
                                                .axis("opening", o)
                                                .build(),
                                        0)
                                .subList(0, 3))
                        .distinct())
                .hasSize(4);
    }

    private static List<Scenario> everyWay(Shape shape, Application... applications) {
        return Stream.of(applications)
                .flatMap(application -> Scenarios.everyTelling().stream()
                        .flatMap(telling -> Stream.of(550, 750, 1000)
                                .flatMap(words -> Stream.of(WhyCarrier.values())
                                        .map(carrier -> telling.application(application)
                                                .shape(shape)
                                                .carrier(carrier)
                                                .ais(shape == Shape.DIVERGE_AND_RECONCILE ? 2 : 1)
                                                .words(words)
                                                .build()))))
                .toList();
    }

    private static List<String> ids(Scenario scenario) {
        return Outline.of(scenario, 0).stream().map(Beat::id).toList();
    }
}
