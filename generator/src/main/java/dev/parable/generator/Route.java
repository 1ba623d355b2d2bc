package dev.parable.generator;

import dev.parable.dedup.Duplicates;
import dev.parable.domain.Gate;
import dev.parable.domain.Storyteller;
import dev.parable.output.JudgeCheck;
import dev.parable.quality.Gates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way of an order's scenarios.
 *
 * @param pipeline the way itself
 * @param gates the names of its gates, in the order in which stories pass them
 * @param checks how its judges did on planted texts
 */
record Route(Pipeline pipeline, List<String> gates, List<JudgeCheck> checks) {

    Route {
        gates = List.copyOf(gates);
        checks = List.copyOf(checks);
    }

    /**
     * Tries the judges and puts all gates in their order. Throws {@link Uncalibrated} if a judge falls short and the limits
     * say so.
     *
     * @param library knows what counts as told already
     * @param warn is told what somebody should see before the first story
     */
    static Route of(
            Order order,
            Storyteller teller,
            JudgePanel panel,
            JudgeLimits limits,
            Duplicates library,
            Consumer<String> warn) {
        List<Gate> stateless = Gates.standard(order.gates());
        var admission = new Admission(order.gates(), library);
        Judging judging = Judging.begin(panel, limits, order, warn);
        var names = new ArrayList<>(stateless.stream().map(Gate::name).toList());
        names.addAll(admission.names());
        names.addAll(judging.names());
        return new Route(
                new Pipeline(teller, stateless, admission, judging.gates(), order.concurrency()),
                names,
                judging.checks());
    }
}
