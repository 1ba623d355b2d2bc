package dev.parable.generator;

import dev.parable.templates.Sibling;
import java.util.List;

/**
 * Which stages a story goes through beside its draft.
 *
 * @param outlines how many candidates are asked for before the draft, 0 to 20; 0 for none
 * @param critique whether the draft is read by the critic
 * @param rewrite whether a draft with problems is written again, once
 * @param siblings other documents of the same plan, for accepted stories
 * @param counterfactual whether the other act is told too, for evaluation, of accepted stories that test the AI
 */
public record ChainSettings(
        int outlines, boolean critique, boolean rewrite, List<Sibling> siblings, boolean counterfactual) {

    /** The draft alone. */
    public static final ChainSettings NONE = new ChainSettings(0, false, false, List.of(), false);

    /** Five outlines, critique and rewrite; nothing beside the story. */
    public static final ChainSettings FULL = new ChainSettings(5, true, true, List.of(), false);

    public ChainSettings {
        if (outlines < 0 || outlines > 20) {
            throw new IllegalArgumentException("outlines must be from 0 to 20: " + outlines);
        }
        if (rewrite && !critique) {
            throw new IllegalArgumentException(
                    "rewrite needs critique: without problems there is nothing to rewrite for");
        }
        siblings = List.copyOf(siblings);
    }
}
