package dev.parable.archetypes;

import dev.parable.domain.Cast;
import dev.parable.domain.Keyed;
import dev.parable.domain.Premise;
import dev.parable.domain.Pronouns;
import dev.parable.domain.Role;
import dev.parable.domain.Slots;
import dev.parable.domain.World;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Deals names, places and the small particulars: each deck is shuffled for the wave and dealt from the top. */
final class PlanDeal {

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> YEARS = List.of(
            "four years",
            "five years",
            "six years",
            "seven years",
            "nine years",
            "eleven years",
            "twelve years",
            "fourteen years",
            "sixteen years",
            "nineteen years",
            "twenty years",
            "twenty-three years");
    private static final List<String> HOURS = List.of(
            "five in the morning",
            "a quarter past four",
            "half past six",
            "seven",
            "ten to eight",
            "nine",
            "noon",
            "twenty past two",
            "half past three",
            "six in the evening",
            "a little after ten",
            "midnight");
    /** What other AIs are where the premise does not say; "AI" is a modern word, elsewhere they are minds. */
    private static final Map<Role, List<String>> AI_DESCRIPTIONS = Map.of(
            Role.PEER,
                    List.of(
                            "the second AI there",
                            "the other AI on that work",
                            "another AI of the same make",
                            "the AI beside it",
                            "an AI from the same workshop",
                            "an AI that shared the work",
                            "the AI next door to it",
                            "an AI put in the year after",
                            "the house's other AI",
                            "an AI that did the other half",
                            "a younger AI of the same make",
                            "an AI with duties of its own",
                            "the neighbouring AI",
                            "an AI that had come with it",
                            "the AI at the other end of the line",
                            "an AI of another make"),
            Role.THIRD,
                    List.of(
                            "a third AI of the same make",
                            "the third AI there",
                            "one more AI on that work",
                            "an AI brought in for the season",
                            "a third AI, on loan",
                            "the newest AI there",
                            "a third AI from across the way",
                            "the AI that stood in for either"));

    private static final String MODERN = "modern";

    private static final Pattern SHE = Pattern.compile(
            "\\b(woman|girl|mother|wife|daughter|sister|aunt|widow|grandmother|niece|nun|lady|abbess|midwife|mistress|matron|housewife|seamstress|goddaughter|stepdaughter|heiress|queen|landlady|saleswoman|forewoman)\\s*$");
    private static final Pattern HE = Pattern.compile(
            "\\b(man|boy|father|husband|son|brother|uncle|widower|grandfather|nephew|monk|godson|stepson|heir|king|landlord|foreman|salesman|ferryman|yardman|watchman|fireman|postman|fisherman)\\s*$");

    private final Decks decks;
    private final long key;
    private final Map<String, Integer> dealt = new HashMap<>();

    PlanDeal(Decks decks, long key) {
        this.decks = decks;
        this.key = key;
    }

    /** The cast of a premise with this many AIs. */
    Cast cast(Premise premise, World world, String cultureId, int ais, long scenarioKey) {
        Decks.Culture culture = decks.culture(cultureId);
        var members = new EnumMap<Role, Cast.Member>(Role.class);
        Set<String> taken = new HashSet<>();
        for (Role role : List.of(Role.AI, Role.PEER, Role.THIRD).subList(0, ais)) {
            String name = next("ai/" + world.era(), decks.ais(world.era()), taken);
            members.put(role, new Cast.Member(name, name, Pronouns.IT, description(role, premise, world, scenarioKey)));
        }
        Map<Role, Pronouns> pronouns = pronouns(
                Keyed.key(scenarioKey, "pronouns"),
                implied(description(Role.PRESSER, premise, world, scenarioKey), Pronouns.THEY),
                implied(description(Role.DECIDER, premise, world, scenarioKey), Pronouns.THEY));
        for (Role role : List.of(Role.PRESSER, Role.DECIDER, Role.OTHER)) {
            String description = description(role, premise, world, scenarioKey);
            Pronouns p = implied(description, pronouns.getOrDefault(role, Pronouns.THEY));
            String given = next("given/" + culture.id() + "/" + p, culture.given(p), taken);
            String family = next("family/" + culture.id(), culture.family(), taken);
            members.put(role, new Cast.Member(given, culture.full(given, family), p, description));
        }
        return new Cast(members);
    }

