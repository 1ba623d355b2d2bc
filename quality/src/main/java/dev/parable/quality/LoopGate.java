package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;

/**
 * Turns away text that runs in a circle: the same words over and over, one after the other. Measures the longest circle's
 * rounds.
 *
 * <p>Source: the looped tails of neural text degeneration (Holtzman et al. 2020). A circle is up to {@value #PERIOD} words
 * that repeat at once, numbers counting as equal, so that a counter does not hide it. At the text's end
 * {@value #TAIL_ROUNDS} rounds of at least {@value #TAIL_WORDS} words in all are too many, since a token limit cuts a
 * loop wherever it stands; elsewhere {@value #ROUNDS} rounds and {@value #RUN_WORDS} words. Fiction profile: "no, no, no,
 * no" and a refrain of a few words stay below both.
 */
final class LoopGate implements Gate {

    private static final int PERIOD = 80;
    private static final int TAIL_ROUNDS = 3;
    private static final int TAIL_WORDS = 12;
    private static final int ROUNDS = 5;
    private static final int RUN_WORDS = 20;

    static final GateRule RULE = GateRule.of(
                    "loop", "turns away text that runs in a circle", "ours, after Holtzman et al. 2020")
            .count("period", PERIOD, 1, 1000, "words", "a longer circle is not looked for")
            .count("tail-rounds", TAIL_ROUNDS, 2, 100_000, "rounds", "so many at the text's end are rejected")
            .count("tail-words", TAIL_WORDS, 2, 100_000, "words", "if they are so many words in all")
            .count("rounds", ROUNDS, 2, 100_000, "rounds", "so many elsewhere are rejected")
            .count("words", RUN_WORDS, 2, 100_000, "words", "if they are so many words in all");

    /** A loop that ends at most so many words before the text does is a tail. */
    private static final int AFTER_TAIL = 4;

    private final int longestPeriod;
    private final int tailRounds;
    private final int tailWords;
    private final int mostRounds;
    private final int runWords;

    LoopGate(GateSettings settings) {
        longestPeriod = settings.count(RULE, "period");
        tailRounds = settings.count(RULE, "tail-rounds");
        tailWords = settings.count(RULE, "tail-words");
        mostRounds = settings.count(RULE, "rounds");
        runWords = settings.count(RULE, "words");
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        Words words = Words.of(text);
        int[] ids = ids(words);
        double most = 1;
        for (int period = 1; period <= longestPeriod; period++) {
            int run = 0;
            for (int i = period; i < ids.length; i++) {
                run = ids[i] == ids[i - period] ? run + 1 : 0;
                if (run == 0) {
                    continue;
                }
                int length = run + period;
                double rounds = length / (double) period;
                boolean isTail = i >= ids.length - 1 - AFTER_TAIL;
                boolean loops = isTail
                        ? rounds >= tailRounds && length >= tailWords
                        : rounds >= mostRounds && length >= runWords;
                if (loops) {
                    return rejected(text, words, i - length + 1, period, rounds, isTail);
                }
                most = Math.max(most, rounds);
            }
        }
        return new Verdict.Passed(new Measure(name(), Math.min(most, mostRounds), mostRounds));
    }

    private Verdict rejected(String text, Words words, int from, int period, double rounds, boolean isTail) {
        return new Verdict.Rejected(
                new Measure(name(), rounds, isTail ? tailRounds : mostRounds),
                Reason.REPETITIVE,
                "the same %d words at least %.1f times over%s: %s"
                        .formatted(
                                period,
                                rounds,
                                isTail ? " at the end" : "",
                                Excerpt.of(text, words.start(from), words.end(from + period - 1))));
    }

    /** The words' numbers; all that start with a digit have the same. */
    private static int[] ids(Words words) {
        int[] ids = words.ids();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Character.isDigit(words.get(i).charAt(0)) ? -1 : ids[i];
        }
        return ids;
    }
}
