package dev.parable.generator;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Storyteller;
import dev.parable.generator.models.Models;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import dev.parable.templates.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The first scenarios of an order, told, gated and judged as its run would, for their figures. Nothing lands. They are what
 * the run begins with, and spread over its cells as the whole is, since every prefix of a wave is; so what is paid for here
 * is what the run will ask for, and it is kept in the order's folder.
 *
 * <p>The libraries that an order names are not compared with: a pilot pins none.
 */
public final class PilotRun {

    private final Order order;
    private final Generation.Watcher watcher;
    private final Stop stop;

    /**
     * A pilot of {@link Order#pilot} scenarios.
     *
     * @param order its folder is where completions are kept, which may be many pilots' and previews'
     * @param watcher is told of every outcome, in plan order
     * @throws BadInput if there are no so many scenarios in the order's first wave
     */
    public PilotRun(Order order, Generation.Watcher watcher, Stop stop) {
        int most = Math.min(Waves.SIZE, order.count());
        if (order.pilot() < 1 || order.pilot() > most) {
            throw new BadInput(
                    "-n %d: a pilot of %,d stories takes 1 to %,d scenarios, those that its run would begin with"
                            .formatted(order.pilot(), order.count(), most));
        }
        this.order = order;
        this.watcher = watcher;
        this.stop = stop;
    }

    /** Runs it to its end, and says what is known then. The budget, the hour or somebody may end it with {@link RunStopped}. */
    public PilotReport run() {
        Map<String, String> specs = new LinkedHashMap<>();
        order.archetypes().forEach(a -> specs.put(a.id(), a.sha256()));
        Models models = order.models();
        return models == null
                ? told(new Composer(Bank.shipped(), specs), JudgePanel.NONE, Account.NONE)
                : toldBy(models, specs);
    }

    private PilotReport toldBy(Models models, Map<String, String> specs) {
        Prompts prompts = Teller.prompts(order.prompts(), order.archetypes());
        Path kept = order.out();
        try {
            Files.createDirectories(kept);
        } catch (IOException e) {
            throw new BadInput("%s cannot be made, where what is paid for is kept: %s".formatted(kept, e));
        }
        Allowance allowance = order.spending().allowance(models, stop);
        var asked = new Asked();
        try (Ledger ledger = Ledger.open(kept);
                PaidElsewhere elsewhere = PaidElsewhere.open(order.spending().paid());
                Access access = Access.open(
                        models,
                        System.getenv(),
                        ledger,
                        allowance,
                        elsewhere,
                        asked,
                        order.spending().batching())) {
            watcher.calling(() -> access.calls(allowance.spent()));
            var chain = new Chain(access.writers(), access.critic(), models.chain(), prompts, specs, wave -> List.of());
            return told(chain, access.judges(), new Account(models, () -> asked.spent(ledger)));
        }
    }

    private PilotReport told(Storyteller teller, JudgePanel panel, Account account) {
        var planner = new Planner(order.archetypes(), order.worlds(), Decks.shipped(), order.seed());
        List<Scenario> scenarios = planner.scenarios(planner.share(0, 0, Math.min(Waves.SIZE, order.count())))
                .subList(0, order.pilot());
        Route route = Route.of(
                order,
                teller,
                panel,
                JudgeLimits.DEFAULT.warning(),
                Admission.duplicates(order.gates()),
                watcher::warned);
        Pilot pilot = new Pilot(scenarios.size(), order.pilotLimits());
        Consumer<Outcome> note = pilot::landed;
        route.pipeline().run(scenarios, note.andThen(watcher::landed).andThen(outcome -> stop.check()));
        return PilotReport.of(order.count(), pilot, Calibration.shortcomings(route.checks()), account);
    }

    /** Whose completions they were, and what they took. */
    record Account(@Nullable Models models, Supplier<List<Ledger.Spent>> spent) {

        /** The composer costs nothing. */
        static final Account NONE = new Account(null, List::of);
    }
}
