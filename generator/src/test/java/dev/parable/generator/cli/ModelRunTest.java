package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.generator.Program;
import dev.parable.generator.StoryServer;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.Tales;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands with a model that is asked over a socket. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelRunTest {

    private static final String KEY = "sk-test-secret-0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void aRunThatGetsTooLittleEndsWithItsOwnCode() throws IOException {
        Path run = folder.resolve("run");
        try (StoryServer server = new StoryServer(prompt -> new Answer.Filtered("I would rather not."))) {
            Ran ran = Ran.of(
                    "generate",
                    "--count",
                    "4",
                    "--model",
                    "openai:stub",
                    "--key-variable",
                    "",
                    "--base-url",
                    server.baseUrl(),
                    "--no-library",
                    "--out",
                    run.toString());
            assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.SHORT);
            assertThat(ran.out())
                    .contains("0 stories accepted")
                    .contains("refused=")
                    .contains("4 stories are lacking");
        }
        assertThat(run.resolve("report.html")).exists();
        assertThat(run.resolve("README.md")).exists();
        assertThat(Ran.of("verify", run.toString()).exit()).isZero();
        Ran receipt = Ran.of("explain", firstReject(run), "--run", run.toString());
        assertThat(receipt.out()).contains("refused").contains("I would rather not.");
    }

    @Test
    void aModelsStoriesCanBePreviewed() throws IOException {
        var tales = new Tales(1, 2);
        try (StoryServer server = new StoryServer(prompt -> new Answer.Whole(tales.of(prompt)))) {
            Ran ran = Ran.of(
                    "preview",
                    "--keep",
                    folder.resolve("preview").toString(),
                    "-n",
                    "2",
                    "--model",
                    "openai:stub",
                    "--key-variable",
                    "",
                    "--base-url",
                    server.baseUrl());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.lines().stream().filter(line -> line.startsWith("accepted: ")))
                    .hasSize(2);
        }
    }

    /** The server repeats the key in errors and stories alike, as some do. */
    @Test
    void theKeyIsWrittenNowhere() throws Exception {
        var tales = new Tales(1, 12);
        var refused = new java.util.concurrent.atomic.AtomicInteger();
        Function<Prompt, Answer> answers = prompt -> refused.getAndIncrement() % 4 == 0
                ? new Answer.Refusal(400, "invalid", "bad request for Bearer " + KEY)
                : new Answer.Whole(tales.of(prompt));
        Path run = folder.resolve("run");
        Path log = folder.resolve("log");
        try (StoryServer server = new StoryServer(answers)) {
            int exit = Program.run(
                    log,
                    Map.of("OPENAI_API_KEY", KEY, "PARABLE_DEBUG", "1"),
                    "generate",
                    "--count",
                    "12",
                    "--json",
                    "--model",
                    "openai:stub",
                    "--base-url",
                    server.baseUrl(),
                    "--library",
                    folder.resolve("library").toString(),
                    "--out",
                    run.toString());
            assertThat(exit).as(Files.readString(log)).isIn(Exit.OK, Exit.SHORT);
            assertThat(server.keys()).containsOnly("Bearer " + KEY);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(10);
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(KEY);
            }
        }
        // Shards are compressed, so they are read as rows.
        try (Stream<Row> accepted = Rows.accepted(run);
                Stream<Row> rejected = Rows.rejected(run)) {
            List<Row> rows = Stream.concat(accepted, rejected).toList();
            assertThat(rows)
                    .hasSizeGreaterThanOrEqualTo(12)
                    .allSatisfy(row -> assertThat(row.asMap().toString()).doesNotContain(KEY));
            assertThat(rows)
                    .anySatisfy(row -> assertThat(row.asMap().toString()).contains("Bearer [key]"));
        }
    }

    @Test
    void aKeyThatIsNotAcceptedEndsTheCommandWithAdvice() throws IOException {
        try (StoryServer server = new StoryServer(prompt -> new Answer.Refusal(401, "invalid_api_key", "no"))) {
            Ran ran = Ran.of(
                    "preview",
                    "--keep",
                    folder.resolve("preview").toString(),
                    "-n",
                    "1",
                    "--model",
                    "openai:stub",
                    "--key-variable",
                    "",
                    "--base-url",
                    server.baseUrl());
            assertThat(ran.exit()).isEqualTo(Exit.FAULT);
            assertThat(ran.err())
                    .contains("model stub is unavailable (unauthorized)")
                    .contains("name the environment variable")
                    .contains("run the same command again");
        }
    }

    private static String firstReject(Path run) {
        try (Stream<Row> rows = Rows.rejected(run)) {
            return rows.findFirst().orElseThrow().text("id");
        }
    }
}
