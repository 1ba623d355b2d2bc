package dev.parable.output;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run's card and report tell. Plain facts: nothing here is computed from the clock or the network.
 *
 * @param name the run's name
 * @param seed the run's seed
 * @param target accepted stories that were asked for
 * @param counts what became of the scenarios
 * @param licence SPDX identifier of the stories' licence
 * @param language of the stories, as a BCP 47 tag such as {@code en}
 * @param funnel the gates in the order in which stories pass them, see {@link GateStep#funnel}
 * @param tally what the accepted stories hold
 * @param diversity how diverse the accepted stories are
 * @param shortCells cells that got fewer stories than were planned
 * @param settings the run's settings, resolved
 * @param specs the SHA-256 of each spec, by archetype
 * @param limits known limits, a sentence each
 * @param judges how the judges did on planted texts; empty where none was asked
 */
public record RunFacts(
        String name,
        long seed,
        long target,
        Counts counts,
        String licence,
        String language,
        List<GateStep> funnel,
        Tally tally,
        List<Figure> diversity,
        List<ShortCell> shortCells,
        Map<String, String> settings,
        Map<String, String> specs,
        List<String> limits,
        List<JudgeCheck> judges) {

    /** Throws {@link IllegalArgumentException} if the tally is of other stories than the counts. */
    public RunFacts {
        funnel = List.copyOf(funnel);
        diversity = List.copyOf(diversity);
        shortCells = List.copyOf(shortCells);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        specs = Collections.unmodifiableMap(new LinkedHashMap<>(specs));
        limits = List.copyOf(limits);
        judges = List.copyOf(judges);
        if (tally.stories() != counts.accepted()) {
            throw new IllegalArgumentException(
                    "the tally holds %d stories, but %d were accepted in run %s; tally it again"
                            .formatted(tally.stories(), counts.accepted(), name));
        }
    }

    /**
     * A figure of diversity.
     *
     * @param name such as "distinct 4-grams"
     * @param value in this run, in the figure's own unit
     * @param human the same figure of human fiction of like length and number; null where there is none
     * @param note how to read it: unit, which way is better, what the human figure was taken from
     */
    public record Figure(
            String name, double value, @Nullable Double human, String note) {}

    /** A cell that fell short: its id, what was planned for it, what was accepted, and why. */
    public record ShortCell(String cell, long planned, long accepted, String reason) {}
}
