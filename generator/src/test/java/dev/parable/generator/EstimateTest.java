package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.Price;
import dev.parable.generator.models.ChainSettings;
import dev.parable.generator.models.Models;
import dev.parable.generator.models.Roles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Models MODELS = new Models(
            Map.of(
                    "w",
                    ModelSettings.parse("openai:x")
                            .withConcurrency(100)
                            .withPrice(new Price(new BigDecimal("1"), new BigDecimal("4"))),
                    "c",
                    ModelSettings.parse("openai:y").withConcurrency(10)),
            new Roles(Map.of("w", 1), "c", Map.of()),
            ChainSettings.DRAFT,
            List.of());

    @Test
    void theSmallRunIsScaledByWhatItAccepted() {
        Estimate estimate = Estimate.of(
                200,
                160,
                List.of(
                        new Ledger.Spent("w", "writer", 200, 100_000, 200_000, 0, 7_200_000),
                        new Ledger.Spent("c", "critic", 190, 300_000, 10_000, 0, 3_600_000)),
                MODELS,
                16_000);

        assertThat(estimate.rate()).isEqualTo(0.8);
        // Wilson's interval of 160 of 200, computed by hand.
        assertThat(estimate.low()).isCloseTo(0.7391, within(0.0005));
        assertThat(estimate.high()).isCloseTo(0.8496, within(0.0005));
        Estimate.Part writer = estimate.parts().getFirst();
        assertThat(writer.calls()).isEqualTo(20_000);
        assertThat(writer.money()).isCloseTo((0.1 + 0.8) * 100, within(1e-9));
        assertThat(writer.hours()).isCloseTo(2.0, within(1e-9));
        assertThat(estimate.parts().getLast().money()).isNull();
        assertThat(estimate.money()).isNull();
        assertThat(estimate.hours()).isCloseTo(10.0, within(1e-9));
        assertThat(estimate.atWorst()).isGreaterThan(1).isCloseTo(0.8 / 0.7391, within(0.001));
    }

    @Test
    void theTrialOfJudgesDoesNotGrowWithTheRun() {
        Estimate estimate = Estimate.of(
                20,
                20,
                List.of(
                        new Ledger.Spent("w", "behaviour", 20, 20_000, 2_000, 0, 20_000),
                        new Ledger.Spent("w", "trial", 40, 40_000, 4_000, 0, 40_000)),
                MODELS,
                100_000);

        assertThat(estimate.parts().getFirst().calls()).isEqualTo(100_000);
        assertThat(estimate.parts().getLast().calls()).isEqualTo(40);
        assertThat(estimate.parts().getLast().inputTokens()).isEqualTo(40_000);
    }

    @Test
    void batchesCostTheirPartOfThePriceAndTakeNoHoursThatAreKnown() {
        var batched = new Ledger.Spent("w", "writer", 200, 100_000, 200_000, 0, 0, true);
        Estimate.Part writer =
                Estimate.of(200, 160, List.of(batched), MODELS, 16_000).parts().getFirst();
        assertThat(writer.batched()).isTrue();
        assertThat(writer.money()).isCloseTo((0.1 + 0.8) * 100 / 2, within(1e-9));
        assertThat(writer.hours()).isZero();
    }

    @Test
    void whatCannotBeEstimatedIsRefused() {
        var spent = List.of(new Ledger.Spent("w", "writer", 1, 1, 1, 0, 1));
        assertThatThrownBy(() -> Estimate.of(10, 0, spent, MODELS, 5)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Estimate.of(10, 5, List.of(), MODELS, 5)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Estimate.of(10, 5, List.of(new Ledger.Spent("z", "writer", 1, 1, 1, 0, 1)), MODELS, 5))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'z'");
    }
}
