package dev.parable.quality;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which gates are asked, and their limits where they are not the default ones. Two that have the same effect are equal:
 * a limit that is set to its default counts as not set.
 *
 * @param off the names of gates that are not asked
 * @param set limits that are not the default ones, by {@code gate.limit}
 * @param references texts about the trait that may not be recited, by archetype id; an archetype without any is not
 *     compared
 */
public record GateSettings(Set<String> off, Map<String, Double> set, Map<String, List<String>> references) {

    /** Every gate, each with its own limits, no references. */
    public static final GateSettings DEFAULT = new GateSettings(Set.of(), Map.of(), Map.of());

    public GateSettings {
        off = Collections.unmodifiableSet(new TreeSet<>(off));
        set = Collections.unmodifiableMap(new TreeMap<>(set));
        var copy = new TreeMap<String, List<String>>();
        references.forEach((archetype, texts) -> copy.put(archetype, List.copyOf(texts)));
        references = Collections.unmodifiableMap(copy);
    }

    /** Whether the gate is asked. */
    public boolean asks(GateRule gate) {
        return !off.contains(gate.name());
    }

    /** What the limit of a gate is. */
    public double limit(GateRule gate, String limit) {
        return set.getOrDefault(key(gate, limit), gate.limit(limit).value());
    }

    /** The same, of a limit that counts something. */
    int count(GateRule gate, String limit) {
        return (int) limit(gate, limit);
    }

    /** The same with one gate switched off. */
    public GateSettings without(GateRule gate) {
        var more = new TreeSet<>(off);
        more.add(gate.name());
        return new GateSettings(more, set, references);
    }

    /**
     * The same with one limit set.
     *
     * @throws IllegalArgumentException if the limit cannot have this value, naming the range
     */
    public GateSettings with(GateRule gate, String limit, double value) {
        GateLimit of = gate.limit(limit);
        if (!of.allows(value)) {
            throw new IllegalArgumentException(
                    "%s is %s; give %s".formatted(key(gate, limit), GateLimit.text(value), of.range()));
        }
        var more = new TreeMap<>(set);
        if (value == of.value()) {
            more.remove(key(gate, limit));
        } else {
            more.put(key(gate, limit), value);
        }
        return new GateSettings(off, more, references);
    }

    /** The same with another length band, in words. */
    public GateSettings withWords(int min, int max) {
        return with(LengthGate.RULE, LengthGate.MIN, min).with(LengthGate.RULE, LengthGate.MAX, max);
    }

    /** The same with these texts about each archetype's trait. */
    public GateSettings withReferences(Map<String, List<String>> texts) {
        return new GateSettings(off, set, texts);
    }

    /**
     * What differs from the defaults, in the order of the names: {@code off} by gate, a value by {@code gate.limit}. A
     * limit of a gate that is off changes nothing and is left out.
     */
    public Map<String, String> changes() {
        var changes = new TreeMap<String, String>();
        off.forEach(gate -> changes.put(gate, "off"));
        set.forEach((limit, value) -> {
            if (!off.contains(limit.substring(0, limit.indexOf('.')))) {
                changes.put(limit, GateLimit.text(value));
            }
        });
        return Collections.unmodifiableMap(changes);
    }

    private static String key(GateRule gate, String limit) {
        return gate.name() + "." + limit;
    }
}
