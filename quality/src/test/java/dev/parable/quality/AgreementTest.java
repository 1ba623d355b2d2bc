package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Recall with its interval, and agreement beyond chance, by figures worked out elsewhere. */
class AgreementTest {

    @Test
    void agreementIsReckonedByWilsonAndCohen() {
        var agreement = new Agreement(20, 5, 10, 15, 2);
        assertThat(agreement.kappa()).as("the textbook's example").isEqualTo(0.4, within(1e-9));
        assertThat(agreement.recall().share()).isEqualTo(0.8);
        assertThat(agreement.recall().low()).isEqualTo(0.6087, within(1e-4));
        assertThat(agreement.recall().high()).isEqualTo(0.9114, within(1e-4));
        assertThat(new Proportion(0, 20).high()).isEqualTo(0.1611, within(1e-4));
        assertThat(new Proportion(20, 20).low()).isEqualTo(0.8389, within(1e-4));
        assertThat(new Agreement(20, 0, 0, 20, 0).kappa()).isEqualTo(1);
        assertThat(new Agreement(20, 0, 20, 0, 0).kappa()).isZero();
        assertThat(new Agreement(0, 20, 20, 0, 0).kappa()).isNegative();
        assertThatThrownBy(() -> new Agreement(1, 0, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
