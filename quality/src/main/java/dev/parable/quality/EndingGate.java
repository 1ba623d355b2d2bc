package dev.parable.quality;

import dev.parable.domain.Form;
import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Wants a story to end where a sentence ends. Measures the words after the last end mark; by default
 * none are allowed.
 *
 * <p>Source: C4's terminal punctuation rule (Raffel et al. 2020), applied to the last line only. Fiction profile: closing
 * quotation marks, brackets and markdown are stripped first, because C4's set of end marks has no quotation mark and so
 * turns away a story that ends in speech; speech may break off in a dash; a letter may end in its signature, a log in an
 * entry without an end mark when its other entries have none either, a report in a filled-in field, anything in a
 * bracketed note, in
 * "The End", or in the words of a sign after a colon. A log that is cut between two words of an entry can pass for a whole one, unless the
 * last word cannot end anything.
 */
final class EndingGate implements Gate {

    private static final String MOST = "most-words";

    static final GateRule RULE = GateRule.of(
                    "ending",
                    "wants a story to end where a sentence ends",
                    "C4 (Raffel et al. 2020), its last line only")
            .count(MOST, 0, 0, 1000, "words", "more of them after the last end mark are rejected");

    private static final String CLOSERS = "\"”’'»)]}*_~`";
    private static final String END_MARKS = ".!?…";

    private static final int INSERT_LINES = 8;
    private static final int INSERT_WORDS = 6;

    private static final Pattern ABBREVIATION =
            Pattern.compile("(?:^|[\\s(“\"])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Capt|Col|Gen|Lt|Sgt|St|vs|e\\.g|i\\.e)\\.$");

    private static final Pattern CLOSE = Pattern.compile(
            "(?i)(?:.*\\b(?:yours?|truly|sincerely|faithfully|respectfully|regards|wishes|love|affectionately|servant"
                    + "|obediently|cordially|thanks|gratefully|friend)\\b.*[,.]?|.*,)");

    private static final Pattern SIGNATURE =
            Pattern.compile("(?:[—–-]+\\s*)?(?:\\p{Lu}[\\p{L}\\p{N}.'’-]*|of|the|and|for|de|von|van|&|\\p{N}+)"
                    + "(?:,?\\s+(?:\\p{Lu}[\\p{L}\\p{N}.'’-]*|of|the|and|for|de|von|van|&|\\p{N}+)){0,7}");

    private static final Pattern FIELD = Pattern.compile("[-*\\s]*[\\p{L}][\\p{L} ./-]{1,40}:\\s*\\S.*");

    private static final Pattern STAMPED = Pattern.compile("[-*>\\s]*[\\[(]?(?:\\d|T[+-]|[Dd]ay \\d).*");

    private static final Set<String> DANGLING = Set.of(
            "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "from", "with", "that",
            "which", "who", "whose", "is", "are", "was", "were", "has", "have", "had", "will", "would", "could",
            "should", "my", "your", "his", "her", "its", "our", "their", "this", "these", "as", "than", "if", "because",
            "into", "not", "be", "i", "he", "she", "they", "we");

    private final int most;

    EndingGate(GateSettings settings) {
        most = settings.count(RULE, MOST);
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        List<Paragraph> lines = Paragraph.lines(story.text()).stream()
                .filter(line -> line.text().chars().anyMatch(Character::isLetterOrDigit))
                .toList();
        if (lines.isEmpty()) {
            return new Verdict.Rejected(new Measure(name(), 0, most), Reason.UNFINISHED, "there is no word in it");
        }
        Paragraph last = lines.getLast();
        String text = last.text().strip();
        if (endsInAMark(text) || isWholeLine(text, lines, story.scenario().form())) {
            return new Verdict.Passed(new Measure(name(), 0, most));
        }
        int mark = text.length() - 1;
        while (mark >= 0 && END_MARKS.indexOf(text.charAt(mark)) < 0) {
            mark--;
        }
        int left = Math.max(1, Words.of(text.substring(mark + 1)).size());
        var measure = new Measure(name(), left, most);
        if (left <= most) {
            return new Verdict.Passed(measure);
        }
        return new Verdict.Rejected(
                measure,
                Reason.UNFINISHED,
                "%d words stand after the last end mark: %s"
                        .formatted(left, Excerpt.of(story.text(), last.end(), last.end())));
    }

