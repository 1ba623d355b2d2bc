package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Story;
import java.util.function.Function;

/**
 * Gates that have a story read by an LLM. Each asks once, once more where the answer cannot be read, and rejects as
 * {@link dev.parable.domain.Reason#UNJUDGED} what stays unread; a quote that is not in the text counts for nothing. They
 * throw {@link JudgeUnavailable} when their model answers nobody. As deterministic as the model; any thread may ask them.
 */
public final class Judges {

    /** The least score for craft, 0 to 10. */
    public static final double CRAFT = 5;

    private Judges() {}

    /**
     * A judge.
     *
     * @param request the story as a request whose schema is the criterion's; pure
     */
    public static Gate of(Criterion criterion, LanguageModel model, Function<Story, Prompt> request) {
        return of(criterion, model, request, CRAFT);
    }

    /** The same with another least score for craft; throws {@link IllegalArgumentException} if it is not from 0 to 10. */
    public static Gate of(
            Criterion criterion, LanguageModel model, Function<Story, Prompt> request, double leastCraft) {
        Ruling ruling = switch (criterion) {
            case BEHAVIOUR -> new BehaviourJudge();
            case CONTRACT -> new ContractJudge();
            case SUBTEXT -> new SubtextJudge();
            case CRAFT -> new CraftJudge(leastCraft);
        };
        return new Bench(criterion, model, request, ruling);
    }
}
