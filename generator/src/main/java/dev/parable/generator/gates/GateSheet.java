package dev.parable.generator.gates;

import dev.parable.quality.GateLimit;
import dev.parable.quality.GateRule;
import dev.parable.quality.GateSettings;

/** Writes the file that {@link GatesFile} reads, with every gate and every limit, from the same table. */
public final class GateSheet {

    private GateSheet() {}

    /** The whole file, with what is in force in these settings; each limit with its unit, range and effect. */
    public static String of(GateSettings settings) {
        var text = new StringBuilder("""
                # Every gate in the order in which stories pass them, and every limit. What is left out is as it is by
                # default; what is set belongs to a run's identity. Give it with --gates.
                format: %s
                """.formatted(GatesFile.FORMAT));
        for (GateRule gate : GateTable.rules()) {
            text.append("\n# %s: %s. Source: %s.\n".formatted(gate.name(), gate.meaning(), gate.source()));
            text.append(gate.name()).append(":\n");
            text.append("  %s: %s\n".formatted(GatesFile.USE, settings.asks(gate)));
            for (GateLimit limit : gate.limits()) {
                text.append("  %-28s # %s\n"
                        .formatted(
                                limit.name() + ": " + GateLimit.text(settings.limit(gate, limit.name())),
                                note(gate, limit, settings)));
            }
        }
        return text.toString();
    }

    private static String note(GateRule gate, GateLimit limit, GateSettings settings) {
        String note = "%s: %s; %s to %s"
                .formatted(limit.unit(), limit.meaning(), GateLimit.text(limit.least()), GateLimit.text(limit.most()));
        return settings.limit(gate, limit.name()) == limit.value()
                ? note
                : "%s; by default %s".formatted(note, GateLimit.text(limit.value()));
    }
}
