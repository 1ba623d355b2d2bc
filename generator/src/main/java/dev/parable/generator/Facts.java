package dev.parable.generator;

import dev.parable.domain.Archetype;
import dev.parable.generator.models.Models;
import dev.parable.output.GateStep;
import dev.parable.output.JudgeCheck;
import dev.parable.output.Landed;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import dev.parable.output.RunFacts;
import dev.parable.output.Tally;
import dev.parable.quality.Diversity;
import dev.parable.quality.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what the card and the report tell of a run. */
final class Facts {

    /** Diversity is measured on stories at least this long, so that the figures compare with the reference. */
    private static final int MEASURED_WORDS = 450;

    private static final int MEASURED_STORIES = 5_000;
    private static final int FEWEST_MEASURED = 2;

    private final Order order;
    private final RunSettings settings;
    private final Landed landed;
    private final List<String> gates;
    private final Waves waves;
    private final List<JudgeCheck> judges;

    /**
     * @param gates the gates' names, in the order in which stories pass them
     * @param judges how the judges did on planted texts; empty where none was asked
     */
    Facts(Order order, RunSettings settings, Landed landed, List<String> gates, Waves waves, List<JudgeCheck> judges) {
        this.order = order;
        this.settings = settings;
        this.landed = landed;
        this.gates = List.copyOf(gates);
        this.waves = waves;
        this.judges = List.copyOf(judges);
    }

    RunFacts assemble() {
        var specs = new LinkedHashMap<String, String>();
        for (Archetype archetype : order.archetypes()) {
            specs.put(archetype.id(), archetype.sha256());
        }
        List<RunFacts.ShortCell> lacking = new ArrayList<>();
        waves.lacking()
                .forEach((cell, missing) -> lacking.add(new RunFacts.ShortCell(
                        cell.id(), waves.wanted(cell), waves.wanted(cell) - (long) missing, waves.why(cell))));
        return new RunFacts(
                order.name(),
                order.seed(),
                order.count(),
                landed.counts(),
                order.landing().licence(),
                "en",
                GateStep.funnel(landed.counts(), gates, landed.gates()),
                Tally.of(order.out()),
                diversity(),
                lacking,
                settings.values(),
                specs,
                limits(),
                judges);
    }

    private List<RunFacts.Figure> diversity() {
        List<String> texts;
        try (Stream<Row> rows = Rows.accepted(order.out())) {
            texts = rows.filter(row -> row.number("words") >= MEASURED_WORDS)
                    .limit(MEASURED_STORIES)
                    .map(row -> row.text("text"))
                    .toList();
        }
        if (texts.size() < FEWEST_MEASURED) {
            return List.of();
        }
        Diversity.Figures figures = Diversity.measure(texts, order.seed());
        Map<String, Double> values = figures.asMap();
        String sample = "%d stories of at least %d words, %d samples of %d x 500 words"
                .formatted(figures.texts(), MEASURED_WORDS, figures.resamples(), figures.sampled());
        var notes = new LinkedHashMap<String, String>();
        notes.put("shared_4", "share of 4-grams that another story of the sample has too; lower is more various");
        notes.put("xz", "compression ratio; lower is more various");
        notes.put("gzip", "compression ratio in a 32 kB window; lower is more various");
        notes.put("distinct_4", "distinct 4-grams of all 4-grams; higher is more various");
        notes.put("self_repetition_4", "how often a story's 4-grams are in others, log scale; lower is more various");
        notes.put("mattr_100", "distinct words in a window of 100; near the human figure is good");
        notes.put("mtld", "words until repetition sets in; near the human figure is good");
        notes.put("commonest_opening", "share of stories with the commonest first three words");
        notes.put("highest_jaccard_5", "the closest two stories, by shared 5-grams");
        notes.put("grade_mean", "Flesch-Kincaid grade");
        notes.put("mean_words", "words to a story");
        List<RunFacts.Figure> list = new ArrayList<>();
        notes.forEach((name, note) -> {
            Double value = values.get(name);
            if (value != null) {
                list.add(new RunFacts.Figure(
                        name.replace('_', ' '), value, Reference.HUMAN.values().get(name), note + "; " + sample));
            }
        });
        return list;
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>();
        Models models = order.models();
        if (models == null) {
            limits.add("Told by the embedded composer from authored passages, not by a language model: phrases and"
                    + " whole passages recur, and no two stories of a premise differ in what happens.");
            PassageUse use = PassageUse.of(order.out());
            limits.add("%,d passages were told, each in %.1f stories on average; the commonest, %s, in %,d."
                    .formatted(use.passages(), use.mean(), use.commonest(), use.most()));
            order.beyondTheComposer().ifPresent(limits::add);
        } else {
            limits.add(
                    models.chain().critique()
                            ? "A critic read each draft; what it found wrong was written again once."
                            : "No critic read the drafts.");
        }
        if (judges.isEmpty()) {
            limits.add("No judge has read these stories; the gates look at form, repetition and words.");
        } else {
            limits.add("Judged by models for: %s. Models miss things; the calibration says how often."
                    .formatted(judges.stream().map(JudgeCheck::judge).collect(Collectors.joining(", "))));
        }
        Calibration.shortcomings(judges)
                .forEach(line -> limits.add("A judge is not to be trusted here: " + line + "."));
        if (!order.gates().changes().isEmpty()) {
            limits.add("The gates were not as they are by default: "
                    + order.gates().changes().entrySet().stream()
                            .map(gate -> gate.getKey() + " " + gate.getValue())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        limits.add("English only.");
        limits.add("The effect of such stories on a model was not measured here.");
        return limits;
    }
}
