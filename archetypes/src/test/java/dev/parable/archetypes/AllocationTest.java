package dev.parable.archetypes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Application;
import dev.parable.domain.Archetype;
import dev.parable.domain.Cell;
import dev.parable.domain.Narrator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Shares of the quota cells; the library's archetypes all serve every application. */
class AllocationTest {

    @Test
    void sharesAddUpForEveryCount() {
        for (int count = 1; count <= 3_000; count++) {
            Map<Cell, Integer> shares = new Allocation(Planning.ARCHETYPES, 17).share(count);

            assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
                    .as("count %d", count)
                    .isEqualTo(count);
            assertThat(shares.values()).as("count %d", count).allMatch(n -> n > 0);
        }
    }

    @Test
    void archetypesAreWithinOneOfEachOther() {
        for (int count = 1; count <= 3_000; count += 37) {
            Map<String, Integer> by = by(share(count), Cell::archetype);
            int most = by.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            int fewest = by.size() < Planning.ARCHETYPES.size()
                    ? 0
                    : by.values().stream().mapToInt(Integer::intValue).min().orElse(0);

            assertThat(most - fewest).as("count %d: %s", count, by).isLessThanOrEqualTo(1);
        }
    }

    /** An application's share differs from its weight's by rounding alone, which is carried from archetype to archetype. */
    @Test
    void applicationsFollowTheirWeights() {
        for (int count = 1; count <= 3_000; count += 7) {
            Map<Application, Integer> by = by(share(count), Cell::application);
            for (Application application : Application.values()) {
                double due = count * Allocation.APPLICATIONS.getOrDefault(application, 0) / 100.0;

                assertThat((double) by.getOrDefault(application, 0))
                        .as("%s of %d", application, count)
                        .isBetween(due - 2, due + 2);
            }
        }
    }

    @Test
    void facetsOfAnArchetypeFollowTheirWeights() {
        Map<Cell, Integer> shares = share(3_000);
        for (Archetype archetype : Planning.ARCHETYPES) {
            int all = archetype.facets().stream()
                    .mapToInt(Archetype.Facet::weight)
                    .sum();
            int ofArchetype =
                    sum(shares, c -> c.archetype().equals(archetype.id()) && c.application() == Application.APPLY);
            boolean every = archetype.facets().stream()
                    .allMatch(f -> !Allocation.premises(f, Application.APPLY).isEmpty());
            if (every) {
                for (Archetype.Facet facet : archetype.facets()) {
                    int ofFacet = sum(
                            shares,
                            c -> c.archetype().equals(archetype.id())
                                    && c.application() == Application.APPLY
                                    && c.facet().equals(facet.id()));

                    assertThat((double) ofFacet)
                            .as("%s/%s of %d", archetype.id(), facet.id(), ofArchetype)
                            .isBetween(
                                    (double) ofArchetype * facet.weight() / all - 1,
                                    (double) ofArchetype * facet.weight() / all + 1);
                }
            }
        }
    }

    @Test
    void narratorsFollowTheirWeights() {
        Map<Narrator, Integer> by = by(share(3_000), Cell::narrator);
        var weights = Map.of(
                Narrator.OUTSIDE, 56, Narrator.AI, 14, Narrator.PRESSER, 9, Narrator.DECIDER, 9, Narrator.OTHER, 12);

        weights.forEach((narrator, weight) -> assertThat((double) by.getOrDefault(narrator, 0))
                .as(narrator.id())
                .isBetween(30.0 * weight - 5, 30.0 * weight + 5));
    }

    @Test
    void aWeightThatNeverMakesAWholeIsCarriedUntilItDoes() {
        // Ten archetypes with ten scenarios each: one in ten of each would be one each; five each would round to none.
        List<Archetype> archetypes = Planning.ARCHETYPES;
        int count = archetypes.size() * 4;
        Map<Application, Integer> by = by(new Allocation(archetypes, 3).share(count), Cell::application);

        for (Application application : List.of(Application.NON_APPLY, Application.NEAR_MISS, Application.CONTESTED)) {
            assertThat((double) by.getOrDefault(application, 0))
                    .as("%s of %d, four to an archetype", application, count)
                    .isBetween(Math.floor(count * 0.1), Math.ceil(count * 0.1));
        }
    }

    @Test
    void twoOrMoreAisAreInThreeOfTenAtLeast() {
        for (int count : List.of(300, 1_000, 3_000, 10_000)) {
            int several = sum(share(count), c -> c.ais() >= 2);

            assertThat(several).as("of %d", count).isGreaterThanOrEqualTo(count * 3 / 10);
        }
    }

    @Test
    void everyCellHasAPremise() {
        Map<String, Archetype> byId = new LinkedHashMap<>();
        Planning.ARCHETYPES.forEach(a -> byId.put(a.id(), a));
        share(3_000).keySet().forEach(cell -> {
            Archetype archetype = Objects.requireNonNull(byId.get(cell.archetype()));
            assertThat(PlanAxes.premises(archetype, cell)).as(cell.id()).isNotEmpty();
        });
    }

    @Test
    void anotherKeyBreaksTiesOtherwise() {
        assertThat(new Allocation(Planning.ARCHETYPES, 1).share(5).keySet())
                .isNotEqualTo(new Allocation(Planning.ARCHETYPES, 2).share(5).keySet());
    }

    private static Map<Cell, Integer> share(int count) {
        return new Allocation(Planning.ARCHETYPES, 17).share(count);
    }

    private static <K> Map<K, Integer> by(Map<Cell, Integer> shares, Function<Cell, K> key) {
        var by = new LinkedHashMap<K, Integer>();
        shares.forEach((cell, n) -> by.merge(key.apply(cell), n, Integer::sum));
        return by;
    }

    private static int sum(Map<Cell, Integer> shares, java.util.function.Predicate<Cell> which) {
        return shares.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
