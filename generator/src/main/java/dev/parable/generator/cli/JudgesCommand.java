package dev.parable.generator.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** About the models that judge stories. */
@Command(
        name = "judges",
        mixinStandardHelpOptions = true,
        subcommands = JudgesCheckCommand.class,
        description = "Tries the models that judge stories.",
        footer = {"", "Example:", "  parable judges check --model openai:qwen3 --base-url http://localhost:8000/v1"})
final class JudgesCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        CommandSpec own = Objects.requireNonNull(spec);
        throw new ParameterException(own.commandLine(), "judges: say what, such as: parable judges check");
    }
}
