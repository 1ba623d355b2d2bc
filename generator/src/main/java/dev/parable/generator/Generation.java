package dev.parable.generator;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Wave;
import dev.parable.dedup.Commit;
import dev.parable.dedup.Duplicates;
import dev.parable.dedup.Edition;
import dev.parable.dedup.Library;
import dev.parable.dedup.LibraryStory;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Storyteller;
import dev.parable.generator.models.Models;
import dev.parable.output.Landed;
import dev.parable.output.Landing;
import dev.parable.output.Manifest;
import dev.parable.output.Publication;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import dev.parable.output.RunFacts;
import dev.parable.quality.Gates;
import dev.parable.quality.Overtold;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import dev.parable.templates.Prompts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A run: waves of scenarios through the pipeline until the order is filled, then card, report, manifest, library. Killed
 * at any moment and started again with the same order, it replays what it did (completions come from the ledger) and
 * lands the same bytes.
 */
public final class Generation {

    /** A news item may be short, and a counterfactual as long as its story. */
    private static final int COMPANION_WORDS = 60;

    private static final int LONGEST_COMPANION = 3000;

    private final Order order;
    private final Watcher watcher;
    private final JudgeLimits limits;
    private final Function<Ledger, JudgePanel> panels;
    private final Stop stop;

    /** @param watcher is told of every outcome, in plan order */
    public Generation(Order order, Watcher watcher) {
        this(order, watcher, JudgeLimits.DEFAULT, new Stop());
    }

    /**
     * @param watcher is told of every outcome, in plan order
     * @param limits what judges must do on their planted texts, and whether the run starts otherwise
     * @param stop ends the run before its time, between two stories
     */
    public Generation(Order order, Watcher watcher, JudgeLimits limits, Stop stop) {
        this(order, watcher, limits, stop, ledger -> JudgePanel.NONE);
    }

    /** @param panels the judges of what the composer tells, given the ledger through which they are paid once */
    Generation(Order order, Watcher watcher, JudgeLimits limits, Stop stop, Function<Ledger, JudgePanel> panels) {
        this.order = order;
        this.watcher = watcher;
        this.limits = limits;
        this.stop = stop;
        this.panels = panels;
    }

    /** Sees a run go by. */
    public interface Watcher {
        /** An outcome landed. */
        void landed(Outcome outcome);

        /** The run asks models; what goes on can be had at any time until it ends. */
        default void calling(Supplier<Calls> calls) {}

        /** Something that somebody should see before the run goes on; a line. */
        default void warned(String line) {}
    }

    /**
     * What a finished run has.
     *
     * @param lacking how many stories were asked for and not got
     */
    public record Result(Manifest manifest, RunFacts facts, int lacking) {}

    /**
     * Runs it to its end. Throws {@link BadInput} if the folder holds another run, {@link PilotStopped} if the first stories
     * show that the rest is not worth telling, {@link Uncalibrated} if a judge fails the texts that are planted to try it,
     * {@link RunStopped} if the budget, the hour or somebody ends it.
     */
    public Result run() {
        Path run = order.out();
        Bank bank = order.models() == null ? Bank.shipped() : null;
        Prompts prompts = order.models() == null ? null : Teller.prompts(order.prompts(), order.archetypes());
        Map<Path, Commit> pinned = pinLibraries();
        try {
            Files.createDirectories(run);
        } catch (IOException e) {
            throw new BadInput("run folder %s cannot be made: %s".formatted(run, e.getMessage()));
        }
        try (var lock = RunLock.of(run)) {
            RunSettings settings = RunIdentity.of(order, specs(), bank != null ? bank.sha256() : "", prompts, pinned);
            settings.keep(run);
            lock.held();
            try (Ledger ledger = Ledger.open(run);
                    Landing landing = Landing.open(run, order.landing())) {
                Result result = bank != null
                        ? told(
                                new Composer(bank, specs()),
                                planner -> List.of(),
                                panels.apply(ledger),
                                ledger,
                                landing,
                                settings,
                                pinned)
                        : toldByModels(Objects.requireNonNull(prompts), ledger, landing, settings, pinned);
                joinLibrary();
                return result;
            }
        }
    }

