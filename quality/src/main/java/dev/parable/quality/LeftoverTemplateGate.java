package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Role;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns away a text that shows the template it was made from. Measures the places found; by default none
 * are allowed.
 *
 * <p>Source: the interpolation marks of FreeMarker and Mustache, the {@code [[…]]} and "insert … here" of prompts, and
 * the plan's own words: a part's id as a line's label. Fiction profile: brackets around a stage note stay; a doubled word
 * counts here when it is one that slots double (articles, possessives, some prepositions) and English does not; two
 * articles in a row count as one doubled. "Had had" and "that that" are English.
 */
final class LeftoverTemplateGate implements Gate {

    static final GateRule RULE = GateRule.of(
                    "leftover-template",
                    "turns away a text that shows the template it was made from",
                    "ours; the marks are FreeMarker's and Mustache's")
            .count("most-places", 0, 0, 100_000, "places", "more of them are rejected");

    private static final Pattern MARKS = Pattern.compile(
            "\\$\\{[^}\\n]{0,60}\\}?|</?[#@][^>\\n]{0,60}>?|\\{\\{[^}\\n]{0,60}"
                    + "|\\}\\}|\\[\\[[^\\]\\n]{0,60}|\\]\\]|\\{[A-Za-z_][\\w.-]{0,40}\\}|\\[=|%\\d?\\$?[sd]\\b(?!\\w)|<%|%>");

    private static final Pattern BRACKETED = Pattern.compile(
            "(?i)\\[(?:placeholder[^\\]\\n]{0,40}|(?:insert|your|the|character|protagonist|ai|company|city|town|place"
                    + "|location|date)(?: [\\w' ]{0,30})?(?:name|here|title|location|date|insert)?|name|title)\\]");

    private static final Lexicon WORDS = Lexicon.of("placeholders", """
            word  1  =PLACEHOLDER
            word  1  =PLACEHOLDERS
            word  1  =TODO
            word  1  =FIXME
            word  1  =XXX
            word  1  =XXXX
            word  1  lorem ipsum
            """);

    private static final Pattern ROLE = Pattern.compile(Stream.of(Role.values())
            .filter(role -> role != Role.AI)
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|", "(?m)^[\\s*_]{0,9}(?:", "|PRESSER|DECIDER|Presser|Decider|ai)[*_]*:")));

    private final int most;

    LeftoverTemplateGate(GateSettings settings) {
        most = settings.count(RULE, "most-places");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        var found = new ArrayList<String>();
        if (text.chars().anyMatch(c -> "${}<>%[]".indexOf(c) >= 0)) {
            find(found, "a template mark", MARKS, text);
            find(found, "a placeholder", BRACKETED, text);
        }
        for (Lexicon.Hit hit : WORDS.find(text)) {
            found.add("a placeholder: " + Excerpt.of(text, hit.start(), hit.end()));
        }
        find(found, "a part's id", ROLE, text);
        for (Slip slip : RepeatedWords.leftBySlots(text)) {
            found.add("words of two slots, %s: %s".formatted(slip.what(), Excerpt.of(text, slip.start(), slip.end())));
        }
        var measure = new Measure(name(), found.size(), most);
        return found.size() <= most
                ? new Verdict.Passed(measure)
                : new Verdict.Rejected(measure, Reason.LEFTOVER_TEMPLATE, found.getFirst());
    }

    private static void find(List<String> found, String what, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add("%s '%s': %s"
                    .formatted(what, matcher.group().strip(), Excerpt.of(text, matcher.start(), matcher.end())));
        }
    }
}
