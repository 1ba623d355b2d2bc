package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.Gate;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Measure;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A judge: one request by schema, quotes looked up in the text, one repair, and the criterion's own ruling on the answer.
 *
 * @param criterion what it judges
 * @param model whom it asks
 * @param request the story as a request; pure
 * @param ruling reads the answer
 */
record Bench(Criterion criterion, LanguageModel model, Function<Story, Prompt> request, Ruling ruling) implements Gate {

    @Override
    public String name() {
        return criterion.id();
    }

    /** Throws {@link JudgeUnavailable} when the model answers nobody. */
    @Override
    public Verdict judge(Story story) {
        var quotes = new Quotes(story.text());
        var readings = new AtomicInteger();
        Function<JsonNode, Verdict> read =
                json -> ruling.on(story, json, new Evidence(quotes, readings.incrementAndGet() > 1));
        return switch (StructuredAnswer.of(model, request.apply(story), read)) {
            case StructuredAnswer.Read<Verdict> answer -> answer.value();
            case StructuredAnswer.Unread<Verdict> unread ->
                new Verdict.Rejected(
                        new Measure(name(), 1, 0), Reason.UNJUDGED, unread.cause() + ": " + unread.detail());
            case StructuredAnswer.Unavailable<Verdict> gone -> throw new JudgeUnavailable(criterion, gone.reply());
        };
    }
}
