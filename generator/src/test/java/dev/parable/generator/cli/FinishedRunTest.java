package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with a run that is finished. */
class FinishedRunTest {

    private static final int COUNT = 24;

    @TempDir
    static Path folder;

    private static Path run;
    private static Ran generated;
    private static List<Row> stories;

    @BeforeAll
    static void generate() {
        run = folder.resolve("run");
        generated = generate("--json");
        try (Stream<Row> rows = Rows.accepted(run)) {
            stories = rows.toList();
        }
    }

    private static Ran generate(String... more) {
        return Ran.of(Stream.concat(
                        Stream.of(
                                "generate",
                                "--count",
                                Integer.toString(COUNT),
                                "--out",
                                run.toString(),
                                "--library",
                                library().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static Path library() {
        return folder.resolve("library");
    }

    @Test
    void theResultAndTheProgressAreJson() throws JsonProcessingException {
        assertThat(generated.exit()).as(generated.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(generated.out());
        assertThat(generated.lines()).hasSize(1);
        assertThat(result.get("counts").get("accepted").asInt()).isEqualTo(COUNT);
        assertThat(result.get("lacking").asInt()).isZero();
        assertThat(Path.of(result.get("manifest").asText())).exists();
        assertThat(generated.err().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                new ObjectMapper().readTree(line).get("target").asInt())
                        .isEqualTo(COUNT));
    }

    @Test
    void theSameOrderGoesOnAndDoublesNothing() throws IOException {
        byte[] manifest = Files.readAllBytes(run.resolve("manifest.json"));
        Ran again = generate("--concurrency", "3");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("%d stories accepted".formatted(COUNT)).contains("./parable verify " + run);
        assertThat(run.resolve("manifest.json")).hasBinaryContent(manifest);
        assertThat(Ran.of("search", "the", "--library", library().toString()).out())
                .contains("of %d stories".formatted(COUNT));
    }

    @Test
    void anotherOrderInTheSameFolderIsRefusedWithEveryDifference() {
        Ran ran = generate("--seed", "2", "--licence", "CC0-1.0", "--archetype", "owning-mistakes");
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err())
                .contains("seed: 1 in the run, 2 now")
                .contains("licence: CC-BY-4.0 in the run, CC0-1.0 now")
                .contains("archetype.comfort-with-shutdown")
                .doesNotContain("count:")
                .contains("--out");
        assertThat(Ran.of("verify", run.toString()).exit()).isZero();
    }

    @Test
    void verifyFindsTheRunSound() {
        Ran ran = Ran.of("verify", run.toString());
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("Sound: ").contains("%d accepted".formatted(COUNT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shards/part-00000.jsonl.zst",
                "shards/part-00000.parquet",
                "README.md",
                "report.html",
                "manifest.json"
            })
    void oneFlippedByteIsFoundAndNamed(String name) throws IOException {
        Path file = run.resolve(name);
        byte[] sound = Files.readAllBytes(file);
        byte[] flipped = sound.clone();
        flipped[flipped.length / 2] ^= 1;
        try {
            Files.write(file, flipped);
            Ran ran = Ran.of("verify", run.toString());
            assertThat(ran.exit()).isEqualTo(Exit.UNSOUND);
            assertThat(ran.out()).contains(name).contains("Do not train on it");
        } finally {
            Files.write(file, sound);
        }
    }

    @Test
    void aMissingAndAStrangeFileAreFound() throws IOException {
        Path stranger = Files.writeString(run.resolve("notes.txt"), "mine");
        Path hidden = Files.move(run.resolve("report.html"), folder.resolve("report.html"));
        try {
            Ran ran = Ran.of("verify", run.toString());
            assertThat(ran.exit()).isEqualTo(Exit.UNSOUND);
            assertThat(ran.out()).contains("notes.txt").contains("report.html: found no such file");
        } finally {
            Files.move(hidden, run.resolve("report.html"));
            Files.delete(stranger);
        }
    }

    @Test
    void aFolderThatIsNoRunIsToldSo() throws IOException {
        Ran empty =
                Ran.of("verify", Files.createDirectory(folder.resolve("empty")).toString());
        assertThat(empty.exit()).isEqualTo(Exit.UNSOUND);
        assertThat(empty.out()).contains("manifest.json").contains("the run is not finished");
        Ran none = Ran.of("verify", folder.resolve("nowhere").toString());
        assertThat(none.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(none.err()).contains("nowhere is not a folder").contains("runs/");
    }

    @Test
    void aReceiptIsFoundByTheBeginningOfItsId() throws JsonProcessingException {
        Row story = stories.get(COUNT / 2);
        String id = story.text("id");
        Ran ran = Ran.of("explain", id.substring(0, id.length() - 2), "--run", run.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(id)
                .contains(story.text("cell"))
                .contains("verdicts")
                .contains("template_sha256")
                .contains(story.text("text"));
        JsonNode json = new ObjectMapper()
                .readTree(
                        Ran.of("explain", id, "--json", "--run", run.toString()).out());
        assertThat(json.get("id").asText()).isEqualTo(id);
        assertThat(json.get("text").asText()).isEqualTo(story.text("text"));
    }

    @Test
    void anIdThatIsNoneOrSeveralIsRefused() {
        Ran none = Ran.of("explain", "nobody-000", "--run", run.toString());
        assertThat(none.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(none.err()).contains("nobody-000").contains(run.toString());
        Ran several = Ran.of("explain", "h", "--run", run.toString());
        assertThat(several.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(several.err()).contains("ids in").contains("give more of it");
    }

    @Test
    void theLibraryFindsAStoryByItsWordsAndByLikeness() {
        Row story = stories.get(3);
        String words = String.join(
                " ", List.of(story.text("text").split("[^\\p{L}]+", -1)).subList(5, 40));
        Ran ran = Ran.of("search", words, "-n", "3", "--library", library().toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.lines().getFirst()).contains(story.text("id")).contains("(run)");
        Ran like = Ran.of(
                "search", "--like", story.text("id"), "--library", library().toString());
        assertThat(like.lines().getFirst()).contains(story.text("id"));
    }

    @Test
    void aSearchThatCannotBeMadeIsRefused() {
        assertThat(Ran.of("search", "x", "--library", folder.resolve("nowhere").toString()))
                .matches(ran -> ran.exit() == Exit.BAD_INPUT && ran.err().contains("no library"));
        assertThat(Ran.of("search", "x", "--library", run.toString()))
                .matches(ran -> ran.exit() == Exit.BAD_INPUT && ran.err().contains("no library"));
        assertThat(Ran.of("search", "--library", library().toString()).exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(Ran.of("search", "--like", "nobody", "--library", library().toString()))
                .matches(ran -> ran.exit() == Exit.BAD_INPUT && ran.err().contains("nobody"));
        assertThat(Ran.of("search", "x", "-n", "0", "--library", library().toString())
                        .exit())
                .isEqualTo(Exit.BAD_INPUT);
    }

    @Test
    void whatALibraryHoldsIsNotToldAgain() {
        Path second = folder.resolve("second");
        Ran ran = Ran.of(
                "generate",
                "--count",
                Integer.toString(COUNT),
                "--out",
                second.toString(),
                "--against",
                library().toString(),
                "--no-library");
        assertThat(ran.exit()).as(ran.err()).isIn(Exit.OK, Exit.SHORT);
        try (Stream<Row> rows = Rows.accepted(second)) {
            assertThat(rows.map(row -> row.text("text")))
                    .doesNotContainAnyElementsOf(
                            stories.stream().map(row -> row.text("text")).toList());
        }
        try (Stream<Row> rows = Rows.rejected(second)) {
            assertThat(rows.filter(row -> row.text("reason").equals("duplicate-exact"))
                            .map(row -> row.text("dedup_anchor")))
                    .contains(stories.getFirst().text("id"));
        }
    }
}
