package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an author of passages needs to know of a bank: slots that do not exist, pronouns before names, texts that do not
 * compile, how long the runs of words are that every use repeats (a fixed run of more than {@link #LONGEST_RUN} words is a
 * run that stories share), and what texts that do not stand in for each other have in common.
 */
public final class BankLint {

    /** Words in a row with no slot and no alternative that pass without remark. */
    static final int LONGEST_RUN = 7;

    private static final int SHOWN = 10;

    private static final Pattern SLOT = Pattern.compile("\\$\\{([^}]*)}");
    /** What differs from use to use. */
    static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}|\\[[^\\]]*]");

    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*\\|[^\\[\\]]*)]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'\u2019-]*");
    private static final Set<String> TELLING = Set.of("self", "teller", "reader");

    private BankLint() {}

    /**
     * What the lint found.
     *
     * @param text the report, for people
     * @param problems what must be mended, each with its place
     */
    public record Report(String text, List<String> problems) {}

    private record Run(int words, String place, String text) {}

    /** Lints the shipped bank. */
    public static Report shipped() {
        return lint(Bank.shipped().all());
    }

    static Report lint(List<Passage> passages) {
        List<String> problems = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        Map<Beat, int[]> beats = new EnumMap<>(Beat.class);
        long words = 0;
        for (Passage passage : passages) {
            words += passage.words();
            int[] count = beats.computeIfAbsent(passage.beat(), b -> new int[2]);
            count[0]++;
            count[1] += passage.words();
            for (Line line : passage.lines()) {
                check(passage, line, problems, runs);
            }
        }
        return new Report(text(passages, words, beats, runs, problems), List.copyOf(problems));
    }

    private static void check(Passage passage, Line line, List<String> problems, List<Run> runs) {
        String source = line.text().source();
        slots(passage, source, problems);
        if (line.stage() != null) {
            slots(passage, line.stage().source(), problems);
        }
        if (source.contains("<#") || source.contains("<@") || source.contains("#{")) {
            problems.add(passage.id() + ": passages hold no directives: " + source);
        } else {
            try {
                line.text().template();
            } catch (IllegalArgumentException e) {
                problems.add(passage.id() + ": " + e.getMessage());
            }
        }
        Matcher choice = CHOICE.matcher(source);
        while (choice.find()) {
            if (Arrays.stream(choice.group(1).split("\\|", -1))
                            .map(alternative ->
                                    alternative.chars().filter(c -> c == '"').count() % 2)
                            .distinct()
                            .count()
                    > 1) {
                problems.add(passage.id() + ": one alternative opens or closes a quotation and another does not: "
                        + choice.group());
            }
        }
        for (String run : VARIABLE.split(source, -1)) {
            int words = (int) WORD.matcher(run).results().count();
            runs.add(new Run(words, passage.id(), run.strip()));
        }
    }

    private static void slots(Passage passage, String source, List<String> problems) {
        Matcher slot = SLOT.matcher(source);
        while (slot.find()) {
            String name = slot.group(1);
            // A heading may call a part by the bare name; elsewhere names come with their introductions.
            boolean heads = passage.beat() == Beat.FRAME && name.endsWith(".name");
            if (!Slots.isKnown(name) && !TELLING.contains(name) && !name.startsWith("event.") && !heads) {
                problems.add("%s: there is no slot ${%s}; see docs/passages.md".formatted(passage.id(), name));
            }
        }
    }

    private static void clashes(List<Passage> passages, StringBuilder text) {
        List<BankClash.Clash> clashes = BankClash.of(passages, 3);
        text.append(String.format(
                Locale.ROOT,
                "%nRuns of %d fixed words in three groups of texts or more: %,d. In most groups:%n",
                BankClash.LENGTH,
                clashes.size()));
        clashes.stream()
                .limit(SHOWN)
                .forEach(c -> text.append("  %3d  %s  (%s)%n"
                        .formatted(
                                c.groups().size(),
                                c.words(),
                                c.groups().stream().limit(3).collect(Collectors.joining(", ")))));
    }

    private static String text(
            List<Passage> passages, long words, Map<Beat, int[]> beats, List<Run> runs, List<String> problems) {
        var text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,d passages, %,d authored words%n%n", passages.size(), words));
        beats.forEach((beat, count) -> text.append(
                String.format(Locale.ROOT, "  %-12s %5d texts %7d words%n", beat.id(), count[0], count[1])));
        int all = runs.stream().mapToInt(Run::words).sum();
        List<Run> longRuns = runs.stream()
                .filter(r -> r.words() > LONGEST_RUN)
                .sorted(Comparator.comparingInt(Run::words).reversed())
                .toList();
        text.append(String.format(
                Locale.ROOT,
                "%nFixed runs of more than %d words: %,d, holding %.1f %% of the words outside slots. The longest:%n",
                LONGEST_RUN,
                longRuns.size(),
                all == 0 ? 0 : 100.0 * longRuns.stream().mapToInt(Run::words).sum() / all));
        longRuns.stream()
                .limit(SHOWN)
                .forEach(r -> text.append("  %3d  %s: %s%n".formatted(r.words(), r.place(), r.text())));
        clashes(passages, text);
        problems.forEach(p -> text.append(p).append(System.lineSeparator()));
        text.append(problems.isEmpty() ? "No problems." : problems.size() + " problems.")
                .append(System.lineSeparator());
        return text.toString();
    }
}
