package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies(Duration.ofNanos(50));

    @Test
    void nothingIsAStragglerUntilEnoughIsKnown() {
        add(Latencies.ENOUGH - 1, 100);
        assertThat(latencies.straggling()).isEqualTo(Long.MAX_VALUE);
        add(1, 100);
        assertThat(latencies.straggling()).isEqualTo(150);
    }

    @Test
    void oneInFiftyDoesNotMoveTheBound() {
        for (int i = 0; i < 20; i++) {
            add(49, 100);
            add(1, 100_000);
        }
        assertThat(latencies.straggling()).isEqualTo(150);
    }

    @Test
    void whatEverybodyTakesIsNoStraggler() {
        add(500, 100);
        add(600, 1000);
        assertThat(latencies.straggling()).isEqualTo(1500);
    }

    @Test
    void noCallIsAStragglerBelowTheFloor() {
        add(500, 1);
        assertThat(latencies.straggling()).isEqualTo(50);
    }

    private void add(int times, long latency) {
        for (int i = 0; i < times; i++) {
            latencies.add(latency);
        }
    }
}
