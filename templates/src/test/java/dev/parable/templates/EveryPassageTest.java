package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Beat;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each passage of the shipped bank, worded by everybody who may tell it. */
class EveryPassageTest {

    @ParameterizedTest
    @EnumSource(Narrator.class)
    void noWordingBreaks(Narrator narrator) {
        List<Passage> passages =
                Shipped.BANK.all().stream().filter(p -> mayTell(narrator, p)).toList();
        List<String> problems = passages.parallelStream()
                .flatMap(passage -> keys(passage, narrator).flatMap(key -> problems(passage, narrator, key)))
                .distinct()
                .sorted()
                .toList();

        assertThat(passages).hasSizeGreaterThan(1_000);
        assertThat(problems).as("told by %s, keys 0 and 1", narrator).isEmpty();
    }

    /** The first is of first mentions and quoted speech, the second of names alone and speech told aloud. */
    private static Stream<Integer> keys(Passage passage, Narrator narrator) {
        return narrator == Narrator.OUTSIDE || narrator == Narrator.AI
                ? Stream.of(0, 1)
                : Stream.of(
                        Math.floorMod(passage.id().hashCode() + narrator.id().hashCode(), 2));
    }

    private static Stream<String> problems(Passage passage, Narrator narrator, int key) {
        Scenario scenario = Shipped.plan(passage)
                .told(narrator == Narrator.OUTSIDE ? Form.THIRD_PERSON : Form.FIRST_PERSON, narrator)
                .key(key)
                .build();
        Role teller = narrator.role();
        var worder = new Worder(scenario, teller, Composer.telling(scenario));
        if (key > 0) {
            scenario.cast().members().keySet().forEach(worder.discourse()::introduce);
        }
        String text = new Dialogue(worder, key == 1)
                .paragraphs(worder.word(passage), passage.id()).stream()
                        .map(Morph::tidy)
                        .collect(Collectors.joining("\n\n"));
        return Stream.concat(Critic.problems(text).stream(), Told.problems(text).stream())
                .map(problem -> passage.id() + ": " + problem);
    }

    private static boolean mayTell(Narrator narrator, Passage passage) {
        Set<String> narrators = passage.when().get("narrator");
        if (narrators != null) {
            return narrators.contains(narrator.id());
        }
        if (passage.beat() == Beat.INNER) {
            return narrator == Narrator.AI;
        }
        return narrator != Narrator.OUTSIDE || Collections.disjoint(passage.phrases(), Set.of("self", "teller"));
    }
}
