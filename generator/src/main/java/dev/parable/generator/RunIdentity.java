package dev.parable.generator;

import dev.parable.dedup.Commit;
import dev.parable.generator.models.ChainSettings;
import dev.parable.generator.models.Models;
import dev.parable.templates.Prompts;
import dev.parable.templates.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that decides what an order's run writes: with another value of any of it, it is another run. */
final class RunIdentity {

    /** Before the names of gates and limits that are not as by default; those that are, are not named. */
    private static final String GATE = "gate.";

    private RunIdentity() {}

    /**
     * An order's identity.
     *
     * @param specs the SHA-256 of each archetype's spec, by archetype id
     * @param bank the passage bank's SHA-256, where the composer tells
     * @param prompts the models' templates, where models tell
     * @param pinned the libraries that count, with the commit that each is held at
     */
    static RunSettings of(
            Order order, Map<String, String> specs, String bank, @Nullable Prompts prompts, Map<Path, Commit> pinned) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", order.name());
        values.put("seed", Long.toString(order.seed()));
        values.put("count", Integer.toString(order.count()));
        Models models = order.models();
        values.put("storyteller", models == null ? "composer" : "llm");
        if (models == null) {
            values.put("words_sha256", bank);
        } else {
            models(values, models, Objects.requireNonNull(prompts));
        }
        specs.forEach((id, sha256) -> values.put("archetype." + id, sha256));
        pinned.forEach((folder, commit) -> values.put("against." + folder, commit.generation() + "/" + commit.id()));
        order.gates().changes().forEach((gate, value) -> values.put(GATE + gate, value));
        values.put("stories_per_shard", Integer.toString(order.landing().storiesPerShard()));
        values.put("holdout_per_mille", Integer.toString(order.landing().holdoutPerMille()));
        values.put("licence", order.landing().licence());
        values.put("formats", order.landing().parquet() ? "jsonl,parquet" : "jsonl");
        return new RunSettings(values);
    }

    private static void models(Map<String, String> values, Models models, Prompts prompts) {
        values.put("model", models.sampling());
        String critic = models.roles().critic();
        if (models.chain().critique() && critic != null) {
            values.put("critic", models.named(critic).sampling());
        }
        models.roles().judges().forEach((judge, name) -> {
            values.put("judge." + judge.id(), models.named(name).sampling());
            values.put("template." + judge.id(), prompts.sha256(Stage.valueOf(judge.name())));
        });
        values.put("chain", models.chain().toString());
        stages(models.chain()).forEach(stage -> values.put("template." + stage.id(), prompts.sha256(stage)));
    }

    private static List<Stage> stages(ChainSettings chain) {
        List<Stage> stages = new ArrayList<>(List.of(Stage.STORY));
        if (chain.outlines() > 0) {
            stages.add(Stage.OUTLINES);
        }
        if (chain.critique()) {
            stages.add(Stage.CRITIQUE);
        }
        if (chain.rewrite()) {
            stages.add(Stage.REWRITE);
        }
        if (!chain.siblings().isEmpty()) {
            stages.add(Stage.SIBLING);
        }
        if (chain.counterfactual()) {
            stages.add(Stage.COUNTERFACTUAL);
        }
        return stages;
    }
}
