package dev.parable.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finishes a run: card, report, and last of all the manifest. */
public final class Publication {

    /** The dataset card's name in a run's folder. */
    public static final String CARD = "README.md";

    /** The report's name in a run's folder. */
    public static final String REPORT = "report.html";

    /** How the judges did on planted texts, in a run's folder; only where judges were asked. */
    public static final String CALIBRATION = "calibration.json";

    private Publication() {}

    /**
     * Writes the card, the report and the manifest of a run whose shards have landed. Each is whole or absent, and one
     * that is there already with the same bytes stays untouched.
     *
     * @param others further files of the run that the manifest is to list, with slashes, such as
     *     {@code evals/items.jsonl}
     * @return the manifest; throws {@link IllegalArgumentException} if the facts are of another run than what landed,
     *     and {@link UncheckedIOException} if the disk fails
     */
    public static Manifest publish(Path run, Landed landed, RunFacts facts, List<String> others) {
        if (!landed.counts().equals(facts.counts())) {
            throw new IllegalArgumentException("run %s landed %s, but its facts tell of %s"
                    .formatted(facts.name(), landed.counts(), facts.counts()));
        }
        try {
            DurableFile.write(run.resolve(CARD), DatasetCard.markdown(facts).getBytes(StandardCharsets.UTF_8));
            DurableFile.write(run.resolve(REPORT), Report.html(facts).getBytes(StandardCharsets.UTF_8));
            var files = new ArrayList<>(landed.files());
            files.add(entry(run, CARD, "card"));
            files.add(entry(run, REPORT, "report"));
            if (!facts.judges().isEmpty()) {
                DurableFile.write(run.resolve(CALIBRATION), Json.pretty(facts.judges()));
                files.add(entry(run, CALIBRATION, "other"));
            }
            for (String other : others) {
                files.add(entry(run, other, "other"));
            }
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    facts.name(),
                    facts.seed(),
                    facts.target(),
                    landed.counts(),
                    files,
                    facts.settings(),
                    facts.specs());
            manifest.write(run);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException("run %s cannot be published: %s".formatted(run, e), e);
        }
    }

    private static Manifest.Entry entry(Path run, String name, String kind) throws IOException {
        Path file = run.resolve(name);
        String format = name.substring(name.lastIndexOf('.') + 1);
        return new Manifest.Entry(name, kind, format, Sha256.of(file), Files.size(file), 0, 0);
    }
}
