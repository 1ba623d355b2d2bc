package dev.parable.generator.cli;

import dev.parable.generator.Estimate;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How an estimate is printed: a line for each model and role, then money and hours with their intervals. */
final class EstimateTable {

    private EstimateTable() {}

    static void print(PrintWriter out, Estimate estimate) {
        parts(out, estimate.parts());
        Double money = estimate.money();
        out.printf(
                Locale.ROOT,
                "%nMoney  %s%n",
                money == null
                        ? "not known: a model has no price"
                        : String.format(
                                Locale.ROOT,
                                "%,.2f (%,.2f to %,.2f)",
                                money,
                                money * estimate.atBest(),
                                money * estimate.atWorst()));
        out.printf(
                Locale.ROOT,
                "Hours  at least %.2f (%.2f to %.2f), at the models' concurrency%n",
                estimate.hours(),
                estimate.hours() * estimate.atBest(),
                estimate.hours() * estimate.atWorst());
        if (estimate.parts().stream().anyMatch(Estimate.Part::batched)) {
            out.println(
                    "       and for batches whatever their servers take, a day at most for each, one for each stage of a wave");
        }
    }

    /** What each model took, or would take, in each role. */
    static void parts(PrintWriter out, List<Estimate.Part> parts) {
        out.printf(
                "%-16s %-10s %12s %16s %16s %10s %8s%n",
                "model", "role", "calls", "tokens in", "tokens out", "money", "hours");
        for (Estimate.Part part : parts) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %-10s %,12.0f %,16.0f %,16.0f %10s %8.2f%n",
                    part.model(),
                    part.role() + (part.batched() ? "*" : ""),
                    part.calls(),
                    part.inputTokens(),
                    part.outputTokens(),
                    part.money() == null ? "no price" : String.format(Locale.ROOT, "%,.2f", part.money()),
                    part.hours());
        }
        if (parts.stream().anyMatch(Estimate.Part::batched)) {
            out.println("* by batches");
        }
    }
}
