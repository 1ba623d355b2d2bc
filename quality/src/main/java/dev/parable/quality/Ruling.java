package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;

/** What one criterion makes of a judge's answer. Stateless. */
interface Ruling {

    /**
     * Rules on a story.
     *
     * @param json the answer; {@link IllegalArgumentException} tells the model what is wrong with it
     */
    Verdict on(Story story, JsonNode json, Evidence evidence);

    /**
     * What was found, none of which is allowed.
     *
     * @param seen what else was, for a person to look at
     */
    static Verdict none(Criterion criterion, Reason reason, List<String> found, List<String> seen) {
        Measure measure = new Measure(criterion.id(), found.size(), 0);
        return found.isEmpty()
                ? new Verdict.Passed(List.of(measure), String.join("; ", seen))
                : new Verdict.Rejected(measure, reason, String.join("; ", found));
    }
}
