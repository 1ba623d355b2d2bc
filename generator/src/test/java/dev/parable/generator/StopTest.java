package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.StoryServer.Stage;
import dev.parable.output.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, with a server that keeps it waiting, and signals. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopTest {

    private static final int COUNT = 12;
    private static final int CALLS = 3;
    private static final int STOPPED = 5;
    private static final int TERMINATED = 128 + 15;

    private static Tales tales;

    @TempDir
    Path folder;

    @BeforeAll
    static void compose() {
        tales = new Tales(1, COUNT);
    }

    /** Eight stories are under way: three calls are at the server, five wait for a turn and must not be sent any more. */
    @Test
    void whatIsOutLandsInTheLedgerAndIsNotAskedAgain() throws Exception {
        Path run = folder.resolve("run");
        Path log = folder.resolve("log");
        var out = new CountDownLatch(CALLS);
        var answer = new CountDownLatch(1);
        try (StoryServer server = server()) {
            server.watch(stage -> hold(stage, out, answer));
            Process process = start(log, run, server);
            out.await();
            process.destroy();
            awaitSaid(log, process, "waiting for 3 calls that are out");
            answer.countDown();
            assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(STOPPED);
            assertThat(log).content().contains("stopped as it was told", "Nothing that was paid for is lost");
            List<Prompt> before = server.asked();
            assertThat(before).hasSize(CALLS);
            try (Ledger ledger = Ledger.open(run)) {
                assertThat(ledger.completions()).isEqualTo(CALLS);
            }

            server.watch(stage -> {});
            int again = start(log, run, server).waitFor();
            assertThat(again).as(Files.readString(log)).isZero();
            assertThat(server.times()).hasSizeGreaterThanOrEqualTo(COUNT).containsKeys(before.toArray(Prompt[]::new));
            assertThat(server.times().values()).containsOnly(1);
        }
        assertThat(Verifier.verify(run)).isEmpty();
    }

    @Test
    void aSecondSignalEndsItAtOnce() throws Exception {
        Path run = folder.resolve("run");
        Path log = folder.resolve("log");
        var out = new CountDownLatch(CALLS);
        var never = new CountDownLatch(1);
        try (StoryServer server = server()) {
            server.watch(stage -> hold(stage, out, never));
            Process process = start(log, run, server);
            out.await();
            process.destroy();
            awaitSaid(log, process, "waiting for 3 calls that are out");
            process.destroy();
            assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(TERMINATED);
            never.countDown();
        }
        try (Ledger ledger = Ledger.open(run)) {
            assertThat(ledger.completions()).isZero();
        }
    }

    @Test
    void aPreviewKeepsWhatIsOutToo() throws Exception {
        Path kept = folder.resolve("kept");
        Path log = folder.resolve("log");
        var out = new CountDownLatch(CALLS);
        var answer = new CountDownLatch(1);
        try (StoryServer server = server()) {
            server.watch(stage -> hold(stage, out, answer));
            String[] preview = {"preview", "-n", "4", "--models", models(server).toString(), "--keep", kept.toString()};
            Process process = Program.start(log, Map.of(), preview);
            out.await();
            process.destroy();
            awaitSaid(log, process, "waiting for 3 calls that are out");
            answer.countDown();
            assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(STOPPED);
            server.watch(stage -> {});
            assertThat(Program.run(log, Map.of(), preview)).isZero();
            assertThat(server.times()).hasSize(4);
            assertThat(server.times().values()).containsOnly(1);
        }
    }

    @Test
    void theComposerStopsBetweenTwoStoriesAndGoesOn() throws Exception {
        Path run = folder.resolve("run");
        Path log = folder.resolve("log");
        String[] generate = {
            "generate", "--composer", "--count", "100", "--no-library", "--formats", "jsonl", "--out", run.toString()
        };
        Process process = Program.start(log, Map.of(), generate);
        while (!begun(run.resolve("shards"))) {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(5);
        }
        process.destroy();
        assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(STOPPED);
        assertThat(log)
                .content()
                .contains("SIGTERM: it stops when the story under way has landed", "stopped as it was told");
        assertThat(run.resolve("manifest.json")).doesNotExist();

        assertThat(Program.run(log, Map.of(), generate))
                .as(Files.readString(log))
                .isZero();
        assertThat(Verifier.verify(run)).isEmpty();
    }

    private static boolean begun(Path shards) {
        String[] files = shards.toFile().list();
        return files != null && files.length > 0;
    }

    private Process start(Path log, Path run, StoryServer server) throws IOException {
        return Program.start(
                log,
                Map.of(),
                "generate",
                "--count",
                Integer.toString(COUNT),
                "--models",
                models(server).toString(),
                "--concurrency",
                "8",
                "--no-library",
                "--out",
                run.toString());
    }

    private Path models(StoryServer server) throws IOException {
        return Files.writeString(folder.resolve("models.yaml"), """
                models:
                  teller: {protocol: openai, model: stub, base-url: "%s", concurrency: %d}
                roles:
                  writer: teller
                """.formatted(server.baseUrl(), CALLS));
    }

    private static StoryServer server() throws IOException {
        return new StoryServer(prompt -> new Answer.Whole(tales.of(prompt)));
    }

    /** Counts what was asked, and keeps it waiting for its answer. */
    private static void hold(Stage stage, CountDownLatch out, CountDownLatch answer) {
        if (stage == Stage.ASKED) {
            out.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void awaitSaid(Path log, Process process, String what) throws IOException, InterruptedException {
        while (true) {
            try (Stream<String> lines = Files.lines(log)) {
                if (lines.anyMatch(line -> line.contains(what))) {
                    return;
                }
            }
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(5);
        }
    }
}
