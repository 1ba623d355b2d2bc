package dev.parable.generator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.parable.generator.Order;
import dev.parable.generator.PilotReport;
import dev.parable.generator.PilotRun;
import dev.parable.generator.Spending;
import dev.parable.generator.Stop;
import dev.parable.generator.Teller;
import dev.parable.generator.models.Models;
import dev.parable.output.LandingSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A large run's first stories, for their figures. Lands nothing. */
@Command(
        name = "pilot",
        mixinStandardHelpOptions = true,
        description =
                "Tells what a large run would begin with, gates and judges it, and says by figures whether the run is worth it.",
        footer = {
            "",
            "Says what was rejected and why, the commonest openings and names, refusals, what judges could not answer, the",
            "accept rate, and what the whole run would cost. Exit code 5 where a stop rule trips. Nothing lands; what is",
            "paid for is kept, and a run with the same seed and --count takes it over.",
            "",
            "Examples:",
            "  parable pilot --models models.yaml --count 100000",
            "  parable pilot -n 50 --model openai:qwen3 --base-url http://localhost:8000/v1 --gates gates.yaml"
        })
final class PilotCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    RunOptions size = new RunOptions();

    @Mixin
    SpecOptions specs = new SpecOptions();

    @Mixin
    LlmOptions llm = new LlmOptions();

    @Mixin
    GateOptions gates = new GateOptions();

    @Mixin
    SpendingOptions money = new SpendingOptions();

    @Option(
            names = "-n",
            paramLabel = "N",
            defaultValue = "" + Order.PILOT,
            description = "Scenarios to tell. Default: ${DEFAULT-VALUE}.")
    int n;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description =
                    "Where models' completions are kept; a run takes them over by --paid DIR, from runs/.preview without being told. Default: runs/.preview.")
    Path kept = Teller.PREVIEWED;

    @Option(
            names = "--json",
            description = "Progress as JSON lines on standard error, the figures as JSON on standard output.")
    boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        SpecOptions.Chosen chosen = specs.load(err);
        Models models = llm.models(size.concurrency, err);
        Order order = new Order(
                "pilot",
                kept,
                size.count,
                size.seed,
                chosen.archetypes(),
                chosen.worlds(),
                size.atOnce(models, money.batching()),
                models,
                llm.prompts,
                List.of(),
                null,
                LandingSettings.defaults(),
                elsewhere(money.spending(models != null, Clock.system(ZoneId.systemDefault()))),
                n,
                gates.settings());
        PilotReport report;
        try (var progress = new Progress(err, n, json)) {
            var stop = new Stop();
            var pilot = new PilotRun(order, progress, stop);
            report = new StopSignals(stop, StopSignals.grace(models), progress::warned).during(pilot::run);
        }
        if (json) {
            out.println(new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .writeValueAsString(report));
        } else {
            PilotTable.print(out, report);
        }
        return report.passed() ? Exit.OK : Exit.STOPPED;
    }

    /** What is kept here is here. */
    private Spending elsewhere(Spending spending) {
        return new Spending(
                spending.budget(),
                spending.until(),
                spending.paid().stream()
                        .filter(run -> !run.toAbsolutePath()
                                .normalize()
                                .equals(kept.toAbsolutePath().normalize()))
                        .toList(),
                spending.batching());
    }
}
