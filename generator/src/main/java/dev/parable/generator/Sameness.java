package dev.parable.generator;

import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns which values of the plan bring stories that repeat others, and has them dealt less often in the waves after. A
 * value is told of where at least {@value #FEWEST} of its stories were turned away as repetitions and they are twice as
 * common among its stories as among all; it then keeps the share of its weight that its stories' success has beside that of
 * all, and never less than {@value #LEAST} percent, so that nothing is dropped for good.
 *
 * <p>Depends only on the outcomes before, in plan order, so that a run that goes on learns the same.
 */
final class Sameness {

    private static final int FEWEST = 5;
    private static final int LEAST = 25;

    /** Quotas decide these, or the premise does, and a damper on them would do nothing. */
    private static final Set<String> DECIDED = Set.of("archetype", "application", "facet", "ais", "narrator", "world");

    private static final class Tally {
        int told;
        int repeated;
    }

    private final Map<String, Map<String, Tally>> tallies = new TreeMap<>();
    private final Tally all = new Tally();

    /** Takes note of an outcome. What was not told says nothing here. */
    void landed(Outcome outcome) {
        boolean repeated = outcome instanceof Outcome.Rejected rejected
                && rejected.verdict().reason().isSameness();
        if (repeated || outcome instanceof Outcome.Accepted) {
            count(all, repeated);
            Scenario scenario = outcome.scenario();
            scenario.axes().forEach((axis, value) -> {
                if (!DECIDED.contains(axis)) {
                    count(
                            tallies.computeIfAbsent(axis, a -> new TreeMap<>())
                                    .computeIfAbsent(value, v -> new Tally()),
                            repeated);
                }
            });
        }
    }

    private static void count(Tally tally, boolean repeated) {
        tally.told++;
        tally.repeated += repeated ? 1 : 0;
    }

    /** By axis and value, in percent, as {@link dev.parable.archetypes.Wave} has them. */
    Map<String, Map<String, Integer>> dampers() {
        var dampers = new TreeMap<String, Map<String, Integer>>();
        tallies.forEach((axis, values) -> values.forEach((value, tally) -> {
            // Cross products of counts, and no division that a platform could round otherwise.
            if (tally.repeated >= FEWEST && (long) tally.repeated * all.told >= 2L * all.repeated * tally.told) {
                long percent = 100L
                        * ((long) (tally.told - tally.repeated) * all.told)
                        / Math.max(1, (long) (all.told - all.repeated) * tally.told);
                dampers.computeIfAbsent(axis, a -> new TreeMap<>()).put(value, Math.clamp(percent, LEAST, 99));
            }
        }));
        return dampers;
    }
}
