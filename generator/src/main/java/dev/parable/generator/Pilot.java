package dev.parable.generator;

import dev.parable.domain.Outcome;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.quality.Criterion;
import dev.parable.quality.Diversity;
import dev.parable.quality.Habits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first scenarios of a large run and stops it if most of them come to nothing, if the stories are too alike, or
 * if the storyteller or a judge does not do its work: what a hundred thousand would cost is then not spent. It is a run of
 * its own before the rest, so that nothing is under way, and paid for, when it stops.
 */
final class Pilot {

    /** The samples are the same in every run. */
    private static final long SEED = 1;

    /** So few stories may share something in a small pilot, whatever their share. */
    private static final int FEWEST = 5;

    private static final int SHOWN = 6;

    private static final Set<String> JUDGES =
            Arrays.stream(Criterion.values()).map(Criterion::id).collect(Collectors.toUnmodifiableSet());

    private static final String REFUSED = "refused";

    /**
     * When to stop; shares, 0 to 1.
     *
     * @param lost largest share of scenarios that may be rejected or untold
     * @param shared4 largest share of 4-grams that another story may have too, in the protocol of {@link Diversity}
     * @param openings largest share of told stories with the same first three words
     * @param names largest share of told stories with the same name that no plan dealt
     * @param refused largest share of scenarios that the model, its server or a text of refusal may decline
     * @param unjudged largest share of stories that were to be judged and whose judge gave no answer that could be read
     */
    record Limits(double lost, double shared4, double openings, double names, double refused, double unjudged) {

        /**
         * An LLM's stories of many prompts share 0.01 to 0.08 of their 4-grams; a fifth means that one prompt came through
         * in all of them. Human fiction's commonest opening has 1.3 %, and no name of it 1 %: ten times that is a habit. What
         * is refused, or unjudged, is paid for all the same, and biases what is left.
         */
        static final Limits TOLD = new Limits(0.5, 0.2, 0.15, 0.10, 0.10, 0.05);
        /**
         * The composer's share more the fewer archetypes are told of: 0.11 of all that ship, 0.43 of one. How
         * it opens and whom it names is its bank's, which the governor keeps within bounds.
         */
        static final Limits COMPOSED = new Limits(0.5, 0.7, 1, 1, 0.10, 0.05);
    }

    private final Limits limits;
    private final int scenarios;
    private final List<String> texts = new ArrayList<>();
    private final Habits habits = new Habits();
    private final Map<String, Integer> lost = new TreeMap<>();
    private int refused;
    private int judged;
    private int unjudged;

    /** @param scenarios how many it is of */
    Pilot(int scenarios, Limits limits) {
        this.scenarios = scenarios;
        this.limits = limits;
    }

    /** Takes note of an outcome of the pilot. */
    void landed(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                texts.add(accepted.story().text());
                told(accepted.story());
                judged += accepted.measures().stream().anyMatch(m -> JUDGES.contains(m.gate())) ? 1 : 0;
            }
            case Outcome.Rejected rejected -> {
                Reason reason = rejected.verdict().reason();
                lost.merge(reason.id(), 1, Integer::sum);
                refused += reason == Reason.REFUSAL ? 1 : 0;
                judged += JUDGES.contains(rejected.verdict().measure().gate()) ? 1 : 0;
                unjudged += reason == Reason.UNJUDGED ? 1 : 0;
                told(rejected.story());
            }
            case Outcome.Untold untold -> {
                lost.merge(untold.telling().cause(), 1, Integer::sum);
                refused += untold.telling().cause().equals(REFUSED) ? 1 : 0;
            }
        }
    }

    /** Also what a gate turns away is the storyteller's habit. */
    private void told(Story story) {
        habits.add(story);
    }

    /** Throws {@link PilotStopped} if a limit is exceeded. */
    void check() {
        List<String> trips = figures().trips();
        if (!trips.isEmpty()) {
            throw new PilotStopped("the pilot of %d scenarios says that the rest is not worth telling: %s"
                    .formatted(scenarios, String.join("; ", trips)));
        }
    }

    /** What is known after the last outcome. */
    Figures figures() {
        Diversity.@Nullable Figures diversity = texts.isEmpty() ? null : Diversity.measure(texts, SEED);
        return new Figures(
                scenarios,
                texts.size(),
                reasons(),
                diversity == null || diversity.isUndersampled()
                        ? null
                        : diversity.shared4().mean(),
                habits.openings(SHOWN),
                habits.names(SHOWN),
                refused,
                judged,
                unjudged,
                trips(diversity));
    }

    /**
     * What a pilot found.
     *
     * @param scenarios how many there were
     * @param accepted how many of them became stories that stand
     * @param lost how many came to nothing, by cause, the commonest first
     * @param shared4 share of 4-grams that another accepted story has too, 0 to 1; null of fewer than 150 stories
     * @param openings the commonest first three words, with their share of told stories
     * @param names the commonest names that no plan dealt, with their share of told stories
     * @param refused how many the model, its server or a text of refusal declined
     * @param judged how many stories came to the judges
     * @param unjudged how many of these some judge gave no answer on that could be read
     * @param trips the stop rules that tripped, each with its figure and limit; empty if it passed
     */
    record Figures(
            int scenarios,
            int accepted,
            Map<String, Integer> lost,
            @Nullable Double shared4,
            List<Diversity.Share> openings,
            List<Diversity.Share> names,
            int refused,
            int judged,
            int unjudged,
            List<String> trips) {}

    Limits limits() {
        return limits;
    }

    private List<String> trips(Diversity.@Nullable Figures diversity) {
        var trips = new ArrayList<String>();
        double gone = 1 - texts.size() / (double) scenarios;
        if (gone > limits.lost()) {
            trips.add(
                    "%.0f %% came to nothing (limit %.0f %%): %s".formatted(100 * gone, 100 * limits.lost(), causes()));
        }
        if (diversity != null
                && !diversity.isUndersampled()
                && diversity.shared4().mean() > limits.shared4()) {
            trips.add("%.0f %% of the words in fours stand in another story too (limit %.0f %%); %.0f %% open with '%s'"
                    .formatted(
                            100 * diversity.shared4().mean(),
                            100 * limits.shared4(),
                            100 * diversity.opening().share(),
                            diversity.opening().what()));
        }
        common(trips, "open with", habits.openings(1), limits.openings());
        common(trips, "have the name", habits.names(1), limits.names());
        exceeded(trips, "of the scenarios were refused", refused, scenarios, limits.refused());
        exceeded(
                trips,
                "of the stories for a judge got no answer that could be read",
                unjudged,
                judged,
                limits.unjudged());
        return trips;
    }

    private void common(List<String> trips, String what, List<Diversity.Share> commonest, double limit) {
        for (Diversity.Share share : commonest) {
            if (share.share() > limit && share.share() * habits.stories() > FEWEST) {
                trips.add(String.format(
                        Locale.ROOT,
                        "%.0f %% of the told stories %s '%s' (limit %.0f %%)",
                        100 * share.share(),
                        what,
                        share.what(),
                        100 * limit));
            }
        }
    }

    private static void exceeded(List<String> trips, String what, int count, int of, double limit) {
        if (count > limit * of) {
            trips.add("%d of %d %s (limit %.0f %%)".formatted(count, of, what, 100 * limit));
        }
    }

    private String causes() {
        return reasons().entrySet().stream()
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The commonest first. */
    private Map<String, Integer> reasons() {
        var reasons = new LinkedHashMap<String, Integer>();
        lost.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> reasons.put(reason.getKey(), reason.getValue()));
        return reasons;
    }
}
