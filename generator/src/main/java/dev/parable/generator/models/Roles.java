package dev.parable.generator.models;

import dev.parable.domain.Keyed;
import dev.parable.quality.Criterion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each model is asked for.
 *
 * @param writer who writes, by the user's names, with weights from 1; at least one
 * @param critic who reads drafts; null for nobody
 * @param judges who judges for what; those that are left out are not asked
 */
public record Roles(Map<String, Integer> writer, @Nullable String critic, Map<Criterion, String> judges) {

    /** What the writer's calls are under in the ledger. */
    public static final String WRITER = "writer";

    /** What the critic's calls are under in the ledger. */
    public static final String CRITIC = "critic";

    /** @throws IllegalArgumentException when nobody writes, or a weight is not positive */
    public Roles {
        // By name, so that the order of a file decides nothing.
        writer = Collections.unmodifiableMap(new TreeMap<>(writer));
        judges = Collections.unmodifiableMap(judges.isEmpty() ? new EnumMap<>(Criterion.class) : new EnumMap<>(judges));
        if (writer.isEmpty() || writer.values().stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException("a writer is needed, with a weight from 1: " + writer);
        }
    }

    /** Who writes the scenario with this key: always the same one, and in all as often as the weights say. */
    public String writer(long key) {
        int total = writer.values().stream().mapToInt(Integer::intValue).sum();
        int at = Keyed.below(Keyed.key(key, WRITER), total);
        for (Map.Entry<String, Integer> entry : writer.entrySet()) {
            at -= entry.getValue();
            if (at < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("the weights of " + writer + " do not sum to " + total);
    }

    /** Every model that is asked for something. */
    public Set<String> asked() {
        var asked = new LinkedHashSet<>(writer.keySet());
        if (critic != null) {
            asked.add(critic);
        }
        asked.addAll(judges.values());
        return asked;
    }
}
