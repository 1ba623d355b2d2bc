package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.generator.llm.BatchServer;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.Protocol;
import dev.parable.generator.models.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs by batches: the same bytes as live, and the key in no file. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchRunTest {

    private static final String KEY = "sk-test-secret-0123456789abcdef";
    private static final int COUNT = 12;
    private static final long SEED = 5;

    @TempDir
    Path folder;

    private static BatchServer server() throws IOException {
        var tales = new Tales(SEED, COUNT);
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        tales.first().forEach(prompt -> prompts.put(prompt.user(), prompt));
        return new BatchServer(Protocol.OPENAI, user -> tales.of(prompts.getOrDefault(user, new Prompt("", user))));
    }

    @Test
    void aRunByBatchesLandsTheBytesOfALiveOne() throws IOException {
        try (BatchServer server = server()) {
            Path live = folder.resolve("live");
            Path batched = folder.resolve("batched");
            Orders.run(order(live, server, null));
            assertThat(server.batches()).isEmpty();
            int asked = server.live().size();

            Orders.run(order(batched, server, BatchDeskTest.QUICK));

            assertThat(server.live()).hasSize(asked);
            assertThat(server.requests()).isEqualTo(asked);
            assertThat(server.batches()).hasSizeLessThan(asked);
            assertThat(Program.shards(batched)).isEqualTo(Program.shards(live)).isNotEmpty();
        }
    }

    private static Order order(Path run, BatchServer server, @Nullable Batching batching) {
        Order of = Orders.composed(run, COUNT, SEED, 200);
        return new Order(
                of.name(),
                run,
                COUNT,
                SEED,
                of.archetypes(),
                of.worlds(),
                of.concurrency(),
                Models.single(ModelSettings.parse("openai:stub")
                        .withBaseUrl(server.baseUrl())
                        .withApiKeyVariable("")),
                null,
                List.of(),
                null,
                of.landing(),
                new Spending(Double.POSITIVE_INFINITY, null, List.of(), batching),
                0,
                of.gates());
    }

    /** The process is another each time: it submits and stops, then collects and, where that is all, ends. */
    @Test
    void theProgramSubmitsLeavesComesBackAndWritesTheKeyNowhere() throws Exception {
        Path run = folder.resolve("run");
        Path log = folder.resolve("log");
        try (BatchServer server = server()) {
            server.hold(true);
            assertThat(generate(run, log, server)).as(Files.readString(log)).isEqualTo(5);
            assertThat(Files.readString(log))
                    .contains("1 batches with 12 requests are out at " + server.baseUrl())
                    .contains("Nothing that was paid for is lost.");
            server.hold(false);
            int exit = generate(run, log, server);
            assertThat(exit).as(Files.readString(log)).isIn(0, 3, 5);
            assertThat(server.live()).isEmpty();
            assertThat(server.keys()).containsOnly("Bearer " + KEY);
            assertThat(server.batches().getFirst().requests()).hasSize(COUNT);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(2);
            for (Path file : all) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(KEY);
            }
        }
    }

    private static int generate(Path run, Path log, BatchServer server) throws InterruptedException {
        return Program.run(
                log,
                Map.of("OPENAI_API_KEY", KEY, "PARABLE_DEBUG", "1"),
                "generate",
                "--count",
                Integer.toString(COUNT),
                "--seed",
                Long.toString(SEED),
                "--model",
                "openai:stub",
                "--base-url",
                server.baseUrl(),
                "--batch",
                "submit",
                "--no-library",
                "--out",
                run.toString());
    }
}
