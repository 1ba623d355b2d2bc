package dev.parable.generator.cli;

import dev.parable.generator.gates.GateSheet;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints every gate with its limits, as a file that the program takes. */
@Command(
        name = "gates",
        mixinStandardHelpOptions = true,
        description = "Prints every gate, where it is from and its limits, as a file for --gates.",
        footer = {
            "",
            "With --gates the file is checked first, and what it sets is shown beside the default.",
            "",
            "Examples:",
            "  parable gates > gates.yaml",
            "  parable gates --gates gates.yaml"
        })
final class GatesCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    GateOptions gates = new GateOptions();

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().getOut().print(GateSheet.of(gates.settings()));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
