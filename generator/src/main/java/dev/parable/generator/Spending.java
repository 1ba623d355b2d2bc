package dev.parable.generator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run may spend on its models, and what it need not.
 *
 * @param budget in the currency of the models' prices; positive, infinite for no limit
 * @param until no call is begun from then on; null for no limit
 * @param paid folders of runs whose completions are taken over where the same model was asked the same
 */
public record Spending(double budget, @Nullable Instant until, List<Path> paid) {

    /** No limit, and nothing taken over. */
    public static final Spending FREE = new Spending(Double.POSITIVE_INFINITY, null, List.of());

    public Spending {
        if (!(budget > 0)) {
            throw new IllegalArgumentException("a budget must be positive: " + budget);
        }
        paid = List.copyOf(paid);
    }
}
