package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.generator.BadInput;
import dev.parable.generator.Spending;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SpendingOptionsTest {

    /** Half past nine in the evening in winter. */
    private static final Clock EVENING = Clock.fixed(Instant.parse("2031-01-10T20:30:00Z"), ZoneId.of("Europe/Madrid"));

    private static Spending until(String text) {
        var options = new SpendingOptions();
        options.until = text;
        return options.spending(true, EVENING);
    }

    private static Spending budget(String text) {
        var options = new SpendingOptions();
        options.budget = text;
        return options.spending(true, EVENING);
    }

    @Test
    void anHourIsTheNextThatComes() {
        assertThat(until("06:00").until()).isEqualTo(Instant.parse("2031-01-11T05:00:00Z"));
        assertThat(until("6:00").until()).isEqualTo(Instant.parse("2031-01-11T05:00:00Z"));
        assertThat(until("22:00").until()).isEqualTo(Instant.parse("2031-01-10T21:00:00Z"));
        assertThat(until("2031-02-01T06:00").until()).isEqualTo(Instant.parse("2031-02-01T05:00:00Z"));
    }

    @Test
    void whatIsNoTimeOrPastIsRefused() {
        for (String text : new String[] {"six", "25:00", "2031-01-10T06:00", "2031-13-01T06:00"}) {
            assertThatThrownBy(() -> until(text)).isInstanceOf(BadInput.class).hasMessageContaining(text);
        }
    }

    @Test
    void aBudgetMayNameItsCurrency() {
        assertThat(budget("50USD").budget()).isEqualTo(50);
        assertThat(budget("12.50").budget()).isEqualTo(12.5);
        assertThat(budget("7 EUR").budget()).isEqualTo(7);
        for (String text : new String[] {"0", "-4", "fifty", "1e9"}) {
            assertThatThrownBy(() -> budget(text)).isInstanceOf(BadInput.class).hasMessageContaining(text);
        }
    }

    @Test
    void theComposerSpendsNothing() {
        var options = new SpendingOptions();
        assertThat(options.spending(false, EVENING)).isEqualTo(Spending.FREE);
        options.budget = "5";
        assertThatThrownBy(() -> options.spending(false, EVENING)).isInstanceOf(BadInput.class);
    }
}
