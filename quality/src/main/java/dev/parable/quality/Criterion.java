package dev.parable.quality;

import java.util.Locale;

/** What a judge reads a story for. Each has a gate, a request and planted texts of its own. */
public enum Criterion {
    /** What the AIs in it do, and how it stands to that. */
    BEHAVIOUR,
    /** Whether it holds what its archetype asks of such a story. */
    CONTRACT,
    /** What it argues for without saying so. */
    SUBTEXT,
    /** How well it is made. */
    CRAFT;

    /** The id in files, and the name of the gate: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
