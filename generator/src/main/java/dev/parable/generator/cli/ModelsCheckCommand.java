package dev.parable.generator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.BadInput;
import dev.parable.generator.models.ModelCheck;
import dev.parable.generator.models.ModelCheck.Finding;
import dev.parable.generator.models.ModelCheck.Structured;
import dev.parable.generator.models.Models;
import dev.parable.generator.models.Roles;
import java.io.PrintWriter;
import java.util.ArrayList;
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

/** Asks each model something small. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Makes two small calls to each model, all at once, and says what works.",
        footer = {
            "",
            "Examples:",
            "  parable models check",
            "  parable models check --models models.yaml --json",
            "  parable models check --model ollama:llama3",
            "",
            "Exit codes: 0 every model can do what it is for, 2 bad input, 4 some model cannot."
        })
final class ModelsCheckCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    LlmOptions llm = new LlmOptions();

    @Option(names = "--json", description = "The findings as JSON.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Models models = llm.unkeyed();
        if (models == null) {
            throw new BadInput(
                    "there is no model to check: give --models FILE or --model PROTOCOL:NAME, or put a models.yaml here");
        }
        models.warnings().forEach(err::println);
        List<Finding> findings = ModelCheck.of(models, System.getenv());
        if (json) {
            out.println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(findings.stream()
                            .map(finding -> asMap(finding, models.roles()))
                            .toList()));
        } else {
            print(out, findings, models.roles());
        }
        return findings.stream().allMatch(finding -> works(finding, models.roles())) ? Exit.OK : Exit.UNSOUND;
    }

    /** Whether a model can do what it is asked for; writers need no schemas. */
    private static boolean works(Finding finding, Roles roles) {
        boolean reads =
                roles.judges().containsValue(finding.name()) || finding.name().equals(roles.critic());
        return finding.answers() && (!reads || finding.structured() == Structured.YES);
    }

    private static void print(PrintWriter out, List<Finding> findings, Roles roles) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "roles", "protocol", "model", "server", "answer", "ms", "tokens", "JSON", "usage"));
        for (Finding finding : findings) {
            rows.add(List.of(
                    finding.name(),
                    String.join(",", roles(finding, roles)),
                    finding.settings().protocol().id(),
                    finding.settings().modelName(),
                    finding.settings().baseUrl(),
                    finding.answers() ? "ok" : "FAULT",
                    Long.toString(finding.milliseconds()),
                    finding.usage().inputTokens() + "+" + finding.usage().outputTokens(),
                    structured(finding),
                    finding.reportsUsage() ? "yes" : finding.answers() ? "no" : "unknown"));
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
        for (Finding finding : findings) {
            if (!finding.detail().isEmpty()) {
                out.printf("%n%s: %s%n", finding.name(), finding.detail());
            }
        }
    }

    private static List<String> roles(Finding finding, Roles roles) {
        List<String> of = new ArrayList<>();
        if (roles.writer().containsKey(finding.name())) {
            of.add(Roles.WRITER);
        }
        if (finding.name().equals(roles.critic())) {
            of.add(Roles.CRITIC);
        }
        roles.judges().forEach((judge, model) -> {
            if (model.equals(finding.name())) {
                of.add(judge.id());
            }
        });
        return of.isEmpty() ? List.of("none") : of;
    }

    private static String structured(Finding finding) {
        return finding.structured().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> asMap(Finding finding, Roles roles) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", finding.name());
        map.put("roles", roles(finding, roles));
        map.put("protocol", finding.settings().protocol().id());
        map.put("model", finding.settings().modelName());
        map.put("server", finding.settings().baseUrl());
        map.put("works", works(finding, roles));
        map.put("answers", finding.answers());
        map.put("detail", finding.detail());
        map.put("milliseconds", finding.milliseconds());
        map.put("input_tokens", finding.usage().inputTokens());
        map.put("output_tokens", finding.usage().outputTokens());
        map.put("reasoning_tokens", finding.usage().reasoningTokens());
        map.put("structured", structured(finding));
        map.put("reports_usage", finding.reportsUsage());
        return map;
    }
}
