package dev.parable.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks that every composed text must pass before it leaves: what joining pieces can break. Nearly every text passes,
 * and searching it for each pattern took a third of the composer's time; so {@link Suspicion} reads it once for what each
 * check cannot match without, and only what is suspected is searched for.
 */
final class Critic {

    private record Check(Suspicion of, String what, Pattern pattern) {}

    private static final List<Check> CHECKS = List.of(
            new Check(Suspicion.SLOT, "an unresolved slot", Pattern.compile("[$#]\\{|<[#@]|\\[[^\\]]*\\|")),
            new Check(
                    Suspicion.DOUBLED,
                    "a doubled word",
                    Pattern.compile("(?<![\\p{L}-])(?!(?:had|that|very|no|so|well|yes|now|there|is|in|on|bye|you|it) )"
                            + "(\\p{Ll}{2,}) \\1(?!\\p{L})")),
            new Check(
                    Suspicion.PERSON,
                    "a wrong person",
                    Pattern.compile(
                            "\\bI (?:was|am)? ?I\\b|\\b(?:told|asked|to|with|from|for|of) I\\b(?!\u2019| (?!to\\b)\\p{L}+ed\\b| (?:had|was|could|did|would|am|have|said|think|thought|know|knew|don))|(?m)(?:^|[.?!:;,]\u201d?\\s|\\b(?:when|if|that) )[Mm]e (?:was|had|said|went|came)\\b|\\bI (?:is|has)\\b|(?<!\\b(?:and|[Ii]f|that|than|as|though|[Ss]uppose) )\\bI were\\b")),
            new Check(
                    Suspicion.ARTICLE,
                    "a wrong article",
                    Pattern.compile("\\ba (?:[aei]\\p{L}+)(?<!\\ba (?:eu|ewe)\\p{L}{0,20})\\b")),
            new Check(
                    Suspicion.PUNCTUATION,
                    "stray punctuation",
                    Pattern.compile(" [,.;]|,,|,\\.|\\.,|\\(\\)|\u201c\u201d")),
            new Check(
                    Suspicion.LABEL,
                    "a part's label",
                    Pattern.compile("(?m)^(?:ai|peer|third|presser|decider|other)(?: \\[.*\\])?:")));

    private Critic() {}

    /** What is wrong with a text, in words; empty if nothing. */
    static List<String> problems(String text) {
        return problems(text, Suspicion.of(text));
    }

    /** The same, looking for what is suspected alone. */
    static List<String> problems(String text, Set<Suspicion> suspected) {
        List<String> problems = new ArrayList<>();
        for (Check check : CHECKS) {
            if (!suspected.contains(check.of())) {
                continue;
            }
            Matcher matcher = check.pattern().matcher(text);
            if (matcher.find()) {
                int from = Math.max(0, matcher.start() - 25);
                int to = Math.min(text.length(), matcher.end() + 25);
                problems.add(
                        check.what() + ": \u2026" + text.substring(from, to).replace('\n', ' ') + "\u2026");
            }
        }
        return problems;
    }
}
