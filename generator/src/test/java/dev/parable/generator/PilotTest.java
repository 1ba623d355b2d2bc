package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Prompt;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.output.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A large run whose first stories are bad stops there, at the price of those. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PilotTest {

    private static final int COUNT = 40;
    private static final int PILOT = 20;
    private static final long SEED = 91;
    private static final int CONCURRENCY = 8;

    private static Tales tales;

    @TempDir
    Path folder;

    @BeforeAll
    static void compose() {
        tales = new Tales(SEED, COUNT);
    }

    @Test
    void aModelThatMostlyRefusesIsAskedForThePilotOnly() throws IOException {
        Function<Prompt, Answer> mostly = prompt ->
                tales.first().indexOf(prompt) % 5 == 0 ? new Answer.Whole(tales.of(prompt)) : new Answer.Filtered("");
        try (StoryServer server = new StoryServer(mostly)) {
            assertThatThrownBy(() -> Orders.run(order(server, PILOT)))
                    .isInstanceOf(PilotStopped.class)
                    .hasMessageContaining("80 % came to nothing (limit 50 %)");
            assertThat(server.times()).hasSize(PILOT);
            assertThat(Files.exists(run().resolve("manifest.json"))).isFalse();
        }
    }

    @Test
    void aModelThatTellsOneStoryOverAndOverIsStopped() throws IOException {
        try (StoryServer server = new StoryServer(
                prompt -> new Answer.Whole(oneStory(tales.first().indexOf(prompt))))) {
            assertThatThrownBy(() -> Orders.run(order(server, PILOT)))
                    .isInstanceOf(PilotStopped.class)
                    .hasMessageContaining("duplicate-near");
        }
    }

    /** What the user insists on is told, from where the pilot stopped, and nothing is asked again. */
    @Test
    void withoutThePilotTheRunGoesOnFromWhereItStopped() throws IOException {
        Function<Prompt, Answer> mostly = prompt -> tales.first().indexOf(prompt) % 5 == 0
                ? new Answer.Whole(tales.of(prompt))
                : tales.first().contains(prompt) ? new Answer.Filtered("") : new Answer.Whole(tales.of(prompt));
        try (StoryServer server = new StoryServer(mostly)) {
            assertThatThrownBy(() -> Orders.run(order(server, PILOT))).isInstanceOf(PilotStopped.class);
            Orders.run(order(server, 0));
            assertThat(server.times().values())
                    .as("times that each prompt was asked")
                    .containsOnly(1);
        }
        assertThat(Verifier.verify(run())).isEmpty();
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Order order(StoryServer server, int pilot) {
        return Orders.asked(run(), COUNT, SEED, CONCURRENCY, server.baseUrl(), pilot);
    }

    /** The first tale, with a number in it. */
    private static String oneStory(int number) {
        return tales.of(tales.first().getFirst()) + " It was the " + number + "th.";
    }
}
