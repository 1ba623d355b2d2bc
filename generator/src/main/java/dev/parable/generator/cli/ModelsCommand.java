package dev.parable.generator.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with models besides having them write. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        subcommands = {ModelsCheckCommand.class},
        description = "Looks after the models of a models.yaml.",
        footer = {"", "Example:", "  parable models check --models models.yaml"})
final class ModelsCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "What to do with the models is missing: check");
    }
}
