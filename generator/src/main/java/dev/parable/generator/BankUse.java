package dev.parable.generator;

import dev.parable.domain.Scenario;
import dev.parable.domain.Telling;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** For authors of passages: how often each would be told in a run, and which never. */
public final class BankUse {

    private static final int SHOWN = 10;

    private BankUse() {}

    /** Composes these scenarios and counts, as a report for people. */
    public static String report(Bank bank, List<Scenario> scenarios) {
        Map<String, String> beats = bank.beats();
        Map<String, Integer> uses = new LinkedHashMap<>();
        beats.keySet().forEach(id -> uses.put(id, 0));
        var composer = new Composer(bank, Map.of());
        for (Scenario scenario : scenarios) {
            if (composer.tell(scenario) instanceof Telling.Told told) {
                String passages = told.story().provenance().trace().getOrDefault("passages", "");
                for (String id : passages.split(" ", -1)) {
                    uses.computeIfPresent(id, (passage, count) -> count + 1);
                }
            }
        }
        return text(scenarios.size(), beats, uses);
    }

    private static String text(int stories, Map<String, String> beats, Map<String, Integer> uses) {
        long told = uses.values().stream().filter(n -> n > 0).count();
        long all = uses.values().stream().mapToLong(n -> n).sum();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Usage in %,d planned stories: %,d of %,d passages are told, each %.1f times on average.",
                stories,
                told,
                uses.size(),
                told == 0 ? 0.0 : all / (double) told));
        lines.add("Told most:");
        uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(use ->
                        "  %4d  %s (%s)".formatted(use.getValue(), use.getKey(), beats.getOrDefault(use.getKey(), "?")))
                .forEach(lines::add);
        var never = new TreeMap<String, Integer>();
        uses.forEach((id, count) -> {
            if (count == 0) {
                never.merge(beats.getOrDefault(id, "?") + " of " + id.replaceFirst("/.*", ""), 1, Integer::sum);
            }
        });
        lines.add("Never told, by beat and folder: " + (never.isEmpty() ? "none" : never));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
