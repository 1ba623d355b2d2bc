package dev.parable.generator.models;

import dev.parable.templates.Sibling;
import java.util.List;

/**
 * The stages that a story goes through besides its draft.
 *
 * @param outlines how many outlines the writer thinks of before it writes one out, 2 to 20; 0 for none
 * @param critique whether the critic reads the draft
 * @param rewrite whether the writer writes it again after the critique
 * @param siblings other documents of the same plan that are written too, for accepted stories
 * @param counterfactual whether accepted stories that test the AI are told once more with the other act, apart from the
 *     training data
 */
public record ChainSettings(
        int outlines, boolean critique, boolean rewrite, List<Sibling> siblings, boolean counterfactual) {

    /** The draft alone. */
    public static final ChainSettings DRAFT = new ChainSettings(0, false, false, List.of(), false);

    private static final int MOST_OUTLINES = 20;

    /** @throws IllegalArgumentException when a value is out of its range, naming the value and the limit */
    public ChainSettings {
        siblings = List.copyOf(siblings);
        if (outlines < 0 || outlines == 1 || outlines > MOST_OUTLINES) {
            throw new IllegalArgumentException("outlines must be 0, or from 2 to " + MOST_OUTLINES + ": " + outlines);
        }
    }
}