    private Result toldByModels(
            Prompts prompts, Ledger ledger, Landing landing, RunSettings settings, Map<Path, Commit> pinned) {
        Models models = Objects.requireNonNull(order.models());
        Allowance allowance = order.spending().allowance(models, ledger, stop);
        try (PaidElsewhere elsewhere = PaidElsewhere.open(order.spending().paid());
                Access access = Access.open(
                        models,
                        System.getenv(),
                        ledger,
                        allowance,
                        elsewhere,
                        null,
                        order.spending().batching())) {
            watcher.calling(() -> access.calls(allowance.spent()));
            Writers writers = access.writers();
            var chain = new Chain(writers, access.critic(), models.chain(), prompts, specs(), avoid(ledger));
            Companions companions = new Companions(
                    order.out(),
                    writers,
                    prompts,
                    Gates.standard(order.gates().withWords(COMPANION_WORDS, LONGEST_COMPANION)),
                    order.landing().licence(),
                    order.concurrency());
            return told(
                    chain,
                    planner -> companions.tell(models.chain(), planner, ledger),
                    access.judges(),
                    ledger,
                    landing,
                    settings,
                    pinned);
        }
    }

    private Result told(
            Storyteller teller,
            Function<Planner, List<String>> companions,
            JudgePanel panel,
            Ledger ledger,
            Landing landing,
            RunSettings settings,
            Map<Path, Commit> pinned) {
        var planner = new Planner(order.archetypes(), order.worlds(), Decks.shipped(), order.seed());
        Duplicates library = Admission.duplicates(order.gates());
        pinned.forEach((folder, commit) -> {
            try (Edition edition = Edition.open(folder, commit)) {
                edition.signatures(library::remember);
            }
        });
        Route route = Route.of(order, teller, panel, limits, library, watcher::warned);
        Pipeline pipeline = route.pipeline();
        var waves = new Waves(planner, ledger, order.count(), order.models() == null ? null : new Overtold());
        Pilot pilot = order.piloted();
        Consumer<Outcome> land = outcome -> {
            landing.land(outcome);
            waves.landed(outcome);
            watcher.landed(outcome);
            stop.check();
        };
        for (Optional<Wave> wave = waves.next(); wave.isPresent(); wave = waves.next()) {
            List<Scenario> scenarios = planner.scenarios(wave.get());
            if (pilot != null && wave.get().number() == 0) {
                pipeline.run(scenarios.subList(0, order.pilot()), land.andThen(pilot::landed));
                pilot.check();
                scenarios = scenarios.subList(order.pilot(), scenarios.size());
            }
            pipeline.run(scenarios, land);
        }
        Landed landed = landing.finish();
        List<String> arms = companions.apply(planner);
        RunFacts facts = new Facts(order, settings, landed, route.gates(), waves, route.checks()).assemble();
        Manifest manifest = Publication.publish(order.out(), landed, facts, arms);
        return new Result(
                manifest,
                facts,
                waves.lacking().values().stream().mapToInt(Integer::intValue).sum());
    }

    private static IntFunction<List<String>> avoid(Ledger ledger) {
        var known = new ConcurrentHashMap<Integer, List<String>>();
        return wave -> known.computeIfAbsent(
                wave, number -> ledger.wave(number).map(Wave::avoid).orElse(List.of()));
    }

    private Map<String, String> specs() {
        var specs = new LinkedHashMap<String, String>();
        order.archetypes().forEach(a -> specs.put(a.id(), a.sha256()));
        return specs;
    }

    private Map<Path, Commit> pinLibraries() {
        var pinned = new LinkedHashMap<Path, Commit>();
        for (Path folder : order.against()) {
            if (!Files.isDirectory(folder)) {
                throw new BadInput("--against %s: there is no library there".formatted(folder));
            }
            try (Library library = Library.open(folder)) {
                pinned.put(folder, library.pin(order.name()));
            }
        }
        return pinned;
    }

    private void joinLibrary() {
        Path folder = order.library();
        if (folder == null) {
            return;
        }
        List<LibraryStory> stories;
        try (Stream<Row> rows = Rows.accepted(order.out())) {
            stories = rows.map(row ->
                            new LibraryStory(row.text("id"), row.text("archetype"), row.text("cell"), row.text("text")))
                    .toList();
        }
        try (Library library = Library.open(folder)) {
            library.add(order.name(), stories);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(
                    "the run is complete, but library %s did not take its stories; run again to retry"
                            .formatted(folder),
                    e);
        }
    }
}
