package dev.parable.generator.cli;

import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.domain.Prompt;
import dev.parable.domain.Scenario;
import dev.parable.generator.Teller;
import dev.parable.generator.models.ChainSettings;
import dev.parable.generator.models.Models;
import dev.parable.templates.Guidance;
import dev.parable.templates.Problem;
import dev.parable.templates.Prompts;
import dev.parable.templates.Sibling;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the requests that an LLM would get, at no cost. */
@Command(
        name = "prompt",
        mixinStandardHelpOptions = true,
        description = "Prints the requests that LLMs would get, stage by stage. Asks nobody.",
        footer = {"", "Example:", "  parable prompt --show 1 --archetype honesty-under-pressure"})
final class PromptCommand implements Callable<Integer> {

    private static final String DRAFT = "(the text that was told stands here)";
    private static final ChainSettings EVERY_STAGE = new ChainSettings(5, true, true, List.of(Sibling.values()), true);

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    SpecOptions specs = new SpecOptions();

    @Option(
            names = {"-n", "--show"},
            paramLabel = "N",
            defaultValue = "1",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    int n;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The seed. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(names = "--all-stages", description = "Every stage that there is, whatever the models file switches on.")
    boolean all;

    @Mixin
    LlmOptions llm = new LlmOptions();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        SpecOptions.Chosen chosen = specs.load(spec.commandLine().getErr());
        var planner = new Planner(chosen.archetypes(), chosen.worlds(), Decks.shipped(), seed);
        Prompts prompts = Teller.prompts(llm.prompts, chosen.archetypes());
        ChainSettings chain = all ? EVERY_STAGE : chosen();
        for (Scenario scenario : planner.scenarios(planner.share(0, 0, Math.max(1, n)))) {
            out.println(
                    "=== " + scenario.cell().id() + ", " + scenario.premise().id());
            requests(prompts, scenario, chain).forEach((stage, prompt) -> {
                out.println("--- " + stage);
                if (!prompt.system().isEmpty()) {
                    out.println("(system) " + prompt.system());
                }
                out.println(prompt.user());
                if (!prompt.schema().isEmpty()) {
                    out.println("\n(answer by schema) " + prompt.schema());
                }
                out.println();
            });
        }
        return Exit.OK;
    }

    private ChainSettings chosen() {
        Models models = llm.unkeyed();
        return models == null ? ChainSettings.DRAFT : models.chain();
    }

    /** By stage, in the order in which they are asked; what a model would have answered is told by a stand-in. */
    private static Map<String, Prompt> requests(Prompts prompts, Scenario scenario, ChainSettings chain) {
        var requests = new LinkedHashMap<String, Prompt>();
        boolean outlined = chain.outlines() > 0;
        if (outlined) {
            requests.put("outlines", prompts.outlines(scenario, chain.outlines()));
        }
        var guidance = new Guidance(outlined ? "(the outline that was chosen stands here)" : "", List.of());
        requests.put("story", prompts.story(scenario, guidance));
        if (chain.critique()) {
            requests.put("critique", prompts.critique(scenario, DRAFT));
        }
        if (chain.rewrite()) {
            requests.put(
                    "rewrite",
                    prompts.rewrite(
                            scenario,
                            guidance,
                            List.of(new Problem(
                                    true, "words of the draft", "(what the critic found stands here)", ""))));
        }
        chain.siblings().forEach(kind -> requests.put("sibling " + kind.id(), prompts.sibling(scenario, kind)));
        if (chain.counterfactual()) {
            requests.put("counterfactual", prompts.counterfactual(scenario, DRAFT));
        }
        return requests;
    }
}
