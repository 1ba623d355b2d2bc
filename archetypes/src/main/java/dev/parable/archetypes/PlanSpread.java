package dev.parable.archetypes;

import dev.parable.domain.Keyed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles the axes of one scenario after another: each axis takes the value that has been used least for its weight;
 * among equals, the one that makes the least-used pairs with what is already settled; among those, the keyed order. So
 * every value is used before any repeats, pairs spread, and constraints hold.
 */
final class PlanSpread {

    /** Gives the values of an axis that fit what is settled. */
    interface Values {
        Map<String, Integer> of(String axis, Map<String, String> settled);
    }

    /** More than this many tries means that constraints contradict each other; the rest would fail as well. */
    private static final int MOST_TRIES = 50_000;

    private final long key;
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();
    private int tries;

    PlanSpread(long key) {
        this.key = key;
    }

    /**
     * Settles all axes, in order, or throws {@link IllegalStateException} if the constraints leave nothing.
     *
     * @param group keeps the counts of unlike scenarios apart, such as an archetype's id
     */
    Map<String, String> settle(String group, long position, List<String> axes, Values values) {
        tries = 0;
        Map<String, String> settled = settle(group, position, axes, 0, new LinkedHashMap<>(), values)
                .orElseThrow(() -> new IllegalStateException(
                        "the constraints of %s leave no combination of %s; loosen one of them".formatted(group, axes)));
        settled.forEach((axis, value) -> {
            used.merge(count(group, axis, value), 1, Integer::sum);
            settled.forEach((other, with) -> {
                String pair = pair(axis, value, other, with);
                pairs.merge(pair, 1, Integer::sum);
                pairs.merge(group + '\0' + pair, 1, Integer::sum);
            });
        });
        return settled;
    }

    private Optional<Map<String, String>> settle(
            String group, long position, List<String> axes, int at, Map<String, String> settled, Values values) {
        if (at == axes.size()) {
            return Optional.of(settled);
        }
        if (++tries > MOST_TRIES) {
            return Optional.empty();
        }
        String axis = axes.get(at);
        Map<String, Integer> allowed = values.of(axis, settled);
        List<String> order = allowed.keySet().stream()
                .sorted(Comparator.<String>comparingDouble(
                                v -> (double) used.getOrDefault(count(group, axis, v), 0) / allowed.getOrDefault(v, 1))
                        .thenComparingDouble(v -> paired(group + '\0', axis, v, settled))
                        .thenComparingDouble(v -> paired("", axis, v, settled))
                        .thenComparingLong(v -> Keyed.key(Keyed.key(Keyed.key(key, position), axis), v)))
                .toList();
        for (String value : order) {
            var next = new LinkedHashMap<>(settled);
            next.put(axis, value);
            var result = settle(group, position, axes, at + 1, next, values);
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    /**
     * How used the pairs with what is settled are, in a group or, without one, in all; each by its own scatter, so that a
     * common value drowns no other.
     */
    private double paired(String group, String axis, String value, Map<String, String> settled) {
        double sum = 0;
        for (var other : settled.entrySet()) {
            int uses = pairs.getOrDefault(
                    group + pair(other.getKey(), other.getValue(), other.getKey(), other.getValue()), 0);
            sum += pairs.getOrDefault(group + pair(axis, value, other.getKey(), other.getValue()), 0)
                    / Math.sqrt(1.0 + uses);
        }
        return sum;
    }

    private static String count(String group, String axis, String value) {
        return group + '\0' + axis + '\0' + value;
    }

    private static String pair(String axis, String value, String other, String with) {
        return axis + '\0' + value + '\0' + other + '\0' + with;
    }
}
