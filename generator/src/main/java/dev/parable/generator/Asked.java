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

    private record Account(By by, boolean batched) {}

    private final Map<String, By> keys = new ConcurrentHashMap<>();

    /** Takes note of a completion; who asks for it first has it on the account. */
    void note(String key, String model, String role) {
        keys.putIfAbsent(key, new By(model, role));
    }

    /** What they took, a row for each model and role, and another for what came in batches. */
    List<Ledger.Spent> spent(Ledger ledger) {
        Map<Account, Ledger.Spent> spent = new TreeMap<>(Comparator.<Account, String>comparing(a -> a.by().model())
                .thenComparing(a -> a.by().role())
                .thenComparing(Account::batched));
        keys.forEach((key, by) -> ledger.spent(key)
                .ifPresent(one -> spent.merge(
                        new Account(by, one.batched()), one.as(by.model(), by.role()), Ledger.Spent::plus)));
        return List.copyOf(spent.values());
    }
}
