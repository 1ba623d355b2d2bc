package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.List;

/**
 * Keeps a run from collapsing into one voice while it goes on: a story that opens as too many before it, that brings in a
 * name which the storyteller gives to too many people, or that holds a run of {@value #PHRASE} words which stands in too
 * many, is rejected. What the plan itself says (its names, its phrases) is no fault of the storyteller. Keeps state: it
 * counts what {@link #admit} is told, and is asked in plan order by one thread. In memory that does not grow with the run.
 */
public final class Governor implements Gate {

    private static final int PHRASE = 7;

    /** What can be set about it. */
    public static final GateRule RULE = GateRule.of(
                    "governor", "keeps a run from collapsing into one voice", "ours, from the figures of human fiction")
            .share("openings", 0.03, 0.0001, 1, "all stories", "more with the same first three words are rejected")
            .share("names", 0.01, 0.0001, 1, "all stories", "more with the same name that no plan dealt are rejected")
            .share("phrases", 0.03, 0.0001, 1, "all stories", "more with the same seven words in a row are rejected")
            .count("fewest", 25, 1, 10_000_000, "stories", "so many may always share something");

    /**
     * How much is too much.
     *
     * @param openings most stories with the same first three words, as a share of all
     * @param names most stories with the same name that is not from the plan, as a share of all
     * @param phrases most stories with the same {@value #PHRASE} words in a row, as a share of all
     * @param fewest so many stories may always share something, however few there are
     */
    public record Limits(double openings, double names, double phrases, int fewest) {

        /** From the figures of human fiction: commonest opening 1.3 %, and no name in more than 1 % of a run. */
        public static final Limits DEFAULT = Limits.of(GateSettings.DEFAULT);

        /** Those of a file. */
        public static Limits of(GateSettings settings) {
            return new Limits(
                    settings.limit(RULE, "openings"),
                    settings.limit(RULE, "names"),
                    settings.limit(RULE, "phrases"),
                    settings.count(RULE, "fewest"));
        }

        public Limits {
            if (openings <= 0 || names <= 0 || phrases <= 0 || fewest < 1) {
                throw new IllegalArgumentException(
                        "limits of the governor are above 0: %s %s %s %d".formatted(openings, names, phrases, fewest));
            }
        }
    }

    private final Limits limits;
    private final FrequentValues openings = new FrequentValues();
    private final FrequentValues names = new FrequentValues();
    private final FrequentPhrases phrases = new FrequentPhrases(PHRASE);
    private long stories;

    public Governor(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return RULE.name();
    }

    /** Judges against the stories admitted until now; changes nothing. */
    @Override
    public Verdict judge(Story story) {
        Words words = Words.of(story.text());
        String opening = opening(words);
        if (exceeds(openings.of(opening), limits.openings())) {
            return rejected(openings.of(opening), limits.openings(), Reason.OVERUSED_OPENING, opening);
        }
        for (String name : InventedNames.of(story, words)) {
            if (exceeds(names.of(name), limits.names())) {
                return rejected(names.of(name), limits.names(), Reason.OVERUSED_NAME, name);
            }
        }
        Diversity.Share phrase = phrases.commonestOf(words);
        long count = phrase == null ? 0 : Math.round(phrase.share() * stories);
        if (phrase != null && exceeds(count, limits.phrases())) {
            return rejected(count, limits.phrases(), Reason.OVERUSED_PHRASE, phrase.what());
        }
        return new Verdict.Passed(new Measure(name(), share(count), limits.phrases()));
    }

    /** Counts a story that was accepted. */
    public void admit(Story story) {
        Words words = Words.of(story.text());
        stories++;
        openings.add(opening(words));
        InventedNames.of(story, words).forEach(names::add);
        phrases.add(words);
    }

    private boolean exceeds(long count, double limit) {
        return count >= limits.fewest() && count + 1 > limit * (stories + 1);
    }

    private Verdict rejected(long count, double limit, Reason reason, String what) {
        return new Verdict.Rejected(
                new Measure(name(), share(count), limit),
                reason,
                "'%s' is in %d of %d stories before it".formatted(what, count, stories));
    }

    private double share(long count) {
        return stories == 0 ? 0 : count / (double) stories;
    }

    static String opening(Words words) {
        List<String> tokens = words.tokens();
        return String.join(" ", tokens.subList(0, Math.min(Diversity.OPENING, tokens.size())));
    }
}
