package dev.parable.archetypes;

import dev.parable.domain.Cell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A wave's manifest: with specs and seed, all that its scenarios depend on. What a run learns enters the plan here and
 * nowhere else.
 *
 * @param number from 0
 * @param first the plan index of its first scenario
 * @param quotas how many scenarios each cell gets, at least one each; the order is part of the manifest
 * @param dampers by axis and value, how much of its weight a value keeps, in percent, 1 to 99; a value that is not named
 *     keeps all
 * @param avoid phrases that the stories before have too often; a model is asked to leave them out, the plan is the same
 */
public record Wave(
        int number,
        long first,
        Map<Cell, Integer> quotas,
        Map<String, Map<String, Integer>> dampers,
        List<String> avoid) {

    private static final int WHOLE = 100;

    public Wave {
        if (number < 0 || first < 0) {
            throw new IllegalArgumentException("wave %d from %d: neither can be negative".formatted(number, first));
        }
        quotas.forEach((cell, count) -> {
            if (count <= 0) {
                throw new IllegalArgumentException("wave %d gives cell %s %d".formatted(number, cell.id(), count));
            }
        });
        dampers.forEach((axis, values) -> values.forEach((value, percent) -> {
            if (percent < 1 || percent >= WHOLE) {
                throw new IllegalArgumentException("wave %d leaves %s=%s %d percent of its weight; 1 to 99 are possible"
                        .formatted(number, axis, value, percent));
            }
        }));
        quotas = Collections.unmodifiableMap(new LinkedHashMap<>(quotas));
        var kept = new LinkedHashMap<String, Map<String, Integer>>();
        dampers.forEach((axis, values) -> kept.put(axis, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        dampers = Collections.unmodifiableMap(kept);
        avoid = List.copyOf(avoid);
    }

    /** A wave before anything was learned. */
    public Wave(int number, long first, Map<Cell, Integer> quotas) {
        this(number, first, quotas, Map.of(), List.of());
    }

    /** The same wave after something was learned. */
    public Wave taught(Map<String, Map<String, Integer>> dampers, List<String> avoid) {
        return new Wave(number, first, quotas, dampers, avoid);
    }

    /** How many scenarios it has. */
    public int size() {
        return quotas.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The plan index after its last. */
    public long end() {
        return first + size();
    }

    /** An axis's values with the weights that this wave leaves them; in proportion to each other, and none is 0. */
    Map<String, Integer> weighed(String axis, Map<String, Integer> values) {
        Map<String, Integer> damped = dampers.getOrDefault(axis, Map.of());
        if (damped.isEmpty()) {
            return values;
        }
        var weighed = new LinkedHashMap<String, Integer>();
        values.forEach((value, weight) -> weighed.put(value, weight * damped.getOrDefault(value, WHOLE)));
        return weighed;
    }
}
