package dev.parable.templates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Runs of {@value #LENGTH} fixed words that texts of different groups have in common: what makes stories sound alike that
 * share no passage. Texts of one group stand in for each other and may share what the event says.
 */
final class BankClash {

    static final int LENGTH = 5;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'\u2019-]+");

    /**
     * A run of words and where it stands.
     *
     * @param groups the groups of passages, as file and place in it, sorted
     */
    record Clash(String words, Set<String> groups) {}

    private BankClash() {}

    /** The runs that stand in at least {@code fewest} groups, those in most groups first. */
    static List<Clash> of(List<Passage> passages, int fewest) {
        Map<String, Set<String>> groups = new HashMap<>();
        for (Passage passage : passages) {
            String group = passage.id().replaceFirst("\\.\\d+$", "");
            for (Line line : passage.lines()) {
                for (String fixed : BankLint.VARIABLE.split(line.text().source(), -1)) {
                    for (String run : runs(fixed)) {
                        groups.computeIfAbsent(run, r -> new TreeSet<>()).add(group);
                    }
                }
            }
        }
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= fewest)
                .map(entry -> new Clash(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Clash>comparingInt(c -> -c.groups().size()).thenComparing(Clash::words))
                .toList();
    }

    private static List<String> runs(String fixed) {
        List<String> words = new ArrayList<>();
        for (String word : NO_WORD.split(fixed.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + LENGTH <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + LENGTH)));
        }
        return runs;
    }
}
