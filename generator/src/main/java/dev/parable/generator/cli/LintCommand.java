package dev.parable.generator.cli;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Specs;
import dev.parable.domain.Scenario;
import dev.parable.generator.BankUse;
import dev.parable.generator.Waves;
import dev.parable.templates.Bank;
import dev.parable.templates.BankLint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with specs, at once. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = "Says everything that is wrong with specs, each with its place and the nearest valid name.",
        footer = {
            "",
            "Examples:",
            "  parable lint specs/",
            "  parable lint            the shipped library",
            "  parable lint --bank     the shipped passage bank: words by beat, fixed runs, words that texts share",
            "  parable lint --bank --usage 2000    and how often each passage would be told in so many stories"
        })
final class LintCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Specs or folders of specs. Default: the shipped library.")
    List<Path> paths = new ArrayList<>();

    @Option(names = "--bank", description = "Lint the passage bank instead.")
    boolean bank;

    @Option(
            names = "--usage",
            paramLabel = "N",
            description =
                    "With --bank: compose N planned stories and say which passages are told most, and which never.")
    int usage;

    private static List<Scenario> planned(int count) {
        if (!(Specs.shipped() instanceof Specs.Loaded loaded)) {
            throw new IllegalStateException("the shipped library is broken; lint it first");
        }
        return Waves.planned(new Planner(loaded.archetypes(), loaded.worlds(), Decks.shipped(), 1), count);
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (bank) {
            BankLint.Report report = BankLint.shipped();
            out.print(report.text());
            if (usage > 0) {
                out.print(BankUse.report(Bank.shipped(), planned(usage)));
            }
            return report.problems().isEmpty() ? Exit.OK : Exit.BAD_INPUT;
        }
        Specs specs = paths.isEmpty() ? Specs.shipped() : Specs.load(paths);
        specs.problems().list().forEach(out::println);
        return switch (specs) {
            case Specs.Broken broken -> {
                out.printf(
                        "%s, %s; nothing would be loaded.%n",
                        SpecOptions.count(broken.problems().errors().size(), "error"),
                        SpecOptions.count(broken.problems().warnings().size(), "warning"));
                yield Exit.BAD_INPUT;
            }
            case Specs.Loaded loaded -> {
                long premises = loaded.archetypes().stream()
                        .flatMap(a -> a.facets().stream())
                        .mapToLong(f -> f.premises().size())
                        .sum();
                out.printf(
                        "Sound: %s with %d premises in %s, %s.%n",
                        SpecOptions.count(loaded.archetypes().size(), "archetype"),
                        premises,
                        SpecOptions.count(loaded.worlds().size(), "world"),
                        SpecOptions.count(loaded.problems().warnings().size(), "warning"));
                yield Exit.OK;
            }
        };
    }
}