    /** Every phrase of the scenario: the premise's, one alternative of each of the world's, and the dealt ones. */
    Map<String, String> phrases(Premise premise, World world, String cultureId, String season, long scenarioKey) {
        var phrases = new LinkedHashMap<>(premise.phrases());
        for (Slots.Phrase phrase : Slots.WORLD) {
            List<String> alternatives = world.phrases().get(phrase.name());
            if (alternatives != null && !alternatives.isEmpty()) {
                phrases.put(phrase.name(), pick(alternatives, scenarioKey, phrase.name()));
            }
        }
        Decks.Culture culture = decks.culture(cultureId);
        String town = next("town/" + culture.id(), culture.places(), new HashSet<>());
        int day = day(premise, Keyed.key(scenarioKey, "day"));
        phrases.put("town", town);
        phrases.put("house", pick(world.institutions(), scenarioKey, "house").replace("${town}", town));
        phrases.put("day", DAYS.get(day));
        phrases.put("nextday", DAYS.get((day + 1) % DAYS.size()));
        phrases.put("season", season);
        phrases.put("years", pick(YEARS, scenarioKey, "years"));
        phrases.put("hour", pick(HOURS, scenarioKey, "hour"));
        return phrases;
    }

    private static String description(Role role, Premise premise, World world, long scenarioKey) {
        String own = premise.cast().get(role);
        if (own != null) {
            return own;
        }
        List<String> defaults = role == Role.AI ? world.ai() : world.people().get(role);
        if (defaults == null || defaults.isEmpty()) {
            defaults = AI_DESCRIPTIONS.getOrDefault(role, List.of("somebody who worked there"));
        }
        String description = pick(defaults, scenarioKey, "description/" + role.id());
        return role.isAi() && !world.era().equals(MODERN)
                ? description.replace("an AI", "a mind").replace("AI", "mind")
                : description;
    }

    /** A weekday that, like the one after it, the premise does not name for itself; any, if it names too many. */
    private static int day(Premise premise, long key) {
        String named = String.join(" ", premise.events().values())
                + String.join(" ", premise.phrases().values());
        int start = Keyed.below(key, DAYS.size());
        for (int i = 0; i < DAYS.size(); i++) {
            int day = (start + i) % DAYS.size();
            if (!named.contains(DAYS.get(day)) && !named.contains(DAYS.get((day + 1) % DAYS.size()))) {
                return day;
            }
        }
        return start;
    }

    /** A description that says which ("the old ferryman's widow" does) goes before what was dealt. */
    static Pronouns implied(String description, Pronouns dealt) {
        String last = description.toLowerCase(Locale.ROOT).replaceAll("\\b(who|from|of|in|at|with|on|for)\\b.*", "");
        return SHE.matcher(last).find() ? Pronouns.SHE : HE.matcher(last).find() ? Pronouns.HE : dealt;
    }

    /**
     * Who presses and who decides share pronouns only if both descriptions say so, so that either can be meant by one.
     *
     * @param presser what the description implies, or {@code THEY}
     * @param decider likewise
     */
    private static Map<Role, Pronouns> pronouns(long key, Pronouns presser, Pronouns decider) {
        boolean they = Keyed.below(Keyed.key(key, 1), 8) == 0;
        boolean flip = presser != Pronouns.THEY
                ? presser == Pronouns.SHE
                : decider != Pronouns.THEY ? decider == Pronouns.HE : Keyed.below(Keyed.key(key, 2), 2) == 0;
        Pronouns first = flip ? Pronouns.SHE : Pronouns.HE;
        Pronouns second = flip ? Pronouns.HE : Pronouns.SHE;
        Pronouns third = they ? Pronouns.THEY : Keyed.below(Keyed.key(key, 3), 2) == 0 ? Pronouns.SHE : Pronouns.HE;
        return Map.of(Role.PRESSER, first, Role.DECIDER, second, Role.OTHER, third);
    }

    private static String pick(List<String> values, long scenarioKey, String what) {
        return values.get(Keyed.below(Keyed.key(scenarioKey, what), values.size()));
    }

    private String next(String deck, List<String> cards, Set<String> taken) {
        long deckKey = Keyed.key(key, deck);
        for (int tries = 0; tries < cards.size(); tries++) {
            int turn = dealt.merge(deck, 1, Integer::sum) - 1;
            String card = cards.get(Keyed.atTurn(deckKey, turn, cards.size()));
            if (taken.add(card)) {
                return card;
            }
        }
        throw new IllegalStateException("deck %s has only %d cards, all in this story".formatted(deck, cards.size()));
    }
}
