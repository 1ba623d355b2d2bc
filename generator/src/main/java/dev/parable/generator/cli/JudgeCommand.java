package dev.parable.generator.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.BadInput;
import dev.parable.generator.CorpusGates;
import dev.parable.output.Corpus;
import dev.parable.output.CorpusProblem;
import dev.parable.quality.GateLimit;
import dev.parable.quality.GateSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** What the mechanical gates make of any corpus. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description =
                "Asks the mechanical gates of a corpus: JSON lines (.gz, .zst), Parquet, runs, folders. Asks no model.",
        footer = {
            "",
            "Every gate is asked of every text, so a text may be counted more than once. A row that cannot be used is",
            "counted and named, and the work goes on.",
            "",
            "Examples:",
            "  parable judge human.jsonl.gz --gates gates.yaml",
            "  parable judge runs/mine other.parquet --text-field story --rejects rejects.jsonl"
        })
final class JudgeCommand implements Callable<Integer> {

    /** More problems are counted, and are all in the file of --rejects. */
    private static final int PROBLEMS_SHOWN = 20;

    private static final int DETAIL_SHOWN = 90;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    CorpusOptions corpus = new CorpusOptions();

    @Mixin
    SpecOptions specs = new SpecOptions();

    @Mixin
    GateOptions gates = new GateOptions();

    @Option(
            names = "--duplicates",
            description = "Compare the texts with each other too; takes some 7 kB of memory a text.")
    boolean duplicates;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "A new file for what is rejected: JSON lines with file, row, id, gate, value, limit.")
    @Nullable
    Path rejects;

    @Option(names = "--json", description = "Everything as JSON on standard output.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        GateSettings settings = gates.settings();
        SpecOptions.Chosen chosen = specs.load(err);
        notIntoTheCorpus();
        CorpusGates.Report report;
        try (RejectsFile file = RejectsFile.open(rejects)) {
            var heard = new Heard(file, err, new ReadingProgress(err, bytes()));
            var judged = new CorpusGates(settings, chosen.archetypes(), duplicates, heard);
            for (Path path : corpus.paths) {
                judged.read(path, corpus.textField);
            }
            report = judged.report();
        } catch (CorpusProblem e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            print(out, report);
        }
        return report.texts() == 0 ? Exit.BAD_INPUT : Exit.OK;
    }

    /** It would be read while it is written, and never end. */
    private void notIntoTheCorpus() {
        Path file = rejects;
        for (Path path : corpus.paths) {
            if (file != null
                    && file.toAbsolutePath()
                            .normalize()
                            .startsWith(path.toAbsolutePath().normalize())) {
                throw new BadInput(
                        "--rejects %s lies in %s, which is read; name a file elsewhere".formatted(file, path));
            }
        }
    }

    private long bytes() {
        return corpus.paths.stream().mapToLong(Corpus::bytes).sum();
    }

    private static final class Heard implements CorpusGates.Listener {
        private final RejectsFile file;
        private final PrintWriter err;
        private final ReadingProgress progress;
        private long problems;

        Heard(RejectsFile file, PrintWriter err, ReadingProgress progress) {
            this.file = file;
            this.err = err;
            this.progress = progress;
        }

        @Override
        public void rejected(CorpusGates.Rejection rejection) {
            file.write(rejection);
        }

        @Override
        public void problem(String line) {
            file.write(Map.of("problem", line));
            if (problems++ < PROBLEMS_SHOWN) {
                err.println(line);
            }
        }

        @Override
        public void progress(Path of, long bytes) {
            progress.at(of, bytes);
        }
    }

    private static void print(PrintWriter out, CorpusGates.Report report) {
        out.printf(
                Locale.ROOT,
                "%,d texts, %,d of them rejected by a gate or more (%.1f %%); %,d rows or files cannot be used.%n%n",
                report.texts(),
                report.rejected(),
                report.texts() == 0 ? 0 : 100.0 * report.rejected() / report.texts(),
                report.unreadable());
        out.printf("%-18s %12s %8s%n", "gate", "rejected", "share");
        for (CorpusGates.ByGate gate : report.gates()) {
            out.printf(Locale.ROOT, "%-18s %,12d %6.1f %%%n", gate.gate(), gate.rejected(), 100 * gate.share());
            for (CorpusGates.Rejection example : gate.examples()) {
                out.printf(
                        "    %s:%d %s: %s against %s; %s%n",
                        example.file(),
                        example.row(),
                        example.reason(),
                        decimal(example.value()),
                        decimal(example.limit()),
                        shortened(example.detail()));
            }
        }
    }

    private static String decimal(double value) {
        return GateLimit.text(Math.rint(value * 1000) / 1000);
    }

    private static String shortened(String detail) {
        String line = detail.replaceAll("\\s+", " ");
        return line.length() <= DETAIL_SHOWN ? line : line.substring(0, DETAIL_SHOWN - 1) + "…";
    }
}
