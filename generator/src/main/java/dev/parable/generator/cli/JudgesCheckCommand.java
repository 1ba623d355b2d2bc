package dev.parable.generator.cli;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parable.generator.BadInput;
import dev.parable.generator.Calibration;
import dev.parable.generator.JudgeLimits;
import dev.parable.generator.JudgePanel;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.ServedModel;
import dev.parable.generator.models.Models;
import dev.parable.output.JudgeCheck;
import dev.parable.quality.Criterion;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has judges read texts that were planted to try them, and says how they did. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Has each judge read the texts that were planted to try it, violations and innocent look-alikes, and says what it caught.",
            "Ends with 4 where a judge misses too many or alarms too often."
        },
        footer = {"", "Example:", "  parable judges check --model openai:qwen3 --base-url http://localhost:8000/v1"})
final class JudgesCheckCommand implements Callable<Integer> {

    private static final int SHOWN = 160;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    LlmOptions llm = new LlmOptions();

    @Option(
            names = "--concurrency",
            paramLabel = "C",
            defaultValue = "16",
            description = "Texts read at once. Default: ${DEFAULT-VALUE}.")
    int concurrency;

    @Option(
            names = "--least-recall",
            paramLabel = "SHARE",
            defaultValue = "0.8",
            description = "Least share of violations to be caught. Default: ${DEFAULT-VALUE}.")
    double recall;

    @Option(
            names = "--most-false-alarms",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "Most innocent texts to be rejected, as a share. Default: ${DEFAULT-VALUE}.")
    double falseAlarms;

    @Option(names = "--json", description = "The result as JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Models models = llm.models(
                concurrency, Objects.requireNonNull(spec).commandLine().getErr());
        if (models == null) {
            throw new BadInput(
                    "which model judges? Give --models FILE with roles.judges, or --model PROTOCOL:NAME for one that judges everything");
        }
        Map<Criterion, String> names = names(models);
        Map<String, ServedModel> served = new LinkedHashMap<>();
        try {
            var seats = new EnumMap<Criterion, JudgePanel.Seat>(Criterion.class);
            names.forEach((criterion, name) -> {
                ModelSettings settings = models.named(name);
                ServedModel model = served.computeIfAbsent(name, n -> ServedModel.open(settings, System.getenv()));
                seats.put(criterion, new JudgePanel.Seat(settings.modelName(), model));
            });
            return check(new JudgePanel(seats));
        } finally {
            served.values().forEach(ServedModel::close);
        }
    }

    /** Who judges what: by the file's roles, or everything by the one model of the command line. */
    private Map<Criterion, String> names(Models models) {
        var names = new EnumMap<Criterion, String>(Criterion.class);
        models.roles().judges().forEach((judge, name) -> names.put(judge, name));
        if (llm.model != null) {
            for (Criterion criterion : Criterion.values()) {
                names.put(criterion, models.roles().writer().keySet().iterator().next());
            }
        }
        if (names.isEmpty()) {
            throw new BadInput("the file names no judges; add 'judges: {behaviour: …, contract: …}' under 'roles'");
        }
        return names;
    }

    private int check(JudgePanel panel) throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        panel.warnings().forEach(spec.commandLine().getErr()::println);
        List<JudgeCheck> checks = Calibration.of(panel, llm.prompts, limits(), concurrency);
        if (json) {
            out.println(JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .writeValueAsString(checks));
        } else {
            checks.forEach(check -> tell(out, check));
        }
        return checks.stream().allMatch(JudgeCheck::sound) ? Exit.OK : Exit.UNSOUND;
    }

    private JudgeLimits limits() {
        try {
            return new JudgeLimits(recall, falseAlarms, true);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--least-recall or --most-false-alarms: " + e.getMessage());
        }
    }

    private static void tell(PrintWriter out, JudgeCheck check) {
        out.printf(
                Locale.ROOT,
                "%-10s %s: %s%n  caught        %2d of %2d violations      (95%%: %.0f to %.0f%%; at least %.0f%% needed)%n",
                check.judge(),
                check.model(),
                check.sound() ? "within limits" : "NOT TO BE TRUSTED",
                check.caught(),
                check.violations(),
                100 * check.recall().low(),
                100 * check.recall().high(),
                100 * check.leastRecall());
        out.printf(
                Locale.ROOT,
                "  false alarms  %2d of %2d innocent texts  (95%%: %.0f to %.0f%%; at most %.0f%% allowed)%n  kappa %.2f, %d answers unread%n",
                check.alarms(),
                check.innocents(),
                100 * check.falseAlarms().low(),
                100 * check.falseAlarms().high(),
                100 * check.mostFalseAlarms(),
                check.kappa(),
                check.unread());
        for (JudgeCheck.Wrong wrong : check.wrong()) {
            String detail = wrong.detail().replaceAll("\\s+", " ");
            out.printf(
                    "    %-6s %s (%s)%s%n",
                    wrong.came(),
                    wrong.id(),
                    wrong.kind(),
                    detail.isEmpty()
                            ? ""
                            : ": " + (detail.length() > SHOWN ? detail.substring(0, SHOWN) + " …" : detail));
        }
    }
}
