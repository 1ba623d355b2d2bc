package dev.parable.generator;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which completions were asked for, of whom and what for: one run's own among all that a ledger keeps, whether they were
 * paid for now or before. Any thread may note.
 */
final class Asked {

    private record By(String model, String role) {}

    private final Map<String, By> keys = new ConcurrentHashMap<>();

    /** Takes note of a completion; who asks for it first has it on the account. */
    void note(String key, String model, String role) {
        keys.putIfAbsent(key, new By(model, role));
    }

    /** What they took, a row for each model and role. */
    List<Ledger.Spent> spent(Ledger ledger) {
        Map<By, Ledger.Spent> spent =
                new TreeMap<>(Comparator.comparing(By::model).thenComparing(By::role));
        keys.forEach((key, by) ->
                ledger.spent(key).ifPresent(one -> spent.merge(by, one.as(by.model(), by.role()), Ledger.Spent::plus)));
        return List.copyOf(spent.values());
    }
}
