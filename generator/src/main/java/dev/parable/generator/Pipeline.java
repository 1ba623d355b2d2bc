package dev.parable.generator;

import dev.parable.domain.Gate;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * The way of a scenario: told and gated beside others, admitted in plan order, then read by the judges, beside others
 * again, and landed in plan order. So a judge is paid for nothing that a gate or a duplicate turns away. Each scenario has
 * exactly one outcome, and the outcomes do not depend on how many are told at once.
 */
final class Pipeline {

    private final Storyteller teller;
    private final List<Gate> gates;
    private final Gate library;
    private final List<Gate> judges;
    private final int window;

    /**
     * @param gates stateless gates, cheapest first; the first rejection wins
     * @param library the stateful gate, asked after them, in plan order, by one thread; what it admits counts for the
     *     stories after it, whatever the judges say
     * @param judges gates that ask a model, asked last, each only of what the one before let pass
     * @param window how many scenarios are told at once
     */
    Pipeline(Storyteller teller, List<Gate> gates, Gate library, List<Gate> judges, int window) {
        this.teller = teller;
        this.gates = List.copyOf(gates);
        this.library = library;
        this.judges = List.copyOf(judges);
        this.window = window;
    }

    /** Runs every scenario through; {@code shards} gets the outcomes in plan order, on the calling thread. */
    void run(List<Scenario> scenarios, Consumer<Outcome> shards) {
        outcomes(scenarios).forEach(shards);
    }

    private Stream<Outcome> outcomes(List<Scenario> scenarios) {
        Stream<Outcome> admitted = scenarios.stream()
                .gather(Gatherers.mapConcurrent(window, scenario -> gated(teller.tell(scenario))))
                .map(outcome -> onward(outcome, List.of(library)));
        return judges.isEmpty()
                ? admitted
                : admitted.gather(Gatherers.mapConcurrent(window, outcome -> onward(outcome, judges)));
    }

    private Outcome gated(Telling telling) {
        return switch (telling) {
            case Telling.Told told -> passed(gates, new Outcome.Accepted(told.story(), List.of()));
            case Telling.Untold untold -> new Outcome.Untold(untold);
        };
    }

    private static Outcome onward(Outcome outcome, List<Gate> gates) {
        return outcome instanceof Outcome.Accepted accepted ? passed(gates, accepted) : outcome;
    }

    private static Outcome passed(List<Gate> gates, Outcome.Accepted before) {
        Story story = before.story();
        var measures = new ArrayList<>(before.measures());
        for (Gate gate : gates) {
            switch (gate.judge(story)) {
                case Verdict.Passed passed -> measures.addAll(passed.measures());
                case Verdict.Rejected rejected -> {
                    return new Outcome.Rejected(story, measures, rejected);
                }
            }
        }
        return new Outcome.Accepted(story, measures);
    }
}
