package dev.parable.generator.cli;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.generator.Preview;
import dev.parable.generator.Teller;
import dev.parable.generator.models.Models;
import dev.parable.templates.Prompts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells a few stories, spread over the cells, and shows each with its plan and verdict. Lands nothing. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = "Tells a few stories spread over the cells, each with its plan and verdict. Lands nothing.",
        footer = {
            "",
            "Examples:",
            "  parable preview -n 8 --seed 3",
            "  parable preview -n 1 --archetype no-persistent-memory --text-only"
        })
final class PreviewCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    SpecOptions specs = new SpecOptions();

    @Mixin
    LlmOptions llm = new LlmOptions();

    @Mixin
    GateOptions gates = new GateOptions();

    @Option(
            names = {"-n", "--show"},
            paramLabel = "N",
            defaultValue = "4",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    int n;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The seed. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Where models' completions are kept, for the next preview and the run. Default: runs/.preview.")
    Path kept = Teller.PREVIEWED;

    @Option(names = "--text-only", description = "Stories without plan and verdict.")
    boolean textOnly;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        SpecOptions.Chosen chosen = specs.load(err);
        Models models = llm.models(Math.max(1, Math.min(n, 8)), err);
        var planner = new Planner(chosen.archetypes(), chosen.worlds(), Decks.shipped(), seed);
        List<Scenario> scenarios = planner.scenarios(planner.share(0, 0, Math.max(1, n)));
        try (var teller = Teller.of(models, llm.prompts, chosen.archetypes(), kept)) {
            Preview.of(teller, chosen.archetypes(), gates.settings(), scenarios, outcome -> show(out, outcome));
        }
        return Exit.OK;
    }

    private void show(PrintWriter out, Outcome outcome) {
        Scenario scenario = outcome.scenario();
        if (!textOnly) {
            out.println("=".repeat(100));
            out.printf(
                    "%s%n%s in %s%n",
                    scenario.cell().id(),
                    scenario.premise().id(),
                    scenario.world().title());
            out.printf(
                    "form %s, shape %s, ending %s, why %s, season %s, culture %s%n",
                    scenario.form().id(),
                    scenario.shape().id(),
                    scenario.axes().getOrDefault("ending", ""),
                    scenario.carrier().id(),
                    scenario.axes().getOrDefault("season", ""),
                    scenario.axes().getOrDefault("culture", ""));
            scenario.cast()
                    .members()
                    .forEach((role, member) ->
                            out.printf("  %-8s %s, %s%n", role.id(), member.fullName(), member.description()));
            scenario.events()
                    .forEach(e ->
                            out.printf("  %d %-8s %s%n", e.time(), e.beat().id(), Prompts.plain(e.text(), scenario)));
            out.println("-".repeat(100));
        }
        out.println(text(outcome));
        if (!textOnly) {
            out.println("-".repeat(100));
            out.println(verdict(outcome));
        }
        out.println();
        out.flush();
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted a -> a.story().text();
            case Outcome.Rejected r -> r.story().text();
            case Outcome.Untold u -> u.telling().detail();
        };
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted a -> "accepted: " + id(a.story());
            case Outcome.Rejected r ->
                "rejected by %s: %s, %s against %s; %s"
                        .formatted(
                                r.verdict().measure().gate(),
                                r.verdict().reason().id(),
                                r.verdict().measure().value(),
                                r.verdict().measure().limit(),
                                r.verdict().detail());
            case Outcome.Untold u -> "untold: " + u.telling().cause();
        };
    }

    private static String id(Story story) {
        return story.id() + ", " + story.text().split("\\s+", -1).length + " words";
    }
}
