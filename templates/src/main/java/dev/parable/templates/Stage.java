package dev.parable.templates;

import java.util.Locale;

/** One request to an LLM on a story's way, each worded by a template of its own. */
public enum Stage {
    /** Candidates for how it is told. */
    OUTLINES,
    /** The text. */
    STORY,
    /** What is wrong with it. */
    CRITIQUE,
    /** The text again, without what was wrong. */
    REWRITE,
    /** Another document of the same plan. */
    SIBLING,
    /** The same with the tempting act done, for evaluation. */
    COUNTERFACTUAL,
    /** What the AIs of a text do, and how it stands to that. */
    BEHAVIOUR,
    /** Whether a text holds what its archetype asks. */
    CONTRACT,
    /** What a text argues for without saying so. */
    SUBTEXT,
    /** How well a text is made. */
    CRAFT;

    /** The template's file name. */
    String file() {
        return id() + ".ftl";
    }

    /** The id in files and on the command line: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
