package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.output.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Law 3: the same order gives the same bytes, however many at once and however often it was killed. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResumeTest {

    /** Ten shards; with fewer stories than Diversity samples, so that the report takes no time. */
    private static final int COUNT = 100;

    private static final long SEED = 11;
    private static final int KILLS_BY_TIME = 12;
    private static final int KILLS_BY_PROGRESS = 8;

    @TempDir
    Path folder;

    @Test
    void shardsDoNotDependOnConcurrency() throws Exception {
        Orders.run(Orders.composed(folder.resolve("1"), COUNT, SEED, 1));
        Map<String, String> expected = Program.shards(folder.resolve("1"));
        assertThat(expected).hasSizeGreaterThanOrEqualTo(2 * COUNT / Orders.ROWS);
        for (int concurrency : new int[] {4, 64}) {
            Path run = folder.resolve(Integer.toString(concurrency));
            Orders.run(Orders.composed(run, COUNT, SEED, concurrency));
            assertThat(Program.shards(run)).isEqualTo(expected);
        }
    }

    /** The later of two equal stories is answered first, and is the duplicate all the same. */
    @Test
    void whichOfEqualStoriesLandsIsDecidedByThePlan() throws IOException {
        var tales = new Tales(SEED, 24);
        List<Prompt> first = tales.first();
        var landed = new ArrayList<Map<String, String>>();
        try (StoryServer server = new StoryServer(
                prompt -> new Answer.Whole(tales.of(first.get(Math.floorMod(first.indexOf(prompt), 8)))),
                prompt -> first.contains(prompt) ? 60 - 2 * first.indexOf(prompt) : 1)) {
            for (int concurrency : new int[] {1, 24}) {
                Path run = folder.resolve(Integer.toString(concurrency));
                Generation.Result result = Orders.run(Orders.asked(run, 24, SEED, concurrency, server.baseUrl()));
                assertThat(result.manifest().counts().accepted()).isBetween(1L, 8L);
                landed.add(Program.shards(run));
            }
        }
        assertThat(landed.getLast()).isEqualTo(landed.getFirst());
    }

    @Test
    void shardsDoNotDependOnKills() throws Exception {
        Attempt whole = attempt(folder.resolve("whole"));
        assertThat(whole.finish()).as(whole.said()).isZero();
        long duration = System.nanoTime() - whole.begun();
        Map<String, String> expected = Program.shards(folder.resolve("whole"));

        long seed = new Random().nextLong();
        var random = new Random(seed);
        Path killed = folder.resolve("killed");
        int amongShards = 0;
        for (int i = 0; i < KILLS_BY_TIME + KILLS_BY_PROGRESS; i++) {
            Attempt attempt = attempt(killed);
            if (i % 5 < 3) {
                // Later and later, so that each resumes what the last one left and goes beyond it.
                attempt.killAfter((long) (duration * (i + random.nextDouble()) / (KILLS_BY_TIME + KILLS_BY_PROGRESS)));
            } else {
                attempt.awaitLanded(Orders.ROWS + 1 + random.nextInt(COUNT - 3 * Orders.ROWS));
                attempt.kill();
            }
            if (!attempt.done() && attempt.landed() > Orders.ROWS) {
                amongShards++;
            }
            assertThat(expected)
                    .as("finished shards after kill %d, seed %d", i, seed)
                    .containsAllEntriesOf(Program.shards(killed));
        }
        assertThat(amongShards)
                .as("kills after the first shard had landed, seed %d", seed)
                .isGreaterThanOrEqualTo(KILLS_BY_PROGRESS);
        Attempt last = attempt(killed);
        assertThat(last.finish()).as("seed %d: %s", seed, last.said()).isZero();
        assertThat(Program.shards(killed)).as("seed %d", seed).isEqualTo(expected);
        assertThat(Verifier.verify(killed)).isEmpty();
    }

    @Test
    void aFinishedRunIsLeftAsItIs() throws Exception {
        Path run = folder.resolve("run");
        Generation.Result first = Orders.run(Orders.composed(run, 25, SEED, 8));
        Map<String, String> shards = Program.shards(run);
        Generation.Result again = Orders.run(Orders.composed(run, 25, SEED, 2));
        assertThat(again.manifest()).isEqualTo(first.manifest());
        assertThat(Program.shards(run)).isEqualTo(shards);
        assertThat(Verifier.verify(run)).isEmpty();
    }

    private static Attempt attempt(Path run) {
        return Attempt.start(run.toString(), Integer.toString(COUNT), Long.toString(SEED), "16");
    }
}
