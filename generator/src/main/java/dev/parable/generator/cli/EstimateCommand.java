package dev.parable.generator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.BadInput;
import dev.parable.generator.Estimate;
import dev.parable.generator.models.Models;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a large run would take, from what a small one took. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description =
                "Calls, tokens, money and hours of a large run by models, from a small one that is finished. Asks nobody.",
        footer = {"", "Example:", "  parable estimate runs/pilot --count 100000 --models models.yaml"})
final class EstimateCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    LlmOptions llm = new LlmOptions();

    @Parameters(paramLabel = "RUN", description = "The small run's folder.")
    Path run = Path.of("");

    @Option(names = "--count", paramLabel = "N", required = true, description = "Accepted stories wanted.")
    int count;

    @Option(names = "--batch", description = "All by batches, at their price.")
    boolean batch;

    @Option(names = "--json", description = "As one JSON object.")
    boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Models models = llm.unkeyed();
        if (models == null) {
            throw new BadInput("an estimate is of a run by models; give --models or --model, as for the small run");
        }
        Estimate estimate = Estimate.from(run, models, count, batch);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("count", estimate.count());
            object.put("accept_rate", estimate.rate());
            object.put("accept_rate_low", estimate.low());
            object.put("accept_rate_high", estimate.high());
            object.put("money", estimate.money());
            object.put("hours", estimate.hours());
            object.put("parts", estimate.parts());
            out.println(new ObjectMapper().writeValueAsString(object));
            return Exit.OK;
        }
        out.printf(
                Locale.ROOT,
                "For %,d accepted stories, from %s: of 100 planned %.1f were accepted (95 %%: %.1f to %.1f).%n%n",
                estimate.count(),
                run,
                100 * estimate.rate(),
                100 * estimate.low(),
                100 * estimate.high());
        out.printf(
                "%-16s %-10s %12s %16s %16s %10s %8s%n",
                "model", "role", "calls", "tokens in", "tokens out", "money", "hours");
        for (Estimate.Part part : estimate.parts()) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %-10s %,12.0f %,16.0f %,16.0f %10s %8.2f%n",
                    part.model(),
                    part.role() + (part.batched() ? "*" : ""),
                    part.calls(),
                    part.inputTokens(),
                    part.outputTokens(),
                    part.money() == null ? "no price" : String.format(Locale.ROOT, "%,.2f", part.money()),
                    part.hours());
        }
        if (estimate.parts().stream().anyMatch(Estimate.Part::batched)) {
            out.println("* by batches");
        }
        Double money = estimate.money();
        out.printf(
                Locale.ROOT,
                "%nMoney  %s%n",
                money == null
                        ? "not known: a model has no price"
                        : String.format(
                                Locale.ROOT,
                                "%,.2f (%,.2f to %,.2f)",
                                money,
                                money * estimate.atBest(),
                                money * estimate.atWorst()));
        out.printf(
                Locale.ROOT,
                "Hours  at least %.2f (%.2f to %.2f), at the models' concurrency%n",
                estimate.hours(),
                estimate.hours() * estimate.atBest(),
                estimate.hours() * estimate.atWorst());
        if (estimate.parts().stream().anyMatch(Estimate.Part::batched)) {
            out.println(
                    "       and for batches whatever their servers take, a day at most for each, one for each stage of a wave");
        }
        return Exit.OK;
    }
}
