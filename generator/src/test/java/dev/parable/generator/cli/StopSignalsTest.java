package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.generator.Program;
import dev.parable.generator.Stop;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.models.Models;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopSignalsTest {

    @Test
    void whatDoesNotStopIsEndedAfterTheGrace() throws Exception {
        Process process = Program.start(Stubborn.class.getName(), List.of());
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("begun");
            // Process.destroy would close the streams as well.
            process.toHandle().destroy();
            assertThat(said.readLine()).startsWith("SIGTERM: ").contains("after 0.2 s at most");
            assertThat(said.readLine())
                    .isEqualTo("After 0.2 s 0 calls still out; it ends without them. Start it again to go on.");
        }
        assertThat(process.waitFor()).isEqualTo(Exit.STOPPED);
    }

    @Test
    void theGraceIsTheModelsTimeoutAndAMinuteAtMost() {
        assertThat(StopSignals.grace(null)).isEqualTo(Duration.ofSeconds(60));
        assertThat(StopSignals.grace(timeout(Duration.ofMinutes(5)))).isEqualTo(Duration.ofSeconds(60));
        assertThat(StopSignals.grace(timeout(Duration.ofSeconds(7)))).isEqualTo(Duration.ofSeconds(7));
    }

    private static Models timeout(Duration timeout) {
        return Models.single(ModelSettings.parse("openai:stub").withTimeout(timeout));
    }

    /** Work that hears of no stop. */
    static final class Stubborn {

        private Stubborn() {}

        public static void main(String[] arguments) {
            new StopSignals(new Stop(), Duration.ofMillis(200), System.out::println).during(() -> {
                System.out.println("begun");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return 0;
            });
        }
    }
}
