package dev.parable.generator;

import dev.parable.quality.Diversity;
import dev.parable.quality.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pilot says of the run that it is the beginning of.
 *
 * @param count accepted stories that the run is to have
 * @param scenarios how many were told
 * @param accepted how many of them became stories that stand
 * @param rate accepted of told, 0 to 1
 * @param low the lower end of its interval (Wilson 1927, 95 %)
 * @param high the upper end
 * @param lost how many came to nothing, by cause, the commonest first
 * @param openings the commonest first three words, with their share of told stories
 * @param names the commonest names that no plan dealt, with their share of told stories
 * @param shared4 share of 4-grams that another accepted story has too, 0 to 1; null of fewer than 150 stories
 * @param refused scenarios that were declined
 * @param judged stories that came to the judges
 * @param unjudged stories that a judge gave no readable answer on
 * @param limits the stop rules' limits by what they limit, shares from 0 to 1
 * @param trips the stop rules that tripped, each with its figure and limit; empty if the pilot passed
 * @param took what the pilot's completions took, whenever they were paid for; empty for the composer
 * @param estimate what the run would take; null for the composer, and where nothing was accepted
 */
public record PilotReport(
        int count,
        int scenarios,
        int accepted,
        double rate,
        double low,
        double high,
        Map<String, Integer> lost,
        List<Diversity.Share> openings,
        List<Diversity.Share> names,
        @Nullable Double shared4,
        int refused,
        int judged,
        int unjudged,
        Map<String, Double> limits,
        List<String> trips,
        List<Estimate.Part> took,
        @Nullable Estimate estimate) {

    public PilotReport {
        lost = Collections.unmodifiableMap(new LinkedHashMap<>(lost));
        openings = List.copyOf(openings);
        names = List.copyOf(names);
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        trips = List.copyOf(trips);
        took = List.copyOf(took);
    }

    /** Whether no stop rule tripped. */
    public boolean passed() {
        return trips.isEmpty();
    }

    /** @param judges what is wrong with the judges, a line each; each trips */
    static PilotReport of(int count, Pilot pilot, List<String> judges, PilotRun.Account account) {
        Pilot.Figures figures = pilot.figures();
        var rate = new Proportion(figures.accepted(), figures.scenarios());
        List<Ledger.Spent> spent = account.spent().get();
        var trips = new ArrayList<>(figures.trips());
        trips.addAll(judges);
        return new PilotReport(
                count,
                figures.scenarios(),
                figures.accepted(),
                rate.share(),
                rate.low(),
                rate.high(),
                figures.lost(),
                figures.openings(),
                figures.names(),
                figures.shared4(),
                figures.refused(),
                figures.judged(),
                figures.unjudged(),
                limits(pilot.limits()),
                trips,
                account.models() == null ? List.of() : Estimate.parts(spent, account.models(), 1),
                account.models() == null || figures.accepted() == 0 || spent.isEmpty()
                        ? null
                        : Estimate.of(figures.scenarios(), figures.accepted(), spent, account.models(), count));
    }

    private static Map<String, Double> limits(Pilot.Limits limits) {
        var named = new LinkedHashMap<String, Double>();
        named.put("lost", limits.lost());
        named.put("shared4", limits.shared4());
        named.put("openings", limits.openings());
        named.put("names", limits.names());
        named.put("refused", limits.refused());
        named.put("unjudged", limits.unjudged());
        return named;
    }
}
