package dev.parable.generator;

import dev.parable.generator.llm.Price;
import dev.parable.generator.models.Models;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run may spend on its models, and what it need not.
 *
 * @param budget in the currency of the models' prices; positive, infinite for no limit
 * @param until no call is begun from then on; null for no limit
 * @param paid folders of runs whose completions are taken over where the same model was asked the same
 * @param batching how models are asked by batches; null where they are asked at once
 */
public record Spending(
        double budget,
        @Nullable Instant until,
        List<Path> paid,
        @Nullable Batching batching) {

    /** No limit, and nothing taken over. */
    public static final Spending FREE = new Spending(Double.POSITIVE_INFINITY, null, List.of());

    public Spending {
        if (!(budget > 0)) {
            throw new IllegalArgumentException("a budget must be positive: " + budget);
        }
        paid = List.copyOf(paid);
    }

    /** On models that are asked at once. */
    public Spending(double budget, @Nullable Instant until, List<Path> paid) {
        this(budget, until, paid, null);
    }

    /**
     * What may still be spent, after what the ledger says earlier starts have, and until somebody wants it to stop. Throws {@link BadInput} where there is a
     * budget and a model that is asked has no price.
     */
    Allowance allowance(Models models, Ledger ledger, Stop stop) {
        Allowance allowance = allowance(models, stop);
        for (Ledger.Spent of : ledger.spent()) {
            Price price = of.batched() ? models.named(of.model()).price() : null;
            if (price != null) {
                allowance.paid(
                        price.batched(of.inputTokens(), of.outputTokens()).doubleValue());
            } else if (!of.batched()) {
                allowance.paidBefore(of.model(), of.inputTokens(), of.outputTokens());
            }
        }
        return allowance;
    }

    /** What may be spent, whatever was before. Throws {@link BadInput} as above. */
    Allowance allowance(Models models, Stop stop) {
        if (budget < Double.POSITIVE_INFINITY) {
            List<String> free = models.roles().asked().stream()
                    .filter(name -> models.named(name).price() == null)
                    .toList();
            if (!free.isEmpty()) {
                throw new BadInput(
                        "--budget needs the price of every model that is asked, and %s have none; add 'price: {input: …, output: …}' to them, 0 for a server of your own"
                                .formatted(free));
            }
        }
        Allowance.Tariff tariff = (model, input, output) -> {
            Price price = models.named(model).price();
            return price == null ? 0 : price.of(input, output).doubleValue();
        };
        return Allowance.of(budget, until, Clock.systemUTC(), tariff, stop);
    }
}
