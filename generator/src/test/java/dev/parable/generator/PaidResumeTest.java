package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Keyed;
import dev.parable.domain.Prompt;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.StoryServer.Stage;
import dev.parable.output.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Laws 3 and 4 with a model: killed twenty times, the run lands the same bytes and pays for nothing twice. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PaidResumeTest {

    private static final int COUNT = 120;
    private static final long SEED = 21;
    private static final int CONCURRENCY = 4;
    private static final int KILLS = 20;
    /** More than can be under way at a kill, or its leftovers would look like the next attempt. */
    private static final int ANSWERS_BETWEEN_KILLS = 5;

    private static final List<Stage> STAGES = List.of(Stage.values());

    private static Tales tales;

    @TempDir
    Path folder;

    @BeforeAll
    static void compose() {
        tales = new Tales(SEED, COUNT);
    }

    @Test
    void aKilledRunAsksNothingTwiceAndLandsTheSameBytes() throws Exception {
        Map<String, String> expected = undisturbed();
        Path run = folder.resolve("killed");
        int amongShards = 0;
        try (StoryServer server = server()) {
            for (int i = 0; i < KILLS; i++) {
                Set<String> recorded = recorded(run, i);
                int before = server.asked().size();
                Stage stage = STAGES.get(i % STAGES.size());
                var met = new CountDownLatch(ANSWERS_BETWEEN_KILLS);
                server.watch(now -> {
                    if (now == stage) {
                        met.countDown();
                    }
                });
                Attempt attempt = attempt(run, server);
                met.await();
                attempt.kill();
                assertThat(attempt.done()).isFalse();
                assertNotAskedAgain(server, before, recorded, run);
                Map<String, String> landed = Program.shards(run);
                assertThat(expected).as("after kill %d", i).containsAllEntriesOf(landed);
                amongShards += landed.isEmpty() ? 0 : 1;
            }
            assertThat(amongShards).as("kills after the first shard had landed").isGreaterThanOrEqualTo(3);

            Set<String> recorded = recorded(run, KILLS);
            int before = server.asked().size();
            Attempt last = attempt(run, server);
            assertThat(last.finish()).as(last.said()).isZero();
            assertNotAskedAgain(server, before, recorded, run);
            assertThat(server.sent().size() - server.times().size())
                    .as("answers lost with those who waited for them")
                    .isLessThanOrEqualTo(KILLS * CONCURRENCY);
        }
        assertThat(Program.shards(run)).isEqualTo(expected);
        assertThat(Verifier.verify(run)).isEmpty();
    }

    private Map<String, String> undisturbed() throws IOException {
        Path run = folder.resolve("undisturbed");
        try (StoryServer server = server()) {
            Orders.run(Orders.asked(run, COUNT, SEED, CONCURRENCY, server.baseUrl()));
            assertThat(server.times().values())
                    .as("times that each prompt was asked")
                    .containsOnly(1);
            assertThat(server.times()).hasSizeGreaterThanOrEqualTo(COUNT);
        }
        return Program.shards(run);
    }

    private static StoryServer server() throws IOException {
        return new StoryServer(
                prompt -> new Answer.Whole(tales.of(prompt)),
                prompt -> 20 + Keyed.below(Keyed.key(3, prompt.user()), 30));
    }

    private static Attempt attempt(Path run, StoryServer server) {
        return Attempt.start(
                run.toString(),
                Integer.toString(COUNT),
                Long.toString(SEED),
                Integer.toString(CONCURRENCY),
                server.baseUrl());
    }

    private static void assertNotAskedAgain(StoryServer server, int before, Set<String> recorded, Path run)
            throws IOException {
        String sampling = sampling(run);
        List<Prompt> since = server.asked().subList(before, server.asked().size());
        assertThat(since).isNotEmpty();
        assertThat(since.stream().map(prompt -> PaidOnce.key(sampling, prompt)))
                .as("prompts asked though the ledger held their completion")
                .doesNotContainAnyElementsOf(recorded.isEmpty() ? Set.of("none") : recorded);
    }

    private static String sampling(Path run) throws IOException {
        return Files.readAllLines(run.resolve(RunSettings.FILE)).stream()
                .filter(line -> line.startsWith("model: "))
                .map(line -> line.substring("model: \"".length(), line.length() - 1))
                .findFirst()
                .orElseThrow();
    }

    /** The keys of the completions in the ledger, read from a copy, so that the ledger is as the kill left it. */
    private Set<String> recorded(Path run, int kill) throws IOException, SQLException {
        var keys = new LinkedHashSet<String>();
        if (!Files.exists(run.resolve("ledger.db"))) {
            return keys;
        }
        Path copy = Files.createDirectory(folder.resolve("ledger-" + kill));
        for (String name : List.of("ledger.db", "ledger.db-wal")) {
            if (Files.exists(run.resolve(name))) {
                Files.copy(run.resolve(name), copy.resolve(name));
            }
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("ledger.db"));
                var select = connection.createStatement();
                var rows = select.executeQuery("SELECT key FROM completions")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }
}
