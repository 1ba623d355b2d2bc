package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker();

    @Test
    void itOpensAfterManyFaultsInARowAndNotBefore() {
        fault(Breaker.IN_A_ROW - 1);
        breaker.answered();
        fault(Breaker.IN_A_ROW - 1);
        assertThat(breaker.open()).isFalse();
        fault(1);
        assertThat(breaker.open()).isTrue();
        assertThat(breaker.delay(0)).isEqualTo(SECOND);
    }

    @Test
    void oneCallIsLetThroughAndItsAnswerCloses() {
        fault(Breaker.IN_A_ROW);
        assertThat(breaker.passable()).isTrue();
        breaker.passed("probe");
        assertThat(breaker.passable()).isFalse();
        assertThat(breaker.answered()).isTrue();
        assertThat(breaker.open()).isFalse();
        assertThat(breaker.delay(0)).isZero();
    }

    @Test
    void theFaultOfTheOneDoublesThePauseUpToHalfAMinute() {
        fault(Breaker.IN_A_ROW);
        long now = 0;
        for (int i = 1; i <= 7; i++) {
            now += breaker.delay(now);
            breaker.passed(i);
            breaker.faulted(i, now);
            assertThat(breaker.delay(now)).isEqualTo(Math.min(30, 1L << i) * SECOND);
        }
        assertThat(breaker.gone()).isFalse();
        breaker.passed("last");
        breaker.faulted("last", now);
        assertThat(breaker.gone()).isTrue();
        breaker.answered();
        assertThat(breaker.gone()).isFalse();
    }

    @Test
    void faultsOfCallsFromBeforeItOpenedChangeNothing() {
        fault(Breaker.IN_A_ROW);
        breaker.passed("probe");
        for (int i = 0; i < 100; i++) {
            breaker.faulted("early " + i, 5);
        }
        assertThat(breaker.passable()).isFalse();
        assertThat(breaker.delay(0)).isEqualTo(SECOND);
        assertThat(breaker.gone()).isFalse();
    }

    @Test
    void anAbandonedProbeMakesRoomForAnother() {
        fault(Breaker.IN_A_ROW);
        breaker.passed("probe");
        breaker.abandoned("somebody else");
        assertThat(breaker.passable()).isFalse();
        breaker.abandoned("probe");
        assertThat(breaker.passable()).isTrue();
    }

    private void fault(int times) {
        for (int i = 0; i < times; i++) {
            breaker.faulted(i, 0);
        }
    }
}
