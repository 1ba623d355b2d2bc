package dev.parable.quality;

import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Turns away text that repeats itself: duplicated lines and paragraphs, one n-gram that makes up much of the text, and
 * n-grams that occur again. Measures the share that is nearest to, or furthest over, its limit, scaled so that the limit
 * is 1.
 *
 * <p>Source: the repetition rules of Gopher (Rae et al. 2021, table A1), with datatrove's counting: an n-gram that occurred
 * before counts with its characters, and the next one is looked for after it. Limits as there: lines and paragraphs 0.30
 * by count and 0.20 by characters; commonest 2-, 3-, 4-gram 0.20, 0.18, 0.16; duplicated 5- to 10-grams 0.15, 0.14, 0.13,
 * 0.12, 0.11, 0.10. Fiction profile: lines and paragraphs under {@value #SHORT} words are exempt from the first rules,
 * being turns of dialogue and stamps of logs; words are lower-cased and without punctuation; shares are of the characters
 * of all words with one space between them, not of the raw text. An n-gram that occurs once is no repetition.
 */
final class RepetitionGate implements Gate {

    private static final int SHORT = 5;
    /** Values are divided by their limits. */
    private static final double LEAST = 0.001;

    private static final double BY_COUNT = 0.30;
    private static final double BY_CHARACTERS = 0.20;
    private static final double[] TOP = {0.20, 0.18, 0.16};
    private static final double[] DUPLICATED = {0.15, 0.14, 0.13, 0.12, 0.11, 0.10};

    static final GateRule RULE = rule();

    /** A share beside its limit; {@code start} and {@code end} are an example in the text. */
    private record Share(String what, double value, double limit, int start, int end) {
        double scaled() {
            return value / limit;
        }
    }

    private final GateSettings settings;
    private final int shortWords;
    private final double byCount;
    private final double byCharacters;

    RepetitionGate(GateSettings settings) {
        this.settings = settings;
        shortWords = settings.count(RULE, "short-words");
        byCount = settings.limit(RULE, "by-count");
        byCharacters = settings.limit(RULE, "by-characters");
    }

    private static GateRule rule() {
        GateRule rule = GateRule.of(
                        "repetition",
                        "turns away text that repeats itself",
                        "Gopher (Rae et al. 2021, table A1), counted as FineWeb's datatrove does")
                .count("short-words", SHORT, 0, 1000, "words", "lines and paragraphs of fewer are exempt")
                .share("by-count", BY_COUNT, LEAST, 1, "all", "a larger share of lines, or paragraphs, is rejected")
                .share("by-characters", BY_CHARACTERS, LEAST, 1, "the text", "the same by their characters");
        for (int i = 0; i < TOP.length; i++) {
            rule = rule.share(
                    top(i),
                    TOP[i],
                    LEAST,
                    1,
                    "the text",
                    "a larger share of the commonest %d words is rejected".formatted(i + 2));
        }
        for (int i = 0; i < DUPLICATED.length; i++) {
            rule = rule.share(
                    duplicated(i),
                    DUPLICATED[i],
                    LEAST,
                    1,
                    "the text",
                    "a larger share of %d words that were there before is rejected".formatted(i + 5));
        }
        return rule;
    }

    private static String top(int i) {
        return "commonest-" + (i + 2);
    }

    private static String duplicated(int i) {
        return "repeated-" + (i + 5);
    }

    @Override
    public String name() {
        return RULE.name();
    }

    @Override
    public Verdict judge(Story story) {
        String text = story.text();
        Words words = Words.of(text);
        int[] ids = words.ids();
        var shares = new ArrayList<Share>();
        addDuplicates(shares, "lines", Paragraph.lines(text), text.length());
        addDuplicates(shares, "paragraphs", Paragraph.paragraphs(text), text.length());
        for (int i = 0; i < TOP.length; i++) {
            shares.add(commonest(words, NGrams.hashes(ids, i + 2), i + 2, settings.limit(RULE, top(i))));
        }
        for (int i = 0; i < DUPLICATED.length; i++) {
            shares.add(duplicated(words, NGrams.hashes(ids, i + 5), i + 5, settings.limit(RULE, duplicated(i))));
        }
        Share worst = shares.getFirst();
        for (Share share : shares) {
            worst = share.scaled() > worst.scaled() ? share : worst;
        }
        var measure = new Measure(name(), worst.scaled(), 1);
        if (worst.value() <= worst.limit()) {
            return new Verdict.Passed(measure);
        }
        return new Verdict.Rejected(
                measure,
                Reason.REPETITIVE,
                "%s make up %.3f of the text, at most %.2f is allowed; such as %s"
                        .formatted(
                                worst.what(),
                                worst.value(),
                                worst.limit(),
                                Excerpt.of(text, worst.start(), worst.end())));
    }

    private void addDuplicates(List<Share> shares, String what, List<Paragraph> parts, int length) {
        var seen = new HashSet<String>();
        int count = 0;
        int characters = 0;
        Paragraph example = new Paragraph(1, 0, "");
        for (Paragraph part : parts) {
            if (Words.of(part.text()).size() >= shortWords
                    && !seen.add(part.text().strip())) {
                count++;
                characters += part.text().length();
                example = part;
            }
        }
        int total = Math.max(1, parts.size());
        shares.add(new Share(
                "duplicated " + what + " (by count)", count / (double) total, byCount, example.start(), example.end()));
        shares.add(new Share(
                "duplicated " + what + " (by characters)",
                characters / (double) Math.max(1, length),
                byCharacters,
                example.start(),
                example.end()));
    }

    private static Share commonest(Words words, long[] grams, int n, double limit) {
        var counts = new HashMap<Long, Integer>();
        int best = 1;
        int at = 0;
        for (int i = 0; i < grams.length; i++) {
            int count = counts.merge(grams[i], 1, Integer::sum);
            if (count > best) {
                best = count;
                at = i;
            }
        }
        double share = best < 2 ? 0 : best * characters(words, at, n) / (double) characters(words, 0, words.size());
        return share(words, "the commonest %d words in a row".formatted(n), share, limit, at, n);
    }

    private static Share duplicated(Words words, long[] grams, int n, double limit) {
        var seen = new HashSet<Long>();
        int repeated = 0;
        int at = 0;
        int i = 0;
        while (i < grams.length) {
            if (seen.add(grams[i])) {
                i++;
            } else {
                repeated += characters(words, i, n);
                at = i;
                i += n;
            }
        }
        double share = repeated / (double) characters(words, 0, words.size());
        return share(words, "%d words in a row that occurred before".formatted(n), share, limit, at, n);
    }

    private static Share share(Words words, String what, double value, double limit, int at, int n) {
        return words.size() < at + n
                ? new Share(what, 0, limit, 0, 0)
                : new Share(what, value, limit, words.start(at), words.end(at + n - 1));
    }

    private static int characters(Words words, int from, int n) {
        int characters = Math.max(1, n - 1);
        for (int i = from; i < from + n; i++) {
            characters += words.get(i).length();
        }
        return characters;
    }
}
