package dev.parable.generator;

import dev.parable.generator.llm.Price;
import dev.parable.generator.models.Models;
import dev.parable.output.Counts;
import dev.parable.output.Manifest;
import dev.parable.quality.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a large run would take, from what a small one took: each role's calls, tokens, money and hours grow with the
 * scenarios that have to be planned for so many accepted stories, and that number has the interval of the small run's
 * accept rate (Wilson 1927, 95 %). The judges' trial on planted texts is as large as it was, whatever the run. Hours are those of the calls, shared out over the model's concurrency, and so a least.
 *
 * @param rate accepted of planned scenarios in the small run
 * @param low the interval's lower end
 * @param high its upper end
 * @param parts one for each model and role
 */
public record Estimate(int count, double rate, double low, double high, List<Part> parts) {

    private static final double MILLISECONDS_IN_AN_HOUR = 3_600_000;

    /**
     * A model in a role.
     *
     * @param money null where the model has no price
     * @param hours of its calls alone, at its concurrency; 0 for batches, whose server decides
     * @param batched whether by batches, at their price
     */
    public record Part(
            String model,
            String role,
            double calls,
            double inputTokens,
            double outputTokens,
            @Nullable Double money,
            double hours,
            boolean batched) {}

    public Estimate {
        parts = List.copyOf(parts);
    }

    /**
     * Estimates from a finished run.
     *
     * @param models who would be asked; prices and concurrency are theirs
     * @param count accepted stories wanted
     * @param batched whether all is to be asked by batches; otherwise what the small run asked so
     * @throws BadInput if the run is not finished, accepted nothing or asked no model, or if a model of it is not among these
     */
    public static Estimate from(Path run, Models models, int count, boolean batched) {
        if (!Files.isRegularFile(run.resolve(Ledger.FILE))) {
            throw new BadInput("%s has no %s; estimate from a finished run of a hundred stories or more"
                    .formatted(run, Ledger.FILE));
        }
        Counts counts;
        try {
            counts = Manifest.read(run).counts();
        } catch (IOException e) {
            throw new BadInput("%s is not a finished run: %s; finish it first, its first part tells of itself alone"
                    .formatted(run, e.getMessage()));
        }
        List<Ledger.Spent> spent;
        try (Ledger ledger = Ledger.open(run)) {
            spent = ledger.spent();
        }
        return of(counts.planned(), counts.accepted(), spent, models, count, batched);
    }

    static Estimate of(long planned, long accepted, List<Ledger.Spent> spent, Models models, int count) {
        return of(planned, accepted, spent, models, count, false);
    }

    private static Estimate of(
            long planned, long accepted, List<Ledger.Spent> spent, Models models, int count, boolean batched) {
        if (accepted == 0 || spent.isEmpty()) {
            throw new BadInput("nothing can be estimated from %d accepted stories and %d models that were asked"
                    .formatted(accepted, spent.size()));
        }
        var rate = new Proportion(Math.toIntExact(accepted), Math.toIntExact(planned));
        return new Estimate(
                count, rate.share(), rate.low(), rate.high(), parts(spent, models, count / (double) accepted, batched));
    }

    /**
     * What was spent, times a scale; the trial is as large as it was.
     *
     * @throws BadInput if a model of it is not among these
     */
    static List<Part> parts(List<Ledger.Spent> spent, Models models, double scale) {
        return parts(spent, models, scale, false);
    }

    private static List<Part> parts(List<Ledger.Spent> spent, Models models, double scale, boolean batched) {
        List<Part> parts = new ArrayList<>();
        for (Ledger.Spent of : spent) {
            if (!models.models().containsKey(of.model())) {
                throw new BadInput(
                        "the run asked model '%s', and there are only %s; give the models file that it was told by"
                                .formatted(of.model(), models.models().keySet()));
            }
            double grown = of.role().equals(Access.TRIAL) ? 1 : scale;
            Price price = models.named(of.model()).price();
            boolean by = batched || of.batched();
            parts.add(new Part(
                    of.model(),
                    of.role(),
                    of.calls() * grown,
                    of.inputTokens() * grown,
                    of.outputTokens() * grown,
                    price == null
                            ? null
                            : (by
                                                    ? price.batched(of.inputTokens(), of.outputTokens())
                                                    : price.of(of.inputTokens(), of.outputTokens()))
                                            .doubleValue()
                                    * grown,
                    by
                            ? 0
                            : of.milliseconds()
                                    * grown
                                    / MILLISECONDS_IN_AN_HOUR
                                    / models.named(of.model()).concurrency(),
                    by));
        }
        return parts;
    }

    /** Money of all parts; null if a part's model has no price. */
    public @Nullable Double money() {
        double sum = 0;
        for (Part part : parts) {
            if (part.money() == null) {
                return null;
            }
            sum += part.money();
        }
        return sum;
    }

    /** Hours at least: models work side by side, so the busiest model's. */
    public double hours() {
        return parts.stream()
                .collect(Collectors.groupingBy(Part::model, Collectors.summingDouble(Part::hours)))
                .values()
                .stream()
                .mapToDouble(h -> h)
                .max()
                .orElse(0);
    }

    /** By what a figure grows if the accept rate is at its interval's lower end. */
    public double atWorst() {
        return rate / low;
    }

    /** By what a figure shrinks if it is at its upper end. */
    public double atBest() {
        return rate / high;
    }
}
