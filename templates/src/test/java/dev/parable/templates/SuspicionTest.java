package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The one pass before the critic's patterns lets nothing by that a pattern would find. */
class SuspicionTest {

    private static final String[] PIECES =
            ("I|I|me|Me|was|am|is|has|were|had|said|told|asked|to|of|with|a|a|the|the|that|eu|ewe|apple|old|itch|to-to|time|came"
                            + "|ai|peer|other|third|decider|presser|[|]|(|)|{|$|#|<|@|:|,|.|;|?|!|\u201c|\u201d|\u2019|-| | | | | |\n|\n\n|\r"
                            + "|\u00e9t\u00e9|\u00e9|e|A|7|_|ed|walked|don\u2019t|\ud835\udc1a\ud835\udc1b")
                    .split("\\|", -1);

    @Test
    void whatAPatternFindsIsSuspected() {
        Map<Suspicion, Integer> found = new EnumMap<>(Suspicion.class);
        for (int seed = 0; seed < 60_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(1, 14); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
                text.append(random.nextInt(3) > 0 ? " " : "");
            }
            for (Suspicion each : Suspicion.values()) {
                if (!Critic.problems(text.toString(), EnumSet.of(each)).isEmpty()) {
                    found.merge(each, 1, Integer::sum);
                    assertThat(Suspicion.of(text.toString()))
                            .as("seed %d: %s", seed, text)
                            .contains(each);
                }
            }
        }
        assertThat(found).as("seeds 0 to 59,999").containsOnlyKeys(Suspicion.values());
    }

    @Test
    void soundProseIsNotSuspected() {
        assertThat(
                        Suspicion.of(
                                "The keeper asked me whether I had been to the well. \u201cI was,\u201d I said, "
                                        + "\u201cand the time was noon.\u201d\n\nNobody else has seen an apple there; the then keeper had."))
                .isEmpty();
    }
}
