package dev.parable.generator;

import dev.parable.domain.Archetype;
import dev.parable.domain.Scenario;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import dev.parable.generator.llm.LlmSettings;
import dev.parable.generator.llm.OpenAiLanguageModel;
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
    private final @Nullable OpenAiLanguageModel model;

    private Teller(Storyteller teller, @Nullable OpenAiLanguageModel model) {
        this.teller = teller;
        this.model = model;
    }

    /** The composer if there are no settings of an LLM, else that LLM, with no ledger. */
    public static Teller of(@Nullable LlmSettings llm, @Nullable Path prompts, List<Archetype> archetypes) {
        Map<String, String> specs = new LinkedHashMap<>();
        archetypes.forEach(a -> specs.put(a.id(), a.sha256()));
        if (llm == null) {
            return new Teller(new Composer(Bank.shipped(), specs), null);
        }
        var model = OpenAiLanguageModel.open(llm, System.getenv());
        return new Teller(
                new Chain(
                        Writers.of(llm.modelName(), model),
                        null,
                        ChainSettings.NONE,
                        prompts(prompts, archetypes),
                        specs,
                        wave -> List.of()),
                model);
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
        if (model != null) {
            model.close();
        }
    }
}
