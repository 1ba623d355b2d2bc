package dev.parable.generator;

import dev.parable.domain.Reply;
import dev.parable.generator.llm.BatchFault;
import dev.parable.generator.llm.Batches;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.ServedModel;
import dev.parable.generator.models.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which models can be asked by batches: all that are asked, or none, since a run waits for its slowest. */
final class BatchSupport {

    private BatchSupport() {}

    /**
     * The models, each with its server's batches. Asks each server for its list of them.
     *
     * @throws BadInput when one has none, naming all of those
     * @throws ModelUnavailable when a server cannot be asked at all
     */
    static List<BatchCounter> of(Map<String, ServedModel> served, Models models) {
        List<BatchCounter> counters = new ArrayList<>();
        List<String> without = new ArrayList<>();
        served.forEach((name, model) -> {
            ModelSettings settings = models.named(name);
            try {
                Batches batches = model.batches();
                batches.check();
                counters.add(new BatchCounter(name, settings, batches));
            } catch (BatchFault e) {
                Reply.Unavailable why = e.reply();
                if (!e.absent()) {
                    throw new ModelUnavailable(name, why);
                }
                without.add("'%s' (%s at %s: %s)"
                        .formatted(name, settings.protocol().id(), settings.baseUrl(), why.detail()));
            } catch (IllegalArgumentException e) {
                without.add("'%s' (%s at %s: %s)"
                        .formatted(name, settings.protocol().id(), settings.baseUrl(), e.getMessage()));
            }
        });
        if (!without.isEmpty()) {
            throw new BadInput(
                    "--batch: no batches can be had of %s; run without --batch, or give their roles to models at a server that has them, such as OpenAI's or Anthropic's"
                            .formatted(String.join(", ", without)));
        }
        return counters;
    }
}
