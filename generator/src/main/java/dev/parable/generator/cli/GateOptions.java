package dev.parable.generator.cli;

import dev.parable.generator.BadInput;
import dev.parable.generator.gates.GatesFile;
import dev.parable.quality.GateSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the gates are set. */
final class GateOptions {

    @Option(
            names = "--gates",
            paramLabel = "FILE",
            description = "Which gates are asked, and their limits; `parable gates` prints a file to start from.")
    @Nullable
    Path file;

    /** What is in force; the defaults without a file. Throws {@link BadInput} with all that is wrong with the file. */
    GateSettings settings() {
        if (file == null) {
            return GateSettings.DEFAULT;
        }
        try {
            return GatesFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
