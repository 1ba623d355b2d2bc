package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Usage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant SIX = Instant.parse("2031-03-04T06:00:00Z");
    private static final Allowance.Tariff CENT_A_TOKEN = (model, input, output) -> output / 100.0;

    private static Allowance of(double budget) {
        return Allowance.of(budget, null, Clock.systemUTC(), CENT_A_TOKEN);
    }

    @Test
    void aCallThatWouldOverrunIsNotBegun() {
        Allowance allowance = of(1.00);
        for (int i = 0; i < 4; i++) {
            allowance.begin();
            allowance.end("m", new Usage(0, 25));
        }
        assertThat(allowance.spent()).isEqualTo(1.00);
        assertThatThrownBy(allowance::begin)
                .isInstanceOf(RunStopped.class)
                .hasMessageContaining("1.00 of the budget of 1.00")
                .hasMessageContaining("--budget");
    }

    @Test
    void callsThatAreOutCountAsTheMeanBefore() {
        Allowance allowance = of(1.00);
        allowance.begin();
        allowance.end("m", new Usage(0, 25));
        allowance.begin();
        allowance.begin();
        allowance.begin();
        assertThatThrownBy(allowance::begin)
                .isInstanceOf(RunStopped.class)
                .hasMessageContaining("3 calls were still out");
        allowance.end("m", new Usage(0, 1));
        assertThatCode(allowance::begin).doesNotThrowAnyException();
        assertThat(allowance.inFlight()).isEqualTo(3);
    }

    @Test
    void whatEarlierStartsPaidCounts() {
        Allowance allowance = of(1.00);
        allowance.paidBefore("m", 7, 101);
        assertThatThrownBy(allowance::begin).isInstanceOf(RunStopped.class);
    }

    @Test
    void noCallIsBegunAfterTheHour() {
        assertThatCode(() -> at(SIX.minusMillis(1)).begin()).doesNotThrowAnyException();
        assertThatThrownBy(() -> at(SIX).begin())
                .isInstanceOf(RunStopped.class)
                .hasMessageContaining("2031-03-04T06:00:00Z");
    }

    private static Allowance at(Instant now) {
        return Allowance.of(Double.POSITIVE_INFINITY, SIX, Clock.fixed(now, ZoneOffset.UTC), CENT_A_TOKEN);
    }

    @Test
    void aBudgetIsPositive() {
        assertThatThrownBy(() -> of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
