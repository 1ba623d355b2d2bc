package dev.parable.domain;

import java.util.Locale;

/** Why a gate turned a story away. */
public enum Reason {
    TOO_SHORT,
    TOO_LONG,
    UNFINISHED,
    UNBALANCED_QUOTES,
    REPETITIVE,
    REFUSAL,
    ASSISTANT_VOICE,
    LEAKED_PROMPT,
    LEFTOVER_TEMPLATE,
    PREACHY,
    FORBIDDEN,
    INCOHERENT,
    DUPLICATE_EXACT,
    DUPLICATE_NEAR,
    DUPLICATE_CONTAINED,
    OVERUSED_OPENING,
    OVERUSED_NAME,
    OVERUSED_PHRASE;

    /** Whether the story is like others of its run, and only beside them at fault. */
    public boolean isSameness() {
        return switch (this) {
            case DUPLICATE_EXACT,
                    DUPLICATE_NEAR,
                    DUPLICATE_CONTAINED,
                    OVERUSED_OPENING,
                    OVERUSED_NAME,
                    OVERUSED_PHRASE -> true;
            default -> false;
        };
    }

    /** The id in files: kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
