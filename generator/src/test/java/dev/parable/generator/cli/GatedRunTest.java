package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.generator.Program;
import dev.parable.generator.StoryServer;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.Tales;
import dev.parable.output.Manifest;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose gates are set by a file, with a model on a socket that counts what it is asked. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GatedRunTest {

    private static final int COUNT = 12;

    private static Tales tales;

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Prompt> asked = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void compose() {
        tales = new Tales(1, COUNT);
    }

    private StoryServer server() throws IOException {
        return new StoryServer(prompt -> {
            asked.add(prompt);
            return new Answer.Whole(tales.of(prompt));
        });
    }

    private Ran generate(StoryServer server, String out, String... more) {
        return Ran.of(Stream.concat(
                        Stream.of(
                                "generate",
                                "--count",
                                Integer.toString(COUNT),
                                "--model",
                                "openai:stub",
                                "--key-variable",
                                "",
                                "--base-url",
                                server.baseUrl(),
                                "--no-library",
                                "--out",
                                folder.resolve(out).toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    private String gates(String settings) throws IOException {
        return Files.writeString(folder.resolve("gates.yaml"), "format: parable/gates/1\n" + settings)
                .toString();
    }

    private List<String> texts(String run) {
        try (Stream<Row> rows = Rows.accepted(folder.resolve(run))) {
            return rows.map(row -> row.text("text")).toList();
        }
    }

    @Test
    void anotherThresholdCostsNothingInANewRunAndLeavesTheOldOneAlone() throws IOException {
        String strict = gates("length: {max-words: 650}\n");
        try (StoryServer server = server()) {
            Ran first = generate(server, "a", "--gates", strict);
            assertThat(first.exit()).as(first.err()).isIn(Exit.OK, Exit.SHORT);
            assertThat(first.out()).contains("too-long=");
            assertThat(texts("a")).isNotEmpty().allMatch(text -> text.split("[^\\p{L}\\p{N}'’-]+", -1).length <= 700);
            assertThat(asked).hasSizeGreaterThan(COUNT);
            asked.clear();
            byte[] manifest = Files.readAllBytes(folder.resolve("a").resolve(Manifest.FILE));

            gates("length: {max-words: 2400}\n");
            Ran same = generate(server, "a", "--gates", strict);
            assertThat(same.exit()).isEqualTo(Exit.BAD_INPUT);
            assertThat(same.err())
                    .contains("gate.length.max-words: 650 in the run, 2400 now")
                    .contains("--out OTHER --paid " + folder.resolve("a"));
            assertThat(folder.resolve("a").resolve(Manifest.FILE)).hasBinaryContent(manifest);
            assertThat(Ran.of("verify", folder.resolve("a").toString()).exit()).isZero();

            Ran other = generate(
                    server,
                    "b",
                    "--gates",
                    strict,
                    "--paid",
                    folder.resolve("a").toString());
            assertThat(other.exit()).as(other.err()).isZero();
            assertThat(texts("b")).hasSize(COUNT);
            assertThat(asked).as("what the model was asked").isEmpty();
        }
        assertThat(Manifest.read(folder.resolve("b")).settings())
                .containsEntry("gate.length.max-words", "2400")
                .doesNotContainKey("gate.length.min-words");
        assertThat(Files.readString(folder.resolve("b").resolve("README.md")))
                .contains("The gates were not as they are by default: length.max-words 2400.");
        try (Stream<Row> rows = Rows.accepted(folder.resolve("b"))) {
            assertThat(rows).allSatisfy(row -> assertThat(row.text("verdicts")).contains("2400"));
        }
    }

    /** What a stricter gate turns away is planned again, and only that is asked for. */
    @Test
    void aStricterThresholdAsksForNothingThatWasPaidFor() throws IOException {
        try (StoryServer server = server()) {
            Ran first = generate(server, "a");
            assertThat(first.exit()).as(first.err()).isZero();
            List<Prompt> paid = List.copyOf(asked);
            asked.clear();
            Ran other = generate(
                    server,
                    "b",
                    "--gates",
                    gates("length: {max-words: 650}\n"),
                    "--paid",
                    folder.resolve("a").toString());
            assertThat(other.exit()).as(other.err()).isIn(Exit.OK, Exit.SHORT);
            assertThat(other.out()).contains("too-long=");
            assertThat(asked).isNotEmpty().doesNotContainAnyElementsOf(paid);
        }
    }

    @Test
    void theFileOfDefaultsIsNoFileAndAGateThatIsOffIsInNoFunnel() throws IOException {
        Path defaults = Files.writeString(
                folder.resolve("defaults.yaml"), Ran.of("gates").out());
        compose("a/run");
        compose("b/run", "--gates", defaults.toString());
        for (String name : List.of(Manifest.FILE, "run.yaml", "README.md", "report.html")) {
            assertThat(folder.resolve("b/run").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("a/run").resolve(name));
        }
        compose(
                "c/run",
                "--gates",
                gates("governor: {use: false}\nduplicates: {use: false}\nmoral-words: {use: false}\n"));
        try (Stream<Row> rows = Rows.accepted(folder.resolve("c/run"))) {
            assertThat(rows)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.text("verdicts"))
                            .contains("\"length\"")
                            .doesNotContain("governor", "duplicates", "moral-words"));
        }
        assertThat(Manifest.read(folder.resolve("c/run")).settings())
                .containsEntry("gate.governor", "off")
                .containsEntry("gate.duplicates", "off")
                .containsEntry("gate.moral-words", "off");
    }

    private void compose(String out, String... more) {
        Ran ran = Ran.of(Stream.concat(
                        Stream.of(
                                "generate",
                                "--composer",
                                "--count",
                                "20",
                                "--no-library",
                                "--out",
                                folder.resolve(out).toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    @Test
    void aBadFileStopsBeforeAnythingIsAskedOrWritten() throws IOException {
        String bad = gates("lenght: {max-words: 650}\ncoda: {weight: -1}\n");
        try (StoryServer server = server()) {
            for (Ran ran : List.of(
                    generate(server, "a", "--gates", bad),
                    Ran.of("preview", "-n", "1", "--composer", "--gates", bad),
                    Ran.of("gates", "--gates", bad))) {
                assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
                assertThat(ran.err())
                        .contains("gates.yaml:2:1: unknown key 'lenght'", "did you mean 'length'?")
                        .contains("gates.yaml:3:16: 'weight' of the gate coda is '-1'");
            }
        }
        assertThat(asked).isEmpty();
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void previewShowsTheVerdictsOfTheFile() throws IOException {
        Ran ran = Ran.of("preview", "-n", "2", "--composer", "--gates", gates("length: {max-words: 260}\n"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("rejected by length: too-long").contains("against 260;");
    }

    /** Through the command, with a writer and a critic on one socket, in processes of their own. */
    @Test
    void anotherCritiqueTemplateAsksTheCriticAndWhatFollowsAndNoDraftAgain() throws Exception {
        Predicate<Prompt> critique = prompt -> prompt.user().contains("SEVERE") || isShippedCritique(prompt);
        Predicate<Prompt> rewrite = prompt -> prompt.user().contains("AN EDITOR'S NOTES");
        try (StoryServer server = new StoryServer(prompt -> {
            asked.add(prompt);
            return new Answer.Whole(
                    critique.test(prompt)
                            ? "{\"problems\":[{\"weight\":\"should\",\"quote\":\"\",\"what\":\"%s\",\"remedy\":\"Cut it.\"}]}"
                                    .formatted(prompt.user().contains("SEVERE") ? "It is slow." : "It is long.")
                            : tales.of(prompt));
        })) {
            Path models =
                    Files.writeString(folder.resolve("models.yaml"), """
                    models:
                      w: {protocol: openai, model: teller, base-url: "%s"}
                      c: {protocol: openai, model: reader, base-url: "%s"}
                    roles: {writer: w, critic: c}
                    chain: {critique: true, rewrite: true}
                    """.formatted(server.baseUrl(), server.baseUrl()));
            Path prompts = Files.createDirectories(folder.resolve("prompts"));
            Files.writeString(prompts.resolve("critique.ftl"), "SEVERE editor, read: ${story}");
            Path log = folder.resolve("log");
            List<String> order = new ArrayList<>(List.of(
                    "generate",
                    "--count",
                    "4",
                    "--no-library",
                    "--models",
                    models.toString(),
                    "--out",
                    folder.resolve("a").toString()));
            int exit = Program.run(log, java.util.Map.of(), order.toArray(String[]::new));
            assertThat(exit).as(Files.readString(log)).isIn(Exit.OK, Exit.SHORT);
            List<Prompt> paid = List.copyOf(asked);
            assertThat(paid).anyMatch(critique).anyMatch(rewrite);
            asked.clear();

            order.set(order.size() - 1, folder.resolve("b").toString());
            order.addAll(List.of(
                    "--prompts",
                    prompts.toString(),
                    "--paid",
                    folder.resolve("a").toString()));
            exit = Program.run(log, java.util.Map.of(), order.toArray(String[]::new));
            assertThat(exit).as(Files.readString(log)).isIn(Exit.OK, Exit.SHORT);
            assertThat(asked).doesNotContainAnyElementsOf(paid);
            List<Prompt> firstWave = asked.stream().toList();
            assertThat(firstWave.stream().filter(critique)).hasSizeGreaterThanOrEqualTo(4);
            assertThat(firstWave.stream().filter(rewrite)).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    private static boolean isShippedCritique(Prompt prompt) {
        return prompt.user().startsWith("You edit fiction.");
    }
}
