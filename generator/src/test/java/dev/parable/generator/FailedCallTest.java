package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Prompt;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.output.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Law 3 where calls fail: what landed as untold stays untold, and a model that is gone costs no scenario. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailedCallTest {

    private static final int COUNT = 24;
    private static final long SEED = 71;
    private static final int CONCURRENCY = 4;

    private static Tales tales;

    @TempDir
    Path folder;

    @BeforeAll
    static void compose() {
        tales = new Tales(SEED, COUNT);
    }

    @Test
    void aFinishedRunWithAFailedCallIsLeftAsItIsWhenTheServerIsWellAgain() throws IOException {
        var ill = new AtomicBoolean(true);
        Path run = folder.resolve("run");
        try (StoryServer server = server(
                ill, prompt -> prompt.equals(tales.first().get(3)), new Answer.Refusal(500, "overloaded", "memory"))) {
            generate(run, server);
            Map<String, String> shards = Program.shards(run);
            assertThat(shards).containsKey("rejects/part-00000.jsonl.zst");
            ill.set(false);
            generate(run, server);
            assertThat(Program.shards(run)).isEqualTo(shards);
        }
        assertThat(Verifier.verify(run)).isEmpty();
    }

    /** A key that expires midway: nothing lands as untold, and the run goes on to the bytes of one that was never stopped. */
    @Test
    void aModelThatIsGoneStopsTheRunAndCostsNothing() throws IOException {
        Path calm = folder.resolve("calm");
        try (StoryServer server = new StoryServer(prompt -> new Answer.Whole(tales.of(prompt)))) {
            generate(calm, server);
        }
        var expired = new AtomicBoolean(true);
        Path run = folder.resolve("run");
        try (StoryServer server = server(
                expired,
                prompt -> tales.first().indexOf(prompt) >= COUNT / 2,
                new Answer.Refusal(401, "invalid_api_key", "expired"))) {
            assertThatThrownBy(() -> generate(run, server))
                    .isInstanceOf(ModelUnavailable.class)
                    .hasMessageContaining("unauthorized")
                    .hasMessageContaining("expired");
            assertThat(Program.shards(run)).isNotEmpty();
            assertThat(Program.shards(calm)).containsAllEntriesOf(Program.shards(run));
            expired.set(false);
            generate(run, server);
            assertThat(server.times().entrySet().stream()
                            .filter(asked -> tales.first().indexOf(asked.getKey()) < COUNT / 2)
                            .map(Map.Entry::getValue))
                    .as("times that each answered prompt was asked")
                    .containsOnly(1);
        }
        assertThat(Program.shards(run)).isEqualTo(Program.shards(calm));
        assertThat(Verifier.verify(run)).isEmpty();
    }

    private static StoryServer server(AtomicBoolean when, Predicate<Prompt> which, Answer trouble) throws IOException {
        return new StoryServer(
                prompt -> when.get() && which.test(prompt) ? trouble : new Answer.Whole(tales.of(prompt)));
    }

    private static void generate(Path run, StoryServer server) {
        Orders.run(Orders.asked(run, COUNT, SEED, CONCURRENCY, server.baseUrl()));
    }
}
