package dev.parable.generator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.BadInput;
import dev.parable.output.Corpus;
import dev.parable.output.CorpusProblem;
import dev.parable.quality.CorpusMeter;
import dev.parable.quality.Diversity;
import dev.parable.quality.Overuse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures corpora, ours or a stranger's, side by side. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = "Measures how alike the texts of a corpus are: JSON lines (.gz, .zst), Parquet, runs, folders.",
        footer = {
            "",
            "Several are shown side by side; with --reference the first is also searched for words and phrases that it",
            "uses more than the reference does. Figures compare where samples are as large: 150 texts x 500 words.",
            "",
            "Examples:",
            "  parable measure runs/seed-1-count-1000",
            "  parable measure runs/mine human.jsonl.gz other.parquet --text-field story",
            "  parable measure runs/mine --reference human.jsonl.gz"
        })
final class MeasureCommand implements Callable<Integer> {

    private static final int REFERENCE_WORDS = 500;
    private static final int MOST_OVERUSED = 40;
    private static final long TICK = 10_000;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    CorpusOptions corpus = new CorpusOptions();

    @Option(
            names = "--reference",
            paramLabel = "PATH",
            description = "A corpus to say against which words and phrases are used too much.")
    @Nullable
    Path reference;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the samples. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(names = "--json", description = "Everything as JSON on standard output.")
    boolean json;

    private record Measured(String name, CorpusMeter meter, CorpusMeter.Measure measure) {}

    @Override
    public Integer call() throws JsonProcessingException {
        CommandSpec command = Objects.requireNonNull(spec);
        List<Measured> all = new ArrayList<>();
        for (Path path : corpus.paths) {
            all.add(measured(path));
        }
        Path against = reference;
        List<Overuse.Phrase> overused = against == null
                ? List.of()
                : Overuse.of(
                        all.getFirst().meter().sampled(),
                        measured(against).meter().sampled(),
                        REFERENCE_WORDS,
                        MOST_OVERUSED);
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            all.forEach(m -> result.put(m.name(), m.measure()));
            if (against != null) {
                result.put("overused", overused);
            }
            out.println(new ObjectMapper().writeValueAsString(result));
        } else {
            table(out, all);
            all.forEach(m -> tops(out, m));
            overused(out, overused);
        }
        return Exit.OK;
    }

    private Measured measured(Path path) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        var meter = new CorpusMeter(seed);
        long[] read = {0};
        try {
            Corpus.read(path, corpus.textField, document -> {
                meter.add(document.text(), document.labels());
                if (++read[0] % TICK == 0) {
                    err.printf("\r%s: %,d texts", path, read[0]);
                    err.flush();
                }
            });
        } catch (CorpusProblem e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        if (read[0] >= TICK) {
            err.printf("\r%s: %,d texts%n", path, read[0]);
        }
        if (read[0] == 0) {
            throw new BadInput("%s holds no text".formatted(path));
        }
        return new Measured(String.valueOf(path.getFileName()), meter, meter.measure());
    }

    private static void table(PrintWriter out, List<Measured> all) {
        out.printf("%-34s", "");
        all.forEach(m -> out.printf("  %26s", shortened(m.name(), 26)));
        out.println();
        row(out, all, "texts", m -> "%,d".formatted(m.texts()));
        row(out, all, "words", m -> "%,d".formatted(m.words()));
        row(out, all, "words to a text", m -> "%.0f".formatted((double) m.words() / m.texts()));
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("shared_4", "4-grams that another text has too");
        notes.put("xz", "xz ratio");
        notes.put("gzip", "gzip ratio");
        notes.put("distinct_4", "distinct 4-grams");
        notes.put("self_repetition_4", "self-repetition");
        notes.put("self_bleu", "self-BLEU");
        notes.put("rke", "RKE, of 150");
        notes.put("mattr_100", "MATTR-100");
        notes.put("mtld", "MTLD");
        notes.forEach((figure, name) -> row(out, all, name, m -> {
            Map<String, Double> values = m.sample().asMap();
            return "%s [%s, %s]"
                    .formatted(
                            decimal(values.get(figure)),
                            decimal(values.get(figure + "_low")),
                            decimal(values.get(figure + "_high")));
        }));
        row(out, all, "highest 5-gram Jaccard", m -> decimal(m.sample().asMap().get("highest_jaccard_5")));
        row(
                out,
                all,
                "Flesch-Kincaid grade",
                m -> "%s ± %s"
                        .formatted(
                                decimal(m.sample().gradeMean()),
                                decimal(m.sample().gradeSpread())));
        for (int n = 1; n <= 5; n++) {
            int words = n;
            row(
                    out,
                    all,
                    "distinct-%d, whole corpus".formatted(n),
                    m -> decimal(m.distinct().get(words)));
        }
        row(out, all, "overused words to a thousand", m -> decimal(m.slopPerThousand()));
        row(out, all, "commonest opening", m -> first(m.openings()));
        row(out, all, "commonest name", m -> first(m.names()));
        if (all.stream().anyMatch(m -> m.measure().sample().isUndersampled())) {
            out.println("Fewer than 150 texts: the figures of such a corpus do not compare with others.");
        }
        out.println();
    }

    private interface Cell {
        String of(CorpusMeter.Measure measure);
    }

    private static void row(PrintWriter out, List<Measured> all, String name, Cell cell) {
        out.printf("%-34s", name);
        all.forEach(m -> out.printf("  %26s", shortened(cell.of(m.measure()), 26)));
        out.println();
    }

    private static void tops(PrintWriter out, Measured measured) {
        CorpusMeter.Measure measure = measured.measure();
        out.printf("%s: what recurs, by the share of texts that have it%n", measured.name());
        line(out, "openings", measure.openings());
        line(out, "last sentences", measure.endings());
        line(out, "names", measure.names());
        line(out, "four words", measure.phrases().getOrDefault(4, List.of()));
        line(out, "five words", measure.phrases().getOrDefault(5, List.of()));
        line(out, "overused", measure.slop());
        measure.labels().forEach((label, values) -> line(out, label, values));
        out.println();
    }

    private static void line(PrintWriter out, String what, List<Diversity.Share> shares) {
        List<String> parts = shares.stream()
                .filter(s -> s.share() > 0)
                .limit(6)
                .map(s -> "%s %s".formatted(s.what(), percent(s.share())))
                .toList();
        if (!parts.isEmpty()) {
            out.printf("  %-16s %s%n", what, String.join(" · ", parts));
        }
    }

    private static void overused(PrintWriter out, List<Overuse.Phrase> phrases) {
        if (!phrases.isEmpty()) {
            out.println("Used more than in the reference (share of texts, share there, z):");
            phrases.forEach(p -> out.printf(
                    "  %-32s %8s %8s %6.1f%n", p.phrase(), percent(p.share()), percent(p.reference()), p.z()));
        }
    }

    private static String first(List<Diversity.Share> shares) {
        return shares.isEmpty()
                ? "–"
                : "%s %s"
                        .formatted(
                                shares.getFirst().what(),
                                percent(shares.getFirst().share()));
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(100 * share);
    }

    private static String decimal(@Nullable Double value) {
        return value == null ? "–" : value >= 10 ? "%.1f".formatted(value) : "%.3f".formatted(value);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
