package dev.parable.generator.cli;

import dev.parable.output.Corpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which texts a command reads. */
final class CorpusOptions {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "A file or a folder of texts, or a run.")
    List<Path> paths = new ArrayList<>();

    @Option(
            names = "--text-field",
            paramLabel = "NAME",
            defaultValue = Corpus.TEXT,
            description = "The field or column that holds the text. Default: ${DEFAULT-VALUE}.")
    String textField = Corpus.TEXT;
}
