package dev.parable.generator;

import dev.parable.domain.Archetype;
import dev.parable.domain.Scenario;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import dev.parable.generator.models.Models;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import dev.parable.templates.Prompts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The storyteller that a user chose, with whatever has to be closed after it. */
public final class Teller implements Storyteller, AutoCloseable {

    private final Storyteller teller;
    private final @Nullable Writers writers;

    private Teller(Storyteller teller, @Nullable Writers writers) {
        this.teller = teller;
        this.writers = writers;
    }

    /** The composer if there are no models, else the models that write, with no ledger. */
    public static Teller of(@Nullable Models models, @Nullable Path prompts, List<Archetype> archetypes) {
        Map<String, String> specs = new LinkedHashMap<>();
        archetypes.forEach(a -> specs.put(a.id(), a.sha256()));
        if (models == null) {
            return new Teller(new Composer(Bank.shipped(), specs), null);
        }
        Prompts words = prompts(prompts, archetypes);
        Writers writers = Writers.open(models, System.getenv());
        return new Teller(
                writers.tellers((name, model) ->
                        new LlmStoryteller(model, models.named(name).modelName(), words, specs)),
                writers);
    }

    /** The prompts of an operator's folder, or the shipped ones. */
    public static Prompts prompts(@Nullable Path folder, List<Archetype> archetypes) {
        return folder == null ? Prompts.shipped(archetypes) : Prompts.of(folder, archetypes);
    }

    @Override
    public Telling tell(Scenario scenario) {
        return teller.tell(scenario);
    }

    @Override
    public void close() {
        if (writers != null) {
            writers.close();
        }
    }
}
