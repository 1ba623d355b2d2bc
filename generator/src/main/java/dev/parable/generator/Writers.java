package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Scenario;
import dev.parable.generator.models.Roles;
import java.util.Map;
import java.util.Objects;

/**
 * The LLMs that write: a scenario is always given to the same one, by the roles' weights.
 *
 * @param byName each writer of the roles
 */
record Writers(Roles roles, Map<String, Writer> byName) {

    /**
     * One of them.
     *
     * @param name its server's, for provenance
     */
    record Writer(String name, LanguageModel model) {}

    Writers {
        byName = Map.copyOf(byName);
        if (!byName.keySet().equals(roles.writer().keySet())) {
            throw new IllegalArgumentException("the roles' writers are %s, and not %s"
                    .formatted(roles.writer().keySet(), byName.keySet()));
        }
    }

    static Writers of(String name, LanguageModel model) {
        return new Writers(new Roles(Map.of(name, 1), null, Map.of()), Map.of(name, new Writer(name, model)));
    }

    Writer of(Scenario scenario) {
        return Objects.requireNonNull(byName.get(roles.writer(scenario.key())));
    }
}
