package dev.parable.generator;

import dev.parable.domain.Outcome;
import dev.parable.quality.Diversity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks at the first scenarios of a large run and stops it if most of them come to nothing or if the stories are too alike:
 * what a hundred thousand would cost is then not spent. It is a run of its own before the rest, so that nothing is under
 * way, and paid for, when it stops.
 */
final class Pilot {

    /** The samples are the same in every run. */
    private static final long SEED = 1;

    /**
     * When to stop.
     *
     * @param lost largest share of scenarios that may be rejected or untold, 0 to 1
     * @param shared4 largest share of 4-grams that another story may have too, in the protocol of {@link Diversity}
     */
    record Limits(double lost, double shared4) {

        /**
         * An LLM's stories of many prompts share 0.01 to 0.08 of their 4-grams; a fifth means that one prompt came through
         * in all of them.
         */
        static final Limits TOLD = new Limits(0.5, 0.2);
        /** The composer's share more the fewer archetypes are told of: 0.11 of all that ship, 0.43 of one. */
        static final Limits COMPOSED = new Limits(0.5, 0.7);
    }

    private final Limits limits;
    private final int scenarios;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> lost = new TreeMap<>();

    /** @param scenarios how many it is of */
    Pilot(int scenarios, Limits limits) {
        this.scenarios = scenarios;
        this.limits = limits;
    }

    /** Takes note of an outcome of the pilot. */
    void landed(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> texts.add(accepted.story().text());
            case Outcome.Rejected rejected ->
                lost.merge(rejected.verdict().reason().id(), 1, Integer::sum);
            case Outcome.Untold untold -> lost.merge(untold.telling().cause(), 1, Integer::sum);
        }
    }

    /** Throws {@link PilotStopped} if a limit is exceeded. */
    void check() {
        List<String> trips = trips();
        if (!trips.isEmpty()) {
            throw new PilotStopped("the pilot of %d scenarios says that the rest is not worth telling: %s"
                    .formatted(scenarios, String.join("; ", trips)));
        }
    }

    private List<String> trips() {
        var trips = new ArrayList<String>();
        double gone = 1 - texts.size() / (double) scenarios;
        if (gone > limits.lost()) {
            trips.add("%.0f %% came to nothing (limit %.0f %%): %s"
                    .formatted(100 * gone, 100 * limits.lost(), reasons()));
        }
        if (!texts.isEmpty()) {
            Diversity.Figures figures = Diversity.measure(texts, SEED);
            if (!figures.isUndersampled() && figures.shared4().mean() > limits.shared4()) {
                trips.add(
                        "%.0f %% of the words in fours stand in another story too (limit %.0f %%); %.0f %% open with '%s'"
                                .formatted(
                                        100 * figures.shared4().mean(),
                                        100 * limits.shared4(),
                                        100 * figures.opening().share(),
                                        figures.opening().what()));
            }
        }
        return trips;
    }

    private String reasons() {
        return lost.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
    }
}
