package dev.parable.generator;

import dev.parable.domain.Archetype;
import dev.parable.domain.Gate;
import dev.parable.domain.Scenario;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import dev.parable.generator.models.Models;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import dev.parable.templates.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The storyteller that a user chose and the judges beside it, with whatever has to be closed after them. */
public final class Teller implements Storyteller, AutoCloseable {

    /** Where the completions of previews are kept, for the next preview and for the run. */
    public static final Path PREVIEWED = Path.of("runs", ".preview");

    private final Storyteller teller;
    private final List<Gate> judges;
    private final @Nullable Access access;
    private final @Nullable Ledger ledger;

    private Teller(Storyteller teller, List<Gate> judges, @Nullable Access access, @Nullable Ledger ledger) {
        this.teller = teller;
        this.judges = judges;
        this.access = access;
        this.ledger = ledger;
    }

    /**
     * The composer if there are no models, else their chain.
     *
     * @param kept the folder where the chain's completions are kept, usually {@link #PREVIEWED}
     * @param stop from when on no call is begun
     */
    public static Teller of(
            @Nullable Models models, @Nullable Path prompts, List<Archetype> archetypes, Path kept, Stop stop) {
        Map<String, String> specs = new LinkedHashMap<>();
        archetypes.forEach(a -> specs.put(a.id(), a.sha256()));
        if (models == null) {
            return new Teller(new Composer(Bank.shipped(), specs), List.of(), null, null);
        }
        Prompts words = prompts(prompts, archetypes);
        try {
            Files.createDirectories(kept);
        } catch (IOException e) {
            throw new BadInput("%s cannot be made, where what is paid for is kept: %s".formatted(kept, e));
        }
        Ledger ledger = Ledger.open(kept);
        try {
            Access access = Access.open(
                    models, System.getenv(), ledger, Allowance.until(stop, (model, input, output) -> 0), key -> null);
            return new Teller(
                    new Chain(access.writers(), access.critic(), models.chain(), words, specs, wave -> List.of()),
                    Judging.gates(access.judges(), words),
                    access,
                    ledger);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** The prompts of an operator's folder, or the shipped ones. */
    public static Prompts prompts(@Nullable Path folder, List<Archetype> archetypes) {
        return folder == null ? Prompts.shipped(archetypes) : Prompts.of(folder, archetypes);
    }

    /** Those that the models' roles name, untried and in the order in which a run asks them; paid once as the telling is. */
    public List<Gate> judges() {
        return judges;
    }

    @Override
    public Telling tell(Scenario scenario) {
        return teller.tell(scenario);
    }

    @Override
    public void close() {
        if (access != null) {
            access.close();
        }
        if (ledger != null) {
            ledger.close();
        }
    }
}
