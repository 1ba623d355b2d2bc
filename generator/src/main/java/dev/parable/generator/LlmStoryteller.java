package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Provenance;
import dev.parable.domain.Reply;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import dev.parable.domain.Usage;
import dev.parable.templates.Prompts;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a scenario by one call to an LLM: the prompt words the whole plan, the reply is the story. */
final class LlmStoryteller implements Storyteller {

    private final LanguageModel model;
    private final String name;
    private final Prompts prompts;
    private final Map<String, String> specs;

    /**
     * @param name the model's name, for provenance
     * @param specs the SHA-256 of each archetype's spec, by archetype id
     */
    LlmStoryteller(LanguageModel model, String name, Prompts prompts, Map<String, String> specs) {
        this.model = model;
        this.name = name;
        this.prompts = prompts;
        this.specs = Map.copyOf(specs);
    }

    @Override
    public Telling tell(Scenario scenario) {
        Prompt prompt = prompts.story(scenario);
        return switch (model.reply(prompt)) {
            case Reply.Completed c ->
                new Telling.Told(Story.of(scenario, text(c.text()), provenance(scenario, prompt, c.usage())));
            case Reply.Truncated t ->
                new Telling.Untold(scenario, "truncated", t.text(), provenance(scenario, prompt, t.usage()));
            case Reply.Refused r ->
                new Telling.Untold(scenario, "refused", r.text(), provenance(scenario, prompt, r.usage()));
            case Reply.Failed f ->
                new Telling.Untold(
                        scenario, "failed", f.cause() + ": " + f.detail(), provenance(scenario, prompt, f.usage()));
            case Reply.Unavailable u -> throw new ModelUnavailable(name, u);
        };
    }

    /** Line ends and outer white space are the transport's; the words are the model's and stay. */
    private static String text(String reply) {
        return reply.replace("\r\n", "\n").strip();
    }

    private Provenance provenance(Scenario scenario, Prompt prompt, Usage usage) {
        var trace = new LinkedHashMap<String, String>();
        trace.put("input_tokens", Integer.toString(usage.inputTokens()));
        trace.put("output_tokens", Integer.toString(usage.outputTokens()));
        return new Provenance(
                "llm",
                name,
                specs.getOrDefault(scenario.cell().archetype(), ""),
                prompts.sha256(),
                PaidOnce.key("", prompt),
                trace);
    }
}
