package dev.parable.templates;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parable.domain.Beat;
import dev.parable.domain.Event;
import dev.parable.domain.Premise;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An authored text that serves one beat, with the conditions under which it fits.
 *
 * @param id file, place in it: unique in a bank
 * @param beat what it does in a story
 * @param when condition name to the values that it accepts; every condition must hold
 * @param lines its paragraphs, in order
 * @param roles the parts that it names; all must be in the cast
 * @param phrases the other slots that it names; the scenario must have them all
 * @param words how many words it has, each alternative counted
 */
record Passage(
        String id,
        Beat beat,
        Map<String, Set<String>> when,
        List<Line> lines,
        Set<Role> roles,
        Set<String> phrases,
        int words) {

    /** What the telling itself provides. */
    private static final Set<String> TELLING = Set.of("self", "teller", "reader");

    /** The condition that names a place in a form's frame. */
    static final String AT = "at";

    /** The condition that names premises. */
    static final String PREMISE = "premise";

    private static final String EVENT = "event.";

    private static final Set<String> DAYS = Set.of("day", "nextday");
    private static final Pattern WEEKDAY = Pattern.compile("\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day");
    private static final Pattern SEASON = Pattern.compile(
            "\\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|harvest|lambing|snow|frost|ice|melons?|planting)\\b");

    private static final Map<String, Beat> BEATS = Arrays.stream(Beat.values())
            .collect(Collectors.toUnmodifiableMap(beat -> EVENT + beat.id(), Function.identity()));

    /** Whether a premise's events name a day or a season of their own. */
    private record Own(boolean day, boolean season) {
        static Own of(Premise premise) {
            return new Own(names(WEEKDAY, premise), names(SEASON, premise));
        }

        private static boolean names(Pattern pattern, Premise premise) {
            return premise.events().values().stream()
                    .anyMatch(event -> pattern.matcher(event).find());
        }
    }

    /** By identity, for as long as somebody has the premise: every scenario of it asks again and again. */
    private static final LoadingCache<Premise, Own> OWN =
            Caffeine.newBuilder().weakKeys().build(Own::of);

    Passage {
        when = Map.copyOf(when);
        lines = List.copyOf(lines);
        roles = Set.copyOf(roles);
        phrases = Set.copyOf(phrases);
    }

    /** The same text for another beat. */
    Passage serving(Beat other) {
        return new Passage(id, other, when, lines, roles, phrases, words);
    }

    /** Whether it fits a scenario; {@code at} names the place in a form's frame, or is empty. */
    boolean fits(Scenario scenario, String at) {
        for (var condition : when.entrySet()) {
            if (!condition.getValue().contains(value(condition.getKey(), scenario, at))) {
                return false;
            }
        }
        return when.containsKey(AT) == !at.isEmpty()
                && scenario.cast().members().keySet().containsAll(roles)
                && phrases.stream().allMatch(p -> provided(p, scenario));
    }

    private boolean provided(String phrase, Scenario scenario) {
        if (TELLING.contains(phrase)) {
            return phrase.equals("reader") || scenario.cell().narrator().role() != null;
        }
        if (specificity() < 3 && (DAYS.contains(phrase) || phrase.equals("season"))) {
            // A premise that names its own day or season leaves none to deal.
            Own own = OWN.get(scenario.premise());
            return phrase.equals("season") ? !own.season() : !own.day();
        }
        return phrase.startsWith(EVENT)
                ? happens(phrase, scenario)
                : scenario.phrases().containsKey(phrase);
    }

    private static boolean happens(String event, Scenario scenario) {
        Beat beat = BEATS.get(event);
        for (Event happening : scenario.events()) {
            if (happening.beat() == beat) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part speaks in it, or is named in what is narrated and not only spoken of. */
    boolean acts(Role role) {
        return lines.stream()
                .anyMatch(line -> line.speaker() == role
                        || (line.speaker() == null && line.text().roles().contains(role)));
    }

    /** How narrow its conditions are: a premise's passages come before an archetype's, those before a world's. */
    int specificity() {
        return when.containsKey(PREMISE) ? 3 : when.containsKey("archetype") ? 2 : when.containsKey("world") ? 1 : 0;
    }

    private static String value(String condition, Scenario scenario, String at) {
        return switch (condition) {
            case AT -> at;
            case PREMISE -> scenario.premise().id();
            case "world" -> scenario.world().id();
            case "era" -> scenario.world().era();
            case "form" -> scenario.form().id();
            case "manner" -> scenario.form().manner().id();
            case "shape" -> scenario.shape().id();
            case "ending" -> scenario.ending().id();
            case "carrier" -> scenario.carrier().id();
            case Voice.AXIS -> scenario.axes().getOrDefault(Voice.AXIS, Voice.THERE);
            default -> scenario.axes().getOrDefault(condition, "");
        };
    }
}
