package dev.parable.generator;

import dev.parable.domain.Archetype;
import dev.parable.domain.World;
import dev.parable.generator.models.Models;
import dev.parable.output.LandingSettings;
import dev.parable.quality.GateSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for.
 *
 * @param name the run's name
 * @param out the run's folder
 * @param count accepted stories wanted
 * @param seed the run's seed
 * @param archetypes what to tell of
 * @param worlds where it can be set
 * @param concurrency how many scenarios are told at once
 * @param models the LLMs that tell, or null for the composer
 * @param prompts an operator's folder of prompt templates, or null for the shipped ones
 * @param against folders of libraries whose stories count as told already
 * @param library the library that the run's stories join when it completes, or null for none
 * @param landing how outcomes become files
 * @param spending what the models may cost
 * @param pilot after how many scenarios a run of twice as many or more may stop itself; 0 for never
 * @param gates which gates are asked, and their limits; its references are those of the archetypes, whatever is given
 */
public record Order(
        String name,
        Path out,
        int count,
        long seed,
        List<Archetype> archetypes,
        List<World> worlds,
        int concurrency,
        @Nullable Models models,
        @Nullable Path prompts,
        List<Path> against,
        @Nullable Path library,
        LandingSettings landing,
        Spending spending,
        int pilot,
        GateSettings gates) {

    /** After so many scenarios it is plain what the rest would be. */
    public static final int PILOT = 300;

    /** Beyond so many stories each authored word of the shipped bank stands in too many of them. */
    private static final int COMPOSER_LIMIT = 10_000;

    public Order {
        archetypes = List.copyOf(archetypes);
        worlds = List.copyOf(worlds);
        against = List.copyOf(against);
        gates = gates.withReferences(references(archetypes));
        if (count < 1 || count > 10_000_000) {
            throw new BadInput("--count %d: 1 to 10,000,000 stories can be asked for".formatted(count));
        }
        if (concurrency < 1 || concurrency > 10_000) {
            throw new BadInput("--concurrency %d: 1 to 10,000 are possible".formatted(concurrency));
        }
        if (archetypes.isEmpty()) {
            throw new BadInput("no archetype is left to tell of");
        }
    }

    /** What looks at the run's first stories; null where the order is small or the user wants none. */
    @Nullable
    Pilot piloted() {
        return pilot > 0 && count >= 2 * pilot ? new Pilot(pilot, pilotLimits()) : null;
    }

    /** When its first stories say that the rest is not worth telling. */
    Pilot.Limits pilotLimits() {
        return models == null ? Pilot.Limits.COMPOSED : Pilot.Limits.TOLD;
    }

    /** What specs say of their traits, which stories may not recite. */
    static Map<String, List<String>> references(List<Archetype> archetypes) {
        var references = new LinkedHashMap<String, List<String>>();
        for (Archetype archetype : archetypes) {
            references.put(
                    archetype.id(),
                    List.of(archetype.trait(), archetype.importance(), archetype.clause(), archetype.tension()));
        }
        return references;
    }

    /** What to say where the composer is asked for more than one bank can tell; empty where it is not. */
    public Optional<String> beyondTheComposer() {
        return models == null && count > COMPOSER_LIMIT
                ? Optional.of(
                        "The composer tells %,d stories from one bank of passages; beyond %,d every authored word stands in too many. For more, use an LLM (--model or --models)."
                                .formatted(count, COMPOSER_LIMIT))
                : Optional.empty();
    }
}
