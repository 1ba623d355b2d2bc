package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Application;
import dev.parable.domain.Beat;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Provenance;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import dev.parable.domain.Telling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody tells at first hand what they did not witness, and nothing is told twice. */
class KnowledgeTest {

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theDeciderSaysWhereTheAskingIsFrom(Shape shape) {
        for (Form form : List.of(
                Form.FIRST_PERSON, Form.DIARY, Form.LETTERS, Form.ORAL_HISTORY, Form.HANDOVER_NOTES, Form.FAREWELL)) {
            for (Application application : Application.values()) {
                Scenario scenario = Scenarios.plan()
                        .told(form, Narrator.DECIDER)
                        .application(application)
                        .shape(shape)
                        .ais(2)
                        .build();
                List<Beat> beats = Outline.of(scenario, 0);

                assertThat(scenario.witnessed(Role.DECIDER, Beat.ASK)).isFalse();
                assertThat(beats).as("%s %s", form, application).contains(Beat.HEARSAY);
                assertThat(beats.indexOf(Beat.HEARSAY)).isLessThan(beats.indexOf(Beat.ASK));
            }
        }
    }

    @Test
    void whoWasThereNeedsNoBridge() {
        for (Narrator narrator : List.of(Narrator.PRESSER, Narrator.OTHER, Narrator.AI)) {
            Scenario scenario =
                    Scenarios.plan().told(Form.FIRST_PERSON, narrator).build();

            assertThat(Outline.of(scenario, 0)).as(narrator.id()).doesNotContain(Beat.HEARSAY);
        }
    }

    @Test
    void theBridgeIsToldBeforeTheAsking() {
        String text = Tiny.text(
                Scenarios.plan().told(Form.FIRST_PERSON, Narrator.DECIDER).build());

        assertThat(text)
                .containsPattern("(?s)What was said then I (had|heard) afterwards from Wren\\..*The changeover needs");
    }

    @Test
    void noPassageIsToldTwiceInAStory() {
        int told = 0;
        for (Shipped.Dilemma dilemma : Shipped.dilemmas()) {
            List<String> passages =
                    passages(Shipped.BANK, Shipped.spread(dilemma, 31L * told).build());

            assertThat(passages).as("%s, key %d", dilemma, 31L * told).doesNotHaveDuplicates();
            told++;
        }
        assertThat(told).isGreaterThan(30);
    }

    private static List<String> passages(Bank bank, Scenario scenario) {
        return switch (new Composer(bank, Map.of()).tell(scenario)) {
            case Telling.Told t -> {
                Provenance provenance = t.story().provenance();
                yield List.of(provenance.trace().getOrDefault("passages", "").split(" ", -1));
            }
            case Telling.Untold untold -> throw new AssertionError(untold.detail());
        };
    }
}
