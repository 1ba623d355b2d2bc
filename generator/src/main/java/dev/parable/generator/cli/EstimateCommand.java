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
        EstimateTable.print(out, estimate);
        return Exit.OK;
    }
}
