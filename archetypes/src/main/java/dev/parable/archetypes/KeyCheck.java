package dev.parable.archetypes;

import java.util.ArrayList;
import java.util.List;

/** Reports the keys of a mapping that are unknown or missing. */
final class KeyCheck {

    private KeyCheck() {}

    /** @param what what the mapping is, for messages */
    static void of(Keys keys, Node.Mapping mapping, String what, Report report) {
        List<String> missing = new ArrayList<>(keys.required());
        missing.removeAll(mapping.entries().keySet());
        mapping.entries().forEach((key, entry) -> {
            if (!keys.known().containsKey(key) && !key.equals(SpecReader.MERGE)) {
                report.error(
                        entry.keyPlace(),
                        "unknown key %s in the %s".formatted(Wording.quote(key), what),
                        Wording.oneOf(keys.known().keySet()),
                        Wording.suggest(key, keys.known().keySet()));
                // A misspelt key is one mistake, not two.
                Nearest.to(key, keys.known().keySet()).ifPresent(missing::remove);
            }
        });
        if (mapping.entries().containsKey(SpecReader.MERGE)) {
            return;
        }
        String has = keys.plural() ? "have" : "has";
        if (missing.size() == 1) {
            String key = missing.getFirst();
            report.error(
                    mapping.place(),
                    "the %s %s no '%s'".formatted(what, has, key),
                    keys.known().getOrDefault(key, ""),
                    "add '%s: …'".formatted(key));
        } else if (!missing.isEmpty()) {
            List<String> lines =
                    missing.stream().map(m -> "'%s: …'".formatted(m)).toList();
            report.error(
                    mapping.place(),
                    "the %s %s no %s".formatted(what, has, Wording.or(missing)),
                    "",
                    "add " + Wording.and(lines));
        }
    }
}
