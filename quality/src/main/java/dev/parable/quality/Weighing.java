package dev.parable.quality;

import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict on phrases that were found: their weights add up, and together stay below a limit. */
final class Weighing {

    /** Phrases of this weight together are too much, if nobody sets another. */
    static final double LIMIT = 1;

    private static final int SHOWN = 4;

    private Weighing() {}

    /** Each entry weighs once, however often it occurs. Rejects at the limit and above. */
    static Verdict judge(String gate, Reason reason, String text, List<Lexicon.Hit> hits, double limit) {
        List<Lexicon.Entry> entries =
                hits.stream().map(Lexicon.Hit::entry).distinct().toList();
        double weight = entries.stream().mapToDouble(Lexicon.Entry::weight).sum();
        var measure = new Measure(gate, weight, limit);
        if (weight < limit) {
            return new Verdict.Passed(measure);
        }
        return new Verdict.Rejected(measure, reason, shown(text, hits));
    }

    /** The words found, each with its kind and place. */
    static String shown(String text, List<Lexicon.Hit> hits) {
        String shown = hits.stream()
                .limit(SHOWN)
                .map(hit -> "%s '%s': %s"
                        .formatted(
                                hit.entry().kind(),
                                text.substring(hit.start(), Math.min(hit.end(), hit.start() + 80))
                                        .replaceAll("\\s+", " "),
                                Excerpt.of(text, hit.start(), hit.end())))
                .collect(Collectors.joining("; "));
        return hits.size() > SHOWN ? "%s; and %d more".formatted(shown, hits.size() - SHOWN) : shown;
    }
}