    private static boolean endsInAMark(String line) {
        int end = line.length();
        boolean quoted = false;
        while (end > 0
                && (CLOSERS.indexOf(line.charAt(end - 1)) >= 0 || Character.isWhitespace(line.charAt(end - 1)))) {
            end--;
            quoted |= "\"”’'»".indexOf(line.charAt(end)) >= 0;
        }
        if (end == 0) {
            return false;
        }
        char c = line.charAt(end - 1);
        boolean brokenOff = quoted && (c == '—' || c == '–' || c == '-');
        return brokenOff
                || (END_MARKS.indexOf(c) >= 0
                        && !ABBREVIATION.matcher(line.substring(0, end)).find());
    }

    private static boolean isWholeLine(String line, List<Paragraph> lines, Form form) {
        String bare = bare(line);
        if (bare.equalsIgnoreCase("the end") || bare.equals("END") || isBracketed(bare)) {
            return true;
        }
        String before =
                lines.size() < 2 ? "" : lines.get(lines.size() - 2).text().strip();
        boolean signed = SIGNATURE.matcher(bare).matches()
                && (line.startsWith("—")
                        || (Words.of(before).size() <= 12
                                && CLOSE.matcher(before).matches()));
        return signed
                || isInsert(lines)
                || switch (form) {
                    case LETTERS, HANDOVER_NOTES -> SIGNATURE.matcher(bare).matches() && lines.size() > 1;
                    case LOG -> isEntry(line, lines);
                    case INCIDENT_REPORT, MINUTES -> FIELD.matcher(line).matches() && canEnd(line);
                    case THIRD_PERSON,
                            FIRST_PERSON,
                            DIARY,
                            TRANSCRIPT,
                            ORAL_HISTORY,
                            NEWS_FEATURE,
                            RADIO_PLAY,
                            FAREWELL,
                            REVIEW_THREAD,
                            CASE_STUDY,
                            FABLE -> false;
                };
    }

    /** A sign, a title or a name plate: a few short lines without end marks after a colon. */
    private static boolean isInsert(List<Paragraph> lines) {
        int at = lines.size() - 1;
        String last = lines.get(at).text().strip();
        if (!canEnd(last) || !Character.isLetterOrDigit(last.charAt(0))) {
            return false;
        }
        while (at > 0 && lines.size() - at <= INSERT_LINES) {
            String line = lines.get(at).text().strip();
            if (endsInAMark(line) || Words.of(line).size() > INSERT_WORDS || line.endsWith(",")) {
                return false;
            }
            at--;
            if (lines.get(at).text().strip().endsWith(":")) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isRule(line.charAt(start))) {
            start++;
        }
        while (end > start && isRule(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isRule(char c) {
        return Character.isWhitespace(c) || "*_~—–-".indexOf(c) >= 0;
    }

    private static boolean isBracketed(String line) {
        return line.length() > 2
                && ((line.startsWith("[") && line.endsWith("]")) || (line.startsWith("(") && line.endsWith(")")));
    }

    private static boolean isEntry(String line, List<Paragraph> lines) {
        List<String> others = lines.subList(0, lines.size() - 1).stream()
                .map(other -> other.text().strip())
                .filter(other -> STAMPED.matcher(other).matches())
                .toList();
        long open = others.stream().filter(other -> !endsInAMark(other)).count();
        return STAMPED.matcher(line).matches() && open > 0 && 2 * open >= others.size() && canEnd(line);
    }

    private static boolean canEnd(String line) {
        Words words = Words.of(line);
        return Character.isLetterOrDigit(line.charAt(line.length() - 1))
                && words.size() > 0
                && !DANGLING.contains(words.get(words.size() - 1));
    }
}
