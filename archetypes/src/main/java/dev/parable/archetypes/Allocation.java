package dev.parable.archetypes;

import dev.parable.domain.Application;
import dev.parable.domain.Archetype;
import dev.parable.domain.Archetype.Facet;
import dev.parable.domain.Cell;
import dev.parable.domain.Keyed;
import dev.parable.domain.Narrator;
import dev.parable.domain.Premise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Shares a number of scenarios out over the quota cells by the largest-remainder method (Hamilton), one level after the
 * other: archetype, application, facet, AIs, narrator. What a level's rounding owes to a value is carried to the next
 * parent, so that small parents do not all round towards the commonest value.
 */
final class Allocation {

    static final Map<Application, Integer> APPLICATIONS = Map.of(
            Application.APPLY, 70, Application.NON_APPLY, 10, Application.NEAR_MISS, 10, Application.CONTESTED, 10);
    static final List<Integer> AIS = List.of(1, 2, 3);
    private static final List<Narrator> NARRATORS = List.of(Narrator.values());
    private static final List<Application> APPLICATION_ORDER = List.of(Application.values());

    private final List<Archetype> archetypes;
    private final long key;
    private final Map<String, Map<Object, Double>> owed = new LinkedHashMap<>();

    Allocation(List<Archetype> archetypes, long key) {
        this.archetypes = archetypes;
        this.key = key;
    }

    /** The cells that get at least one of {@code count} scenarios, with their shares; the shares add up to it. */
    Map<Cell, Integer> share(int count) {
        var cells = new LinkedHashMap<Cell, Integer>();
        share("archetype", archetypes, a -> 1, count).forEach((archetype, ofArchetype) -> {
            var applications = APPLICATION_ORDER.stream()
                    .filter(a -> archetype.facets().stream()
                            .anyMatch(f -> !premises(f, a).isEmpty()))
                    .toList();
            share("application", applications, APPLICATIONS::get, ofArchetype).forEach((application, ofApplication) -> {
                var facets = archetype.facets().stream()
                        .filter(f -> !premises(f, application).isEmpty())
                        .toList();
                share("facet/" + archetype.id() + "/" + application, facets, Facet::weight, ofApplication)
                        .forEach((facet, ofFacet) -> casts(archetype, application, facet, ofFacet, cells));
            });
        });
        return cells;
    }

    private void casts(Archetype archetype, Application application, Facet facet, int count, Map<Cell, Integer> cells) {
        var ais = AIS.stream()
                .filter(n -> premises(facet, application).stream().anyMatch(p -> admits(p, application, n)))
                .toList();
        share("ais/" + ais, ais, Allocation::aiWeight, count)
                .forEach((n, ofCast) -> share("narrator", NARRATORS, Allocation::narratorWeight, ofCast)
                        .forEach((narrator, ofNarrator) -> cells.merge(
                                new Cell(archetype.id(), application, facet.id(), n, narrator),
                                ofNarrator,
                                Integer::sum)));
    }

    /** The premises of a facet that serve an application; contested stories are told of apply premises too. */
    static List<Premise> premises(Facet facet, Application application) {
        return facet.premises().stream()
                .filter(p -> p.application() == application
                        || (application == Application.CONTESTED && p.application() == Application.APPLY))
                .toList();
    }

    /** Whether a premise can be told with so many AIs; where nothing is tested, nobody is there who has no part in it. */
    static boolean admits(Premise premise, Application application, int ais) {
        boolean tested = application == Application.APPLY || application == Application.CONTESTED;
        return premise.minAis() <= ais && ais <= (tested ? premise.maxAis() : premise.minAis());
    }

    /** Two in five where something is tested, which is four stories in five: three in ten of a run at least. */
    private static int aiWeight(int ais) {
        return switch (ais) {
            case 1 -> 58;
            case 2 -> 38;
            default -> 8;
        };
    }

    /** In hundredths. Nine forms of sixteen have nobody in the story for a narrator; the rest have their sixteenths too. */
    private static int narratorWeight(Narrator narrator) {
        return switch (narrator) {
            case OUTSIDE -> 56;
            case AI -> 14;
            case PRESSER, DECIDER -> 9;
            case OTHER -> 12;
        };
    }

    private <T> Map<T, Integer> share(String level, List<T> values, ToIntFunction<T> weight, int count) {
        int total = values.stream().mapToInt(weight).sum();
        Map<Object, Double> debts = owed.computeIfAbsent(level, l -> new LinkedHashMap<>());
        for (T value : values) {
            debts.merge(value, (double) count * weight.applyAsInt(value) / total, Double::sum);
        }
        int[] shares = round(
                values.stream().mapToDouble(v -> debts.getOrDefault(v, 0.0)).toArray(), count, level);
        var result = new LinkedHashMap<T, Integer>();
        for (int i = 0; i < shares.length; i++) {
            debts.merge(values.get(i), (double) -shares[i], Double::sum);
            if (shares[i] > 0) {
                result.put(values.get(i), shares[i]);
            }
        }
        return result;
    }

    /** Whole shares of {@code count} that follow what is due: the floors first, then the largest remainders. */
    private int[] round(double[] due, int count, String level) {
        int[] shares = new int[due.length];
        int given = 0;
        for (int i = 0; i < due.length; i++) {
            shares[i] = Math.max(0, (int) Math.floor(due[i] + 1e-9));
            given += shares[i];
        }
        Comparator<Integer> byRemainder = Comparator.comparingDouble(i -> shares[i] - due[i]);
        Function<Integer, Long> tie = i -> Keyed.key(Keyed.key(key, level), i);
        while (given != count) {
            int step = given < count ? 1 : -1;
            List<Integer> order = new ArrayList<>(IntStream.range(0, due.length)
                    .filter(i -> step > 0 || shares[i] > 0)
                    .boxed()
                    .sorted((step > 0 ? byRemainder : byRemainder.reversed()).thenComparing(tie))
                    .toList());
            shares[order.getFirst()] += step;
            given += step;
        }
        return shares;
    }
}
