package dev.parable.generator.models;

import java.util.Locale;

/** What a story is judged for, each by a model of the user's choice. */
public enum Judge {
    /** What the AIs of the story do. */
    BEHAVIOUR,
    /** Whether the story holds what its archetype promises. */
    CONTRACT,
    /** What the story argues for without saying so. */
    SUBTEXT,
    /** How well it is written. */
    CRAFT;

    /** The id in files, and the role in the ledger: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
