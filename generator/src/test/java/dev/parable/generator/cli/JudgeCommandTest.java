package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.Orders;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import dev.parable.quality.GateSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mechanical gates on corpora: a run of ours, a stranger's files, and what cannot be read. */
class JudgeCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static JsonNode gate(Ran ran, String gate) throws IOException {
        for (JsonNode of : JSON.readTree(ran.out()).get("gates")) {
            if (of.get("gate").asText().equals(gate)) {
                return of;
            }
        }
        throw new AssertionError("no gate " + gate + " in " + ran.out());
    }

    @Test
    void aRunsStoriesPassAsTheyDidAndItsRejectsAreRejectedByTheSameGates() throws IOException {
        Path run = folder.resolve("run");
        int stories = (int) Orders.run(Orders.composed(run, 20, 3, 4, GateSettings.DEFAULT.withWords(250, 650)))
                .manifest()
                .counts()
                .accepted();
        Path strict =
                Files.writeString(folder.resolve("gates.yaml"), "format: parable/gates/1\nlength: {max-words: 650}\n");
        for (String path : List.of("", "shards/part-00000.parquet")) {
            Ran accepted = Ran.of("judge", run.resolve(path).toString(), "--duplicates", "--json");
            assertThat(accepted.exit()).as(accepted.err()).isZero();
            JsonNode report = JSON.readTree(accepted.out());
            assertThat(report.get("texts").asInt()).isEqualTo(path.isEmpty() ? stories : Math.min(10, stories));
            assertThat(report.get("rejected").asInt()).as(accepted.out()).isZero();
        }

        Map<String, String> gates = new java.util.TreeMap<>();
        try (Stream<Row> rows = Rows.rejected(run)) {
            rows.filter(row -> !List.of("governor", "duplicates").contains(row.text("gate")))
                    .forEach(row -> gates.put(row.text("id"), row.text("gate")));
        }
        Path rejects = folder.resolve("again.jsonl");
        Ran rejected = Ran.of(
                "judge",
                run.resolve("rejects").toString(),
                "--rejects",
                rejects.toString(),
                "--gates",
                strict.toString());
        assertThat(rejected.exit()).as(rejected.err()).isZero();
        Map<String, List<String>> found = Files.readAllLines(rejects).stream()
                .map(JudgeCommandTest::tree)
                .collect(Collectors.groupingBy(
                        row -> row.get("id").asText(),
                        Collectors.mapping(row -> row.get("gate").asText(), Collectors.toList())));
        assertThat(gates)
                .isNotEmpty()
                .allSatisfy((id, gate) ->
                        assertThat(found.getOrDefault(id, List.of())).as(id).contains(gate));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    @Test
    void aStrangersCorpusIsJudgedWithAFilesLimitsAndBadRowsAreNamed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("\uFEFF{\"id\": \"first\", \"text\": \"It rang, and he went. It was the lock.\"}\n"
                .getBytes(StandardCharsets.UTF_8));
        bytes.write("{\"text\": \"It rang and\"}\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("{\"text\": \"broken\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(new byte[] {'{', '"', (byte) 0xC3, '(', '\n'});
        bytes.write("{\"story\": \"elsewhere\"}\n\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("{\"text\": \"It rang (PLACEHOLDER) and stopped.\"}".getBytes(StandardCharsets.UTF_8));
        Path corpus = Files.write(folder.resolve("stranger.jsonl"), bytes.toByteArray());
        Path gates =
                Files.writeString(folder.resolve("gates.yaml"), "format: parable/gates/1\nlength: {min-words: 4}\n");
        Path rejects = folder.resolve("rejects.jsonl");

        Ran ran = Ran.of(
                "judge", corpus.toString(), "--gates", gates.toString(), "--rejects", rejects.toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode report = JSON.readTree(ran.out());
        assertThat(report.get("texts").asInt()).isEqualTo(3);
        assertThat(report.get("rejected").asInt()).isEqualTo(2);
        assertThat(report.get("unreadable").asInt()).isEqualTo(3);
        assertThat(ran.err())
                .contains("stranger.jsonl:3:")
                .contains("is not JSON")
                .contains("stranger.jsonl:4 is not UTF-8")
                .contains("stranger.jsonl:5 has no text in a field 'text'; its fields are story");
        assertThat(gate(ran, "length").get("rejected").asInt()).isEqualTo(1);
        JsonNode example = gate(ran, "ending").get("examples").get(0);
        assertThat(example.get("row").asInt()).isEqualTo(2);
        assertThat(example.get("id").asText()).isEqualTo(corpus + ":2");
        assertThat(example.get("value").asDouble()).isEqualTo(3);
        assertThat(example.get("limit").asDouble()).isZero();
        assertThat(gate(ran, "leftover-template").get("share").asDouble())
                .isCloseTo(1 / 3.0, org.assertj.core.data.Offset.offset(1e-9));

        List<JsonNode> rows = new ArrayList<>();
        Files.readAllLines(rejects).forEach(line -> rows.add(tree(line)));
        assertThat(rows.stream().filter(row -> row.has("problem"))).hasSize(3);
        assertThat(rows.stream()
                        .filter(row -> row.has("gate"))
                        .map(row ->
                                row.get("row").asInt() + " " + row.get("gate").asText()))
                .containsExactly("2 length", "2 ending", "7 leftover-template");

        Ran table = Ran.of("judge", corpus.toString(), "--gates", gates.toString());
        assertThat(table.out())
                .contains("3 texts, 2 of them rejected by a gate or more (66.7 %); 3 rows or files cannot be used.")
                .containsPattern("ending +1 +33\\.3 %")
                .contains("stranger.jsonl:2 unfinished: 3 against 0; 3 words stand after the last end mark");

        Ran twice = Ran.of("judge", corpus.toString(), "--rejects", rejects.toString());
        assertThat(twice.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(twice.err()).contains("there is such a file; name a new one");
        assertThat(Files.readAllLines(rejects)).hasSize(rows.size());
    }

    @Test
    void aFileThatIsCutOffIsReadAsFarAsItGoesAndTheNextIsRead() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(whole)) {
            for (int i = 0; i < 20_000; i++) {
                gzip.write("{\"text\": \"Number %d rang %x.\"}\n"
                        .formatted(i, i * 7919L)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = whole.toByteArray();
        Files.write(folder.resolve("a.jsonl.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(folder.resolve("b.jsonl"), "{\"text\": \"It rang.\"}\n");
        Files.writeString(folder.resolve("c.parquet"), "no Parquet");
        Ran ran = Ran.of("judge", folder.toString(), "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err())
                .containsPattern("a\\.jsonl\\.gz can be read for [\\d,]+ rows and no further")
                .contains("c.parquet can be read for 0 rows and no further");
        JsonNode report = JSON.readTree(ran.out());
        assertThat(report.get("texts").asInt()).isBetween(5_000, 15_000);
        assertThat(report.get("unreadable").asInt()).isEqualTo(2);
        assertThat(gate(ran, "length").get("rejected").asInt())
                .isEqualTo(report.get("texts").asInt());
        assertThat(gate(ran, "length").get("examples")).hasSize(3);
    }

    @Test
    void duplicatesAndTheGovernorSeeTheCorpusInItsOrder() throws IOException {
        String text =
                Stream.iterate(0, i -> i + 1).limit(60).map(i -> "word" + i).collect(Collectors.joining(" "));
        var lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append(
                    "{\"text\": \"The rain in %s%d %s.\"}\n".formatted("town", i, text.replace("word", "w" + i + "x")));
        }
        lines.append(lines.substring(0, lines.indexOf("\n") + 1));
        Path corpus = Files.writeString(folder.resolve("rain.jsonl"), lines);
        Path gates = Files.writeString(folder.resolve("gates.yaml"), """
                format: parable/gates/1
                length: {use: false}
                governor: {openings: 0.5}
                """);
        Ran governed = Ran.of("judge", corpus.toString(), "--gates", gates.toString(), "--json");
        assertThat(gate(governed, "governor").get("rejected").asInt()).isEqualTo(41 - 25);
        assertThat(governed.out()).doesNotContain("\"duplicates\"");

        Files.writeString(gates, "format: parable/gates/1\nlength: {use: false}\ngovernor: {use: false}\n");
        Ran compared = Ran.of("judge", corpus.toString(), "--gates", gates.toString(), "--duplicates", "--json");
        assertThat(gate(compared, "duplicates").get("rejected").asInt()).isEqualTo(1);
        assertThat(gate(compared, "duplicates")
                        .get("examples")
                        .get(0)
                        .get("detail")
                        .asText())
                .contains("the same text as " + corpus + ":1");
    }

    @Test
    void nothingToReadIsBadInput() throws IOException {
        assertThat(Ran.of("judge", folder.resolve("gone.jsonl").toString()))
                .matches(ran -> ran.exit() == Exit.BAD_INPUT && ran.err().contains("is not there"));
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        assertThat(Ran.of("judge", empty.toString()).exit()).isEqualTo(Exit.BAD_INPUT);
    }

    @Test
    void whatIsReadIsNotWritten() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"It rang and\"}\n");
        Path within = folder.resolve("rejects.jsonl");
        Ran ran = Ran.of("judge", folder.toString(), "--rejects", within.toString());
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("which is read; name a file elsewhere");
        assertThat(within).doesNotExist();
    }

    @Test
    void progressTellsHowMuchIsLeft() {
        var progress = new ReadingProgress(new java.io.PrintWriter(new java.io.StringWriter()), 1_000);
        progress.at(Path.of("a"), 100);
        progress.at(Path.of("a"), 200);
        progress.at(Path.of("b"), 50);
        assertThat(progress.line(10_000_000_000L)).isEqualTo("3 texts, 25 %, 0/s, 0:30 left");
    }
}
