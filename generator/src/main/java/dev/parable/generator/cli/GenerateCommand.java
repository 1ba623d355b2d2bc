package dev.parable.generator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.BadInput;
import dev.parable.generator.Generation;
import dev.parable.generator.JudgeLimits;
import dev.parable.generator.Order;
import dev.parable.generator.Stop;
import dev.parable.generator.models.Models;
import dev.parable.output.LandingSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: specs in, a verified directory of shards out. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Generates accepted stories and lands them in shards. Run it again to go on after a stop.",
        footer = {
            "",
            "Examples:",
            "  parable generate",
            "  parable generate --count 5000 --seed 7 --out runs/second",
            "  parable generate --archetype owning-mistakes --count 200 --formats jsonl",
            "  parable generate --model openai:qwen3 --base-url http://localhost:8000/v1 --concurrency 256",
            "  parable generate --models models.yaml --count 10000",
            "  parable generate --models models.yaml --gates gates.yaml --out runs/second --paid runs/first",
            "  parable generate --models models.yaml --count 10000 --batch submit"
        })
final class GenerateCommand implements Callable<Integer> {

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
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The run's folder. Default: runs/seed-S-count-N, with the archetypes and the model where they are chosen.")
    @Nullable
    Path out;

    @Option(
            names = "--formats",
            paramLabel = "F",
            split = ",",
            defaultValue = "jsonl,parquet",
            description = "jsonl, or jsonl,parquet. Default: ${DEFAULT-VALUE}.")
    List<String> formats = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "A library whose stories count as told already; may be repeated.")
    List<Path> against = new ArrayList<>();

    @Option(
            names = "--library",
            paramLabel = "DIR",
            defaultValue = "library",
            description = "The library that the stories join at the end. Default: ${DEFAULT-VALUE}.")
    Path library = Path.of("library");

    @Option(names = "--no-library", description = "Join no library.")
    boolean noLibrary;

    @Option(
            names = "--no-pilot",
            description =
                    "Go on whatever the first 300 stories of a large run look like; otherwise a run whose stories fail or are too alike stops there.")
    boolean noPilot;

    @Option(
            names = "--uncalibrated",
            description =
                    "Go on, with a warning, where a judge fails the texts that are planted to try it; otherwise the run does not start.")
    boolean uncalibrated;

    @Option(
            names = "--holdout",
            paramLabel = "PER-MILLE",
            defaultValue = "20",
            description = "Premises whose stories are marked as held out, of a thousand. Default: ${DEFAULT-VALUE}.")
    int holdout;

    @Option(
            names = "--licence",
            paramLabel = "SPDX",
            defaultValue = "CC-BY-4.0",
            description = "The stories' licence. Default: ${DEFAULT-VALUE}.")
    String licence = "CC-BY-4.0";

    @Option(
            names = "--json",
            description = "Progress as JSON lines on standard error, the result as JSON on standard output.")
    boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter stdout = spec.commandLine().getOut();
        SpecOptions.Chosen chosen = specs.load(err);
        Models models = llm.models(size.concurrency, err);
        Path run = out == null ? Path.of("runs", name(models)) : out;
        Order order = new Order(
                run.getFileName() == null ? "run" : run.getFileName().toString(),
                run,
                size.count,
                size.seed,
                chosen.archetypes(),
                chosen.worlds(),
                size.atOnce(models, money.batching()),
                models,
                llm.prompts,
                against,
                noLibrary ? null : library,
                landing(),
                money.spending(models != null, Clock.system(ZoneId.systemDefault())),
                noPilot ? 0 : Order.PILOT,
                gates.settings());
        order.beyondTheComposer().ifPresent(err::println);
        try (var progress = new Progress(err, size.count, json)) {
            var stop = new Stop();
            var generation = new Generation(
                    order, progress, uncalibrated ? JudgeLimits.DEFAULT.warning() : JudgeLimits.DEFAULT, stop);
            Generation.Result result =
                    new StopSignals(stop, StopSignals.grace(models), progress::warned).during(generation::run);
            progress.end();
            if (json) {
                stdout.println(summary(run, result));
            } else {
                tell(stdout, run, result);
            }
            return result.lacking() == 0 ? Exit.OK : Exit.SHORT;
        }
    }

    private LandingSettings landing() {
        boolean parquet = Formats.parquet(formats);
        try {
            return new LandingSettings(1000, 1000, holdout, licence, parquet);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--holdout or --licence: " + e.getMessage());
        }
    }

    private String name(@Nullable Models models) {
        String of = specs.ids.isEmpty() ? "" : String.join("+", specs.ids) + "-";
        String by = models == null ? "" : "-" + models.writers().replaceAll("[^A-Za-z0-9._+-]", "_");
        return of + "seed-" + size.seed + "-count-" + size.count + by;
    }

    private static String summary(Path run, Generation.Result result) throws JsonProcessingException {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("run", run.toString());
        summary.put("counts", result.manifest().counts());
        summary.put("lacking", result.lacking());
        summary.put("manifest", run.resolve("manifest.json").toString());
        return new ObjectMapper().writeValueAsString(summary);
    }

    private static void tell(PrintWriter stdout, Path run, Generation.Result result) {
        var counts = result.manifest().counts();
        stdout.printf(
                "%,d stories accepted, %,d rejected, %,d untold, of %,d planned.%n",
                counts.accepted(), counts.rejected(), counts.untold(), counts.planned());
        if (!counts.reasons().isEmpty()) {
            stdout.println("  why: " + counts.reasons());
        }
        if (result.lacking() > 0) {
            stdout.printf("%,d stories are lacking; the report says where and why.%n", result.lacking());
        }
        stdout.printf("%nStories   %s%n", run.resolve("shards"));
        stdout.printf("Report    %s%n", run.resolve("report.html"));
        stdout.printf("Card      %s%n", run.resolve("README.md"));
        stdout.printf("Next      ./parable verify %s%n", run);
    }
}
