package dev.parable.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be set about one gate. Files of settings are written and read by it, and the gate takes its limits from it.
 *
 * @param name the gate's, as verdicts have it
 * @param meaning what it turns away, in a few words
 * @param source where the rule is from
 * @param limits in the order in which a file shows them; the gate can be switched off besides
 */
public record GateRule(String name, String meaning, String source, List<GateLimit> limits) {

    public GateRule {
        limits = List.copyOf(limits);
        if (limits.stream().map(GateLimit::name).distinct().count() != limits.size()) {
            throw new IllegalArgumentException("gate %s has two limits of one name".formatted(name));
        }
    }

    /** A gate without limits yet. */
    public static GateRule of(String name, String meaning, String source) {
        return new GateRule(name, meaning, source, List.of());
    }

    /** With a limit that counts something. */
    public GateRule count(String limit, int value, int least, int most, String unit, String effect) {
        return with(new GateLimit(limit, value, least, most, true, unit, effect));
    }

    /** With a limit that may have a fraction. */
    public GateRule share(String limit, double value, double least, double most, String unit, String effect) {
        return with(new GateLimit(limit, value, least, most, false, unit, effect));
    }

    private GateRule with(GateLimit limit) {
        var all = new ArrayList<>(limits);
        all.add(limit);
        return new GateRule(name, meaning, source, all);
    }

    /** The limit of this name. Throws {@link IllegalArgumentException} if there is none. */
    public GateLimit limit(String of) {
        return limits.stream()
                .filter(limit -> limit.name().equals(of))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("gate %s has no limit '%s'; there are %s"
                        .formatted(
                                name, of, limits.stream().map(GateLimit::name).toList())));
    }
}
