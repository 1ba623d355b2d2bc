package dev.parable.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Texts that belong to a run's stories and are none of them, in a labelled file of their own: {@code arms/NAME.jsonl.zst},
 * one JSON object a line, and {@code arms/NAME-rejects.jsonl.zst} for those that a gate turned away or that never came.
 * They stand outside the shards, so that nobody trains on them by reading a run's stories. For one thread.
 */
public final class Arm implements AutoCloseable {

    private final Path told;
    private final Path rejects;
    private final ZstdOutputStream toldLines;
    private final ZstdOutputStream rejectLines;

    private Arm(Path told, Path rejects) throws IOException {
        this.told = told;
        this.rejects = rejects;
        this.toldLines = lines(told);
        this.rejectLines = lines(rejects);
    }

    /**
     * A line of an arm.
     *
     * @param id of this text
     * @param of the id of the story that it belongs to
     * @param kind such as {@code news-item} or {@code counterfactual}
     * @param use what it may be used for: {@code train}, {@code holdout} or {@code eval}
     * @param outcome {@code told}, {@code rejected} or {@code untold}
     * @param reason why it is not told; empty where it is
     * @param text the text, or what came in its place
     */
    public record Line(
            String id,
            String of,
            String archetype,
            String application,
            String kind,
            String use,
            String outcome,
            String reason,
            String text,
            String model,
            String promptSha256,
            String licence) {}

    /** Opens an arm of a run. Throws {@link UncheckedIOException} if the disk fails, as all methods do. */
    public static Arm open(Path run, String name) {
        try {
            Path folder = Files.createDirectories(run.resolve("arms"));
            DurableFile.deleteTemporaries(folder);
            return new Arm(folder.resolve(name + ".jsonl.zst"), folder.resolve(name + "-rejects.jsonl.zst"));
        } catch (IOException e) {
            throw new UncheckedIOException("arm %s of run %s cannot be opened: %s".formatted(name, run, e), e);
        }
    }

    /** Reads a file of an arm, all of it. Throws {@link UncheckedIOException} if it cannot be read. */
    public static List<Line> read(Path file) {
        List<Line> lines = new ArrayList<>();
        try (var in = new BufferedReader(
                new InputStreamReader(new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode json = Json.MAPPER.readTree(line);
                lines.add(new Line(
                        json.path("id").asText(),
                        json.path("of").asText(),
                        json.path("archetype").asText(),
                        json.path("application").asText(),
                        json.path("kind").asText(),
                        json.path("use").asText(),
                        json.path("outcome").asText(),
                        json.path("reason").asText(),
                        json.path("text").asText(),
                        json.path("model").asText(),
                        json.path("prompt_sha256").asText(),
                        json.path("licence").asText()));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("arm %s cannot be read: %s".formatted(file, e), e);
        }
    }

    private static ZstdOutputStream lines(Path file) throws IOException {
        return new ZstdOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(DurableFile.temporary(file))), PageCodecs.LEVEL)
                .setChecksum(true);
    }

    /** Writes a line to the file that its outcome asks for. */
    public void write(Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", line.id());
        json.put("of", line.of());
        json.put("archetype", line.archetype());
        json.put("application", line.application());
        json.put("kind", line.kind());
        json.put("use", line.use());
        json.put("outcome", line.outcome());
        json.put("reason", line.reason());
        json.put("text", line.text());
        json.put("model", line.model());
        json.put("prompt_sha256", line.promptSha256());
        json.put("licence", line.licence());
        json.put("synthetic", true);
        try {
            ZstdOutputStream to = line.outcome().equals("told") ? toldLines : rejectLines;
            to.write(Json.MAPPER.writeValueAsBytes(json));
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written: %s".formatted(line.id(), e), e);
        }
    }

    /** Gives both files their names; what they held before is replaced. Returns their names in the run's folder. */
    public List<String> land() {
        try {
            toldLines.close();
            rejectLines.close();
            DurableFile.rename(told);
            DurableFile.rename(rejects);
            return List.of("arms/" + told.getFileName(), "arms/" + rejects.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot land: %s".formatted(told, e), e);
        }
    }

    /** Abandons what has not landed. */
    @Override
    public void close() {
        try {
            toldLines.close();
            rejectLines.close();
            Files.deleteIfExists(DurableFile.temporary(told));
            Files.deleteIfExists(DurableFile.temporary(rejects));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be abandoned: %s".formatted(told, e), e);
        }
    }
}
