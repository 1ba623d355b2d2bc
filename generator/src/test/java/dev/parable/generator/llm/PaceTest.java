package dev.parable.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a pace allows, by a clock that the test moves. */
class PaceTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    @Test
    void aMinuteSeesAsManyAsAllowedAndASecondsWorthMore() {
        Bucket bucket = new Bucket(600, 0);
        long now = 0;
        int drawn = 0;
        while (now < MINUTE) {
            long delay = bucket.delay(now);
            if (delay == 0) {
                bucket.draw(1, now);
                drawn++;
            }
            now += delay;
        }
        assertThat(drawn).isBetween(600, 611);
    }

    @Test
    void whatWasOverdrawnIsPaidOffFirst() {
        Bucket bucket = new Bucket(60_000, 0);
        bucket.draw(31_000, 0);
        assertThat(bucket.delay(0)).isBetween(MINUTE / 2, MINUTE / 2 + 2);
        bucket.draw(-30_000, 0);
        assertThat(bucket.delay(0)).isBetween(0L, 2L);
    }

    @Test
    void noLimitIsNone() {
        Bucket bucket = new Bucket(0, 0);
        bucket.draw(1e12, 0);
        assertThat(bucket.delay(0)).isZero();
    }

    @Test
    void aServerWithoutAKeyIsOnesOwnAndHedged() {
        ModelSettings settings = ModelSettings.parse("openai:m");
        assertThat(Pace.of(settings).hedged()).isFalse();
        assertThat(Pace.of(settings.withApiKeyVariable("")).hedged()).isTrue();
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Pace(0, RateLimit.NONE, false))
                .hasMessage("concurrency must be from 1 to 10000: 0");
        assertThatThrownBy(() -> new RateLimit(-1, 5))
                .hasMessage("requests per minute must be from 0 to 100000000: -1");
    }
}
