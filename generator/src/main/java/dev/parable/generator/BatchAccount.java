package dev.parable.generator;

import dev.parable.domain.Usage;
import dev.parable.generator.llm.Batches;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.Price;
import java.util.List;

/**
 * What requests in batches cost. Before they are answered, a request counts as the mean of the calls that the ledger holds
 * of its model in its role, once there are {@value #KNOWN}; until then as the most that it can cost: a token for every byte
 * of it, and all tokens that it may be answered with.
 */
final class BatchAccount {

    static final int KNOWN = 20;

    private final Ledger ledger;

    BatchAccount(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What some requests of one model will cost, each; 0 where it has no price. */
    List<Double> estimates(String model, ModelSettings settings, List<BatchTicket> requests) {
        Price price = settings.price();
        if (price == null) {
            return requests.stream().map(request -> 0.0).toList();
        }
        List<Ledger.Spent> spent =
                ledger.spent().stream().filter(of -> of.model().equals(model)).toList();
        return requests.stream()
                .map(request -> estimate(
                        price,
                        settings,
                        request.written(),
                        spent.stream()
                                .filter(of -> of.role().equals(request.role()))
                                .toList()))
                .toList();
    }

    private static double estimate(
            Price price, ModelSettings settings, Batches.Written request, List<Ledger.Spent> before) {
        long calls = before.stream().mapToLong(Ledger.Spent::calls).sum();
        return calls < KNOWN
                ? price.batched(request.bytes(), settings.maxTokens()).doubleValue()
                : price.batched(
                                        before.stream()
                                                .mapToLong(Ledger.Spent::inputTokens)
                                                .sum(),
                                        before.stream()
                                                .mapToLong(Ledger.Spent::outputTokens)
                                                .sum())
                                .doubleValue()
                        / calls;
    }

    /** What an answered request has cost. */
    static double cost(ModelSettings settings, Usage usage) {
        Price price = settings.price();
        return price == null
                ? 0
                : price.batched(usage.inputTokens(), usage.outputTokens()).doubleValue();
    }
}
