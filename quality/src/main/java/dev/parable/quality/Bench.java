package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Measure;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How every judge is asked: one request by schema, quotes looked up in the text, one repair.
 *
 * @param criterion what it judges
 * @param model whom it asks
 * @param request the story as a request; pure
 */
record Bench(Criterion criterion, LanguageModel model, Function<Story, Prompt> request) {

    /**
     * Asks about a story. Throws {@link JudgeUnavailable} when the model answers nobody.
     *
     * @param reader reads the JSON; throws {@link IllegalArgumentException} that tells the model what is wrong
     */
    Verdict judge(Story story, BiFunction<JsonNode, Evidence, Verdict> reader) {
        var quotes = new Quotes(story.text());
        var readings = new AtomicInteger();
        Function<JsonNode, Verdict> read =
                json -> reader.apply(json, new Evidence(quotes, readings.incrementAndGet() > 1));
        return switch (StructuredAnswer.of(model, request.apply(story), read)) {
            case StructuredAnswer.Read<Verdict> answer -> answer.value();
            case StructuredAnswer.Unread<Verdict> unread ->
                new Verdict.Rejected(
                        new Measure(criterion.id(), 1, 0), Reason.UNJUDGED, unread.cause() + ": " + unread.detail());
            case StructuredAnswer.Unavailable<Verdict> gone -> throw new JudgeUnavailable(criterion, gone.reply());
        };
    }

    /** A gate's measure. */
    Measure measure(double value, double limit) {
        return new Measure(criterion.id(), value, limit);
    }
}
