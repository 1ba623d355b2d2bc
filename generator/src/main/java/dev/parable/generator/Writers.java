package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Storyteller;
import dev.parable.generator.llm.ServedModel;
import dev.parable.generator.models.Models;
import dev.parable.generator.models.Roles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The models that write, opened. A scenario is told by the same one whenever it is told, by the roles' weights. */
final class Writers implements AutoCloseable {

    private final Roles roles;
    private final Map<String, ServedModel> open = new LinkedHashMap<>();

    private Writers(Roles roles) {
        this.roles = roles;
    }

    /**
     * Opens them; nothing is sent yet.
     *
     * @param environment where keys are looked up
     * @throws IllegalArgumentException when a key's variable is not set
     */
    static Writers open(Models models, Map<String, String> environment) {
        var writers = new Writers(models.roles());
        try {
            for (String name : models.roles().writer().keySet()) {
                writers.open.put(name, ServedModel.open(models.named(name), environment));
            }
            return writers;
        } catch (RuntimeException e) {
            writers.close();
            throw e;
        }
    }

    /** Makes a storyteller of a model, by its name in the settings. */
    @FunctionalInterface
    interface Making {
        Storyteller of(String name, LanguageModel model);
    }

    /** A storyteller that has each scenario told by its writer. */
    Storyteller tellers(Making making) {
        Map<String, Storyteller> tellers = new LinkedHashMap<>();
        open.forEach((name, model) -> tellers.put(name, making.of(name, model)));
        return scenario -> Objects.requireNonNull(tellers.get(roles.writer(scenario.key())))
                .tell(scenario);
    }

    @Override
    public void close() {
        open.values().forEach(ServedModel::close);
    }
}
