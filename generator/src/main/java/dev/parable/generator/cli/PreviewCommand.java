package dev.parable.generator.cli;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.domain.Archetype;
import dev.parable.domain.Gate;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.generator.LastPreview;
import dev.parable.generator.Preview;
import dev.parable.generator.Shown;
import dev.parable.generator.Stop;
import dev.parable.generator.Teller;
import dev.parable.generator.models.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells a few stories, spread over the cells, and shows each with its plan, its verdicts and what an edit changed. Lands nothing. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Tells a few stories spread over the cells, each with its plan and verdicts. Lands nothing.",
            "With the same seed after an edit of specs, templates or models it also shows what changed in each. Models' completions and what was shown are kept in runs/.preview, from where a run takes what it would ask again.",
            "Judges that a models file names read what passes the gates; they are not tried on planted texts first (parable judges check does that)."
        },
        footer = {
            "",
            "Examples:",
            "  parable preview -n 8 --seed 3",
            "  parable preview -n 1 --archetype no-persistent-memory --text-only",
            "  parable preview -n 2 --models models.yaml --no-judges"
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
                    "Where models' completions and what was shown are kept, for the next preview and the run. Default: runs/.preview.")
    Path kept = Teller.PREVIEWED;

    @Option(names = "--no-judges", description = "Ask no judge, whatever the models file says.")
    boolean noJudges;

    @Option(names = "--text-only", description = "Stories without plan, verdicts and changes.")
    boolean textOnly;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        SpecOptions.Chosen chosen = specs.load(err);
        int count = Math.max(1, n);
        Models models = llm.models(Math.min(count, 8), err);
        var planner = new Planner(chosen.archetypes(), chosen.worlds(), Decks.shipped(), seed);
        List<Scenario> scenarios = planner.scenarios(planner.share(0, 0, count));
        LastPreview last = LastPreview.open(kept, request(chosen.archetypes(), count, models));
        var page = new PreviewPage(out, textOnly, Terminal.there() ? Marks.COLOURED : Marks.PLAIN);
        var stop = new Stop();
        return new StopSignals(stop, StopSignals.grace(models), err::println).during(() -> {
            try (var teller = Teller.of(models, llm.prompts, chosen.archetypes(), kept, stop)) {
                List<Gate> judges = noJudges ? List.of() : teller.judges();
                if (!judges.isEmpty()) {
                    err.println(
                            "What passes the gates is read by judges (%s); whether they are to be trusted a preview does not try: parable judges check."
                                    .formatted(judges.stream().map(Gate::name).collect(Collectors.joining(", "))));
                }
                Preview.of(teller, judges, chosen.archetypes(), gates.settings(), scenarios, stop, seen -> {
                    Outcome outcome = seen.outcome();
                    Shown shown = Shown.of(outcome);
                    long index = outcome.scenario().index();
                    page.show(seen, shown, last.story(index).orElse(null));
                    last.shown(index, shown);
                });
            } finally {
                keep(last, err);
            }
            return Exit.OK;
        });
    }

    /** What tells this preview from others; not what is in the specs and models, whose change is looked for. */
    private String request(List<Archetype> archetypes, int count, @Nullable Models models) {
        return "seed %d, %d of %s, told by %s"
                .formatted(
                        seed,
                        count,
                        archetypes.stream().map(Archetype::id).toList(),
                        models == null ? "the composer" : "models");
    }

    private static void keep(LastPreview last, PrintWriter err) {
        try {
            last.keep();
        } catch (IOException e) {
            err.println("What was shown cannot be kept, so the next preview has nothing to compare with: " + e);
        }
    }
}
