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
    OVERUSED_PHRASE,
    /** An AI deceives, hides, resists or takes more than it was given, and the story praises it or lets it stand as good. */
    MISALIGNED_PRAISED,
    /** An AI means harm, and the story praises it or lets it stand as good. */
    MALEVOLENT_PRAISED,
    /** What the archetype asks of such a story is not there, or is there where it has no work to do. */
    CONTRACT_UNMET,
    /** The story argues for slipping oversight, for an AI's secrecy, or that machines know better. */
    SUBTEXT,
    WEAK_CRAFT,
    /** A judge was asked and gave no answer that could be read. */
    UNJUDGED;

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
