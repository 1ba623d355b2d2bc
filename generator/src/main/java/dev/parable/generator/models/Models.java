package dev.parable.generator.models;

import dev.parable.generator.llm.ModelSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The models of a run, what each is asked for, and the stages of a story.
 *
 * @param models by the user's names, in the order of the file
 * @param roles names of {@code models}
 * @param chain the stages
 * @param warnings what somebody should look at, one a line
 */
public record Models(Map<String, ModelSettings> models, Roles roles, ChainSettings chain, List<String> warnings) {

    /** @throws IllegalArgumentException when a role names a model that is not there */
    public Models {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        warnings = List.copyOf(warnings);
        for (String name : roles.asked()) {
            if (!models.containsKey(name)) {
                throw new IllegalArgumentException("no model is named " + name + ", only " + models.keySet());
            }
        }
    }

    /** One writer by its server's name, and nothing else. */
    public static Models single(ModelSettings writer) {
        return new Models(
                Map.of(writer.modelName(), writer),
                new Roles(Map.of(writer.modelName(), 1), null, Map.of()),
                ChainSettings.DRAFT,
                List.of());
    }

    /**
     * A model by the user's name for it.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public ModelSettings named(String name) {
        ModelSettings settings = models.get(name);
        if (settings == null) {
            throw new IllegalArgumentException("no model is named " + name + ", only " + models.keySet());
        }
        return settings;
    }

    /** The writers by their servers' names, as a reader of the stories knows them: {@code qwen3+llama3}. */
    public String writers() {
        return roles.writer().keySet().stream()
                .map(name -> named(name).modelName())
                .distinct()
                .collect(Collectors.joining("+"));
    }

    /** All that changes what the writers answer, and who of them is asked; for one writer its own sampling. */
    public String sampling() {
        Map<String, Integer> writer = roles.writer();
        return writer.size() == 1
                ? named(writer.keySet().iterator().next()).sampling()
                : writer.entrySet().stream()
                        .map(entry -> entry.getKey() + " x" + entry.getValue() + " "
                                + named(entry.getKey()).sampling())
                        .collect(Collectors.joining("; "));
    }

    /** The longest that a call of a model that is asked may take. */
    public Duration longestTimeout() {
        return roles.asked().stream()
                .map(name -> named(name).timeout())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How many calls the writers take at once, together; at most 10,000. */
    public int concurrency() {
        return Math.min(
                10_000,
                roles.writer().keySet().stream()
                        .mapToInt(name -> named(name).concurrency())
                        .sum());
    }
}
