package dev.parable.templates;

import java.util.List;

/**
 * What a story's teller is told beside the plan.
 *
 * @param outline how to tell it; empty where that is left open
 * @param avoid phrases to leave out, because other stories have them
 */
public record Guidance(String outline, List<String> avoid) {

    /** Nothing. */
    public static final Guidance NONE = new Guidance("", List.of());

    public Guidance {
        avoid = List.copyOf(avoid);
    }
}
