package dev.parable.output;

import dev.parable.domain.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lands and publishes runs for tests. */
final class Runs {

    static final LandingSettings SMALL = new LandingSettings(20, 8, 200, "CC-BY-4.0");

    private Runs() {}

    static Landed land(Path run, LandingSettings settings, List<? extends Outcome> outcomes) {
        try (Landing landing = Landing.open(run, settings)) {
            outcomes.forEach(landing::land);
            return landing.finish();
        }
    }

    static Manifest publish(Path run, LandingSettings settings, List<? extends Outcome> outcomes) {
        Landed landed = land(run, settings, outcomes);
        return Publication.publish(run, landed, facts(landed, Tally.of(run)), List.of());
    }

    static RunFacts facts(Landed landed, Tally tally) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("stories_per_shard", "20");
        settings.put("storyteller", "composer");
        return new RunFacts(
                "autumn \"depot\" run",
                -42,
                70,
                landed.counts(),
                "CC-BY-4.0",
                "en",
                GateStep.funnel(landed.counts(), List.of("length", "near-duplicate"), landed.gates()),
                tally,
                List.of(
                        new RunFacts.Figure("distinct 4-grams", 0.913, 0.958, "share of all 4-grams; more is better"),
                        new RunFacts.Figure("compression ratio", 2.41, null, "xz; less is better")),
                List.of(new RunFacts.ShortCell(
                        "admits-mistakes/apply/facet-1/1-ai/ai", 9, 4, "too many | near-duplicates")),
                settings,
                Map.of("admits-mistakes", "ab".repeat(32)),
                List.of("Every story is set at a depot; <nowhere> else."),
                List.of());
    }

    /** Every file of a run with its digest. */
    static Map<String, String> digests(Path run) {
        var digests = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(run.relativize(file).toString(), Sha256.of(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }

    static List<Row> rows(Path run, Schema schema) {
        try (Stream<Row> rows = Rows.rows(run, schema)) {
            return rows.toList();
        }
    }
}
