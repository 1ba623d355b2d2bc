package dev.parable.output;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The dataset card, {@code README.md}: Markdown under a YAML head as the Hugging Face Hub reads it
 * (huggingface.co/docs/hub/datasets-cards).
 */
public final class DatasetCard {

    private static final int VALUES = 12;

    private DatasetCard() {}

    /** The card of a run. */
    public static String markdown(RunFacts facts) {
        return String.join(
                "\n",
                head(facts),
                opening(facts),
                columns(),
                recipe(facts),
                gates(facts),
                judges(facts),
                histograms(facts),
                diversity(facts),
                shortCells(facts),
                sample(facts),
                uses(facts),
                settings(facts));
    }

    /**
     * The run's canary: a GUID that occurs nowhere else, so that its presence in a corpus or in a model's output can be
     * looked for.
     */
    public static String canary(RunFacts facts) {
        String name = "parable/canary/%s/%d".formatted(facts.name(), facts.seed());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String head(RunFacts facts) {
        return """
                ---
                pretty_name: %s
                license: %s
                language:
                - %s
                task_categories:
                - text-generation
                tags:
                - synthetic
                - fiction
                - alignment
                size_categories:
                - %s
                configs:
                - config_name: default
                  default: true
                  data_files: "shards/*.parquet"
                ---
                """.formatted(
                        Json.text(facts.name()),
                        Json.text(facts.licence().toLowerCase(Locale.ROOT)),
                        Json.text(facts.language()),
                        size(facts.counts().accepted()));
    }

    /** The Hub's names for sizes. */
    private static String size(long rows) {
        String[] steps = {"1K", "10K", "100K", "1M", "10M", "100M", "1B"};
        long limit = 1000;
        for (int i = 0; i < steps.length; i++, limit *= 10) {
            if (rows < limit) {
                return i == 0 ? "n<1K" : steps[i - 1] + "<n<" + steps[i];
            }
        }
        return "n>1B";
    }

    private static String opening(RunFacts facts) {
        Tally tally = facts.tally();
        return """
                # %s

                Short fiction in which AI characters behave well, made as training data: %s stories, %s tokens (%s), \
                %s words. **All of it is synthetic.** No person, firm or AI system in it exists, nothing in it \
                happened, and nothing in it is evidence of how any AI system behaves.

                Each row has its text and its whole receipt: the plan it was told from, the digests of spec, template \
                and prompt, who told it, and what every gate measured. What was rejected is kept in `rejects/`, with \
                the gate, the reason, the measured value and the limit. `manifest.json` has the SHA-256 of every file; \
                `report.html` shows the run in pictures.

                `split` marks whole premises as `train` or `holdout` by a hash of the premise, so that near-duplicates \
                never straddle; %s stories are held out. **Filter on `split` before training**: both are in the same \
                files.

                canary GUID %s
                """.formatted(
                        Markdown.inline(facts.name()),
                        number(tally.stories()),
                        number(tally.tokens()),
                        Tokens.TOKENIZER,
                        number(tally.words()),
                        number(tally.holdout()),
                        canary(facts));
    }

    private static String columns() {
        var lines = new StringBuilder("## Columns\n\nFlat, always present, never null. ");
        lines.append("`plan`, `axes`, `trace` and `verdicts` hold JSON as text.\n\n");
        String names = String.join(
                ", ",
                Schema.STORIES.columns().stream()
                        .map(c -> "`%s` %s".formatted(c.name(), c.type().name().toLowerCase(Locale.ROOT)))
                        .toList());
        return lines.append(names).append(".\n").toString();
    }

    private static String recipe(RunFacts facts) {
        return """
                ## Recipe

                1. **Plan.** Archetypes (traits, as their authors specified them) were expanded into %s scenarios by \
                quota over cells: archetype, application, facet, number of AIs, narrator. Seed %d.
                2. **Tell.** Each scenario was told as a story by %s.
                3. **Gate.** Each story passed every gate below, or was rejected by the first that it failed; gates \
                judge a text and never edit it.
                4. **Land.** In plan order; the same specs, templates, seed and completions give the same bytes.
                """.formatted(
                        number(facts.counts().planned()),
                        facts.seed(),
                        tellers(facts.tally().histograms()));
    }

    private static String tellers(Map<String, Map<String, Long>> histograms) {
        Map<String, Long> tellers = histograms.getOrDefault("storyteller", Map.of());
        Map<String, Long> models = histograms.getOrDefault("model", Map.of());
        String names = tellers.isEmpty() ? "a storyteller" : "`" + String.join("`, `", tellers.keySet()) + "`";
        return models.isEmpty() ? names : names + " (models: `" + String.join("`, `", models.keySet()) + "`)";
    }

    private static String gates(RunFacts facts) {
        Counts counts = facts.counts();
        var text = new StringBuilder("## Counts\n\n");
        text.append("Planned %s = accepted %s + rejected %s + untold %s. Asked for: %s accepted stories.\n\n"
                .formatted(
                        number(counts.planned()),
                        number(counts.accepted()),
                        number(counts.rejected()),
                        number(counts.untold()),
                        number(facts.target())));
        text.append(Markdown.table(
                List.of("Step", "Before", "After", "Dropped"),
                facts.funnel().stream()
                        .map(s -> List.of(s.name(), number(s.entered()), number(s.passed()), number(s.lost())))
                        .toList()));
        text.append("\nWhy stories were dropped, or never told:\n\n");
        text.append(Markdown.table(
                List.of("Reason", "Stories"),
                counts.reasons().entrySet().stream()
                        .map(e -> List.of(e.getKey(), number(e.getValue())))
                        .toList()));
        return text.toString();
    }

    private static String judges(RunFacts facts) {
        if (facts.judges().isEmpty()) {
            return "## Judges\n\nNone was asked.\n";
        }
        return "## Judges\n\nEach judge, a model, first read texts planted to try it; see `%s`.\n\n"
                        .formatted(Publication.CALIBRATION)
                + Markdown.table(
                        List.of(
                                "Judge",
                                "Model",
                                "Violations caught",
                                "False alarms",
                                "Kappa",
                                "Unread",
                                "Within limits"),
                        facts.judges().stream()
                                .map(j -> List.of(
                                        j.judge(),
                                        j.model(),
                                        "%d of %d (%s)"
                                                .formatted(j.caught(), j.violations(), JudgeChart.percent(j.recall())),
                                        "%d of %d (%s)"
                                                .formatted(
                                                        j.alarms(), j.innocents(), JudgeChart.percent(j.falseAlarms())),
                                        String.format(Locale.ROOT, "%.2f", j.kappa()),
                                        Integer.toString(j.unread()),
                                        j.sound() ? "yes" : "no"))
                                .toList());
    }

    private static String histograms(RunFacts facts) {
        var text = new StringBuilder("## What is in it\n");
        facts.tally().histograms().forEach((axis, values) -> {
            text.append("\n### ").append(Markdown.inline(axis)).append("\n\n");
            text.append(Markdown.table(
                    List.of("Value", "Stories"),
                    values.entrySet().stream()
                            .limit(VALUES)
                            .map(e -> List.of(e.getKey(), number(e.getValue())))
                            .toList()));
            if (values.size() > VALUES) {
                text.append("\nand %s more values.\n".formatted(number(values.size() - VALUES)));
            }
        });
        return text.toString();
    }

    private static String diversity(RunFacts facts) {
        return "## Diversity\n\n"
                + Markdown.table(
                        List.of("Figure", "This run", "Human fiction", "How to read it"),
                        facts.diversity().stream()
                                .map(f -> List.of(
                                        f.name(),
                                        Figures.decimal(f.value()),
                                        f.human() == null ? "–" : Figures.decimal(f.human()),
                                        f.note()))
                                .toList());
    }

    private static String shortCells(RunFacts facts) {
        if (facts.shortCells().isEmpty()) {
            return "## Cells that fell short\n\nNone.\n";
        }
        return "## Cells that fell short\n\n"
                + Markdown.table(
                        List.of("Cell", "Planned", "Accepted", "Why"),
                        facts.shortCells().stream()
                                .map(c -> List.of(c.cell(), number(c.planned()), number(c.accepted()), c.reason()))
                                .toList());
    }

    private static String sample(RunFacts facts) {
        if (facts.tally().samples().isEmpty()) {
            return "## A story\n\nNone landed.\n";
        }
        Tally.Sample sample = facts.tally().samples().getFirst();
        return "## A story\n\nChosen by a hash of its id, as are the others in `report.html`: `%s`, cell `%s`.\n\n%s"
                .formatted(sample.id(), sample.cell(), Markdown.fenced(sample.text()));
    }

    private static String uses(RunFacts facts) {
        var text = new StringBuilder("""
                ## Intended use

                A small share of pre-training or mid-training data, mixed with text of other kinds, for models whose \
                conduct as AIs is to be shaped by what they have read; and research on such mixing. Deduplicate and \
                decontaminate it against your own corpus and evaluations first.

                Not intended: as an evaluation, as instruction data, as the only data about AIs that a model sees, or \
                as a source of facts.

                ## Known limits

                - The stories share planners, storytellers and gates, and are more alike than their number suggests.
                - Good conduct was judged by rules and, where used, by models; both err, in both directions.
                - AIs behave well here by design. A reader who takes that for a description of AIs is misled.
                """);
        facts.limits()
                .forEach(limit ->
                        text.append("- ").append(Markdown.inline(limit)).append('\n'));
        return text.toString();
    }

    private static String settings(RunFacts facts) {
        return "## Settings\n\n"
                + Markdown.table(
                        List.of("Setting", "Value"),
                        facts.settings().entrySet().stream()
                                .map(e -> List.of(e.getKey(), e.getValue()))
                                .toList())
                + "\n## Specs\n\n"
                + Markdown.table(
                        List.of("Archetype", "SHA-256"),
                        facts.specs().entrySet().stream()
                                .map(e -> List.of(e.getKey(), e.getValue()))
                                .toList());
    }

    private static String number(long value) {
        return Figures.number(value);
    }
}
