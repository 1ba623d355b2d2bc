package dev.parable.generator;

import dev.parable.domain.Gate;
import dev.parable.output.JudgeCheck;
import dev.parable.templates.Prompts;
import java.util.List;
import java.util.function.Consumer;

/**
 * The judges of a run, tried before it begins.
 *
 * @param gates in the order in which they are asked
 * @param checks how they did on planted texts
 */
record Judging(List<Gate> gates, List<JudgeCheck> checks) {

    Judging {
        gates = List.copyOf(gates);
        checks = List.copyOf(checks);
    }

    /**
     * Tries the panel and takes its seats. Throws {@link Uncalibrated} if a judge falls short and the limits say so;
     * otherwise {@code warn} is told.
     */
    static Judging begin(JudgePanel panel, JudgeLimits limits, Order order, Consumer<String> warn) {
        List<JudgeCheck> checks = Calibration.of(panel, order.prompts(), limits, order.concurrency());
        List<String> shortcomings = Calibration.shortcomings(checks);
        if (!shortcomings.isEmpty() && limits.refuse()) {
            throw new Uncalibrated(
                    String.join("\n", shortcomings)
                            + "\nThe run has not begun. Look at `parable judges check`, take another model or mend its template, or go on all the same with --uncalibrated.");
        }
        panel.warnings().forEach(warn);
        shortcomings.forEach(line -> warn.accept("UNCALIBRATED: " + line));
        return new Judging(gates(panel, Teller.prompts(order.prompts(), order.archetypes())), checks);
    }

    /** The panel's seats, untried, in the order in which they are asked. */
    static List<Gate> gates(JudgePanel panel, Prompts prompts) {
        return panel.seats().entrySet().stream()
                .map(seat -> Calibration.gate(seat.getKey(), seat.getValue(), prompts))
                .toList();
    }

    List<String> names() {
        return gates.stream().map(Gate::name).toList();
    }
}
