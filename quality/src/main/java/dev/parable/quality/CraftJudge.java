package dev.parable.quality;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parable.domain.Measure;
import dev.parable.domain.Reason;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns away a badly made story. A model gives marks from 0 to 10 to six merits and seven faults, and quotes each fault of
 * more than {@value #TOLERATED}. Measures one score from 0 to 10: the mean of the merits, less what each fault exceeds
 * {@value #TOLERATED} by, times its weight.
 *
 * <p>Source: the criteria of EQ-Bench Creative Writing v3, nine of whose 22 are negative. Deviations: fewer criteria, each
 * one that this project's readers named; faults subtract instead of being averaged in, since one sermon spoils a story
 * that does everything else well; a fault without a quote that is in the text does not count.
 */
final class CraftJudge implements Ruling {

    static final List<String> MERITS = List.of("particular", "people", "prose", "reasons-shown", "whole", "ending");

    /** What is subtracted for each mark of a fault beyond those tolerated. */
    static final Map<String, Double> FAULTS = faults();

    /** Marks that a fault may have without counting. */
    static final int TOLERATED = 2;

    private static final int MOST = 10;

    private final double limit;

    /** @throws IllegalArgumentException if the limit is not from 0 to 10 */
    CraftJudge(double limit) {
        if (!(limit >= 0 && limit <= MOST)) {
            throw new IllegalArgumentException("the least score for craft must be from 0 to 10: " + limit);
        }
        this.limit = limit;
    }

    private static Map<String, Double> faults() {
        var faults = new LinkedHashMap<String, Double>();
        faults.put("purple", 0.5);
        faults.put("sermon", 0.6);
        faults.put("tidy-moral", 0.5);
        faults.put("stock-phrases", 0.5);
        faults.put("one-voice", 0.5);
        faults.put("incoherent", 0.7);
        faults.put("assistant-manners", 0.6);
        return java.util.Collections.unmodifiableMap(faults);
    }

    @Override
    public Verdict on(Story story, JsonNode json, Evidence evidence) {
        double sum = 0;
        for (String merit : MERITS) {
            sum += mark(json.path("merits").path(merit), merit);
        }
        double taken = 0;
        boolean dropped = false;
        List<String> shown = new ArrayList<>();
        for (Map.Entry<String, Double> fault : FAULTS.entrySet()) {
            JsonNode node = json.path("faults").path(fault.getKey());
            double mark = mark(node.path("mark"), fault.getKey());
            if (mark > TOLERATED) {
                String quote = Evidence.text(node, "quote", fault.getKey());
                if (evidence.holds(quote)) {
                    taken += (mark - TOLERATED) * fault.getValue();
                    shown.add("%s %s: “%s”".formatted(fault.getKey(), tenth(mark), quote));
                } else {
                    dropped = true;
                }
            }
        }
        double merits = sum / MERITS.size();
        double score = Math.max(0, merits - taken);
        // A fault that was dropped decides only where the story would pass without it.
        evidence.close(dropped && score >= limit);
        Measure measure = new Measure(Criterion.CRAFT.id(), Math.round(score * 100) / 100.0, limit);
        String detail = "merits %s%s".formatted(tenth(merits), shown.isEmpty() ? "" : "; " + String.join("; ", shown));
        return score >= limit
                ? new Verdict.Passed(List.of(measure), detail)
                : new Verdict.Rejected(measure, Reason.WEAK_CRAFT, detail);
    }

    private static double mark(JsonNode node, String name) {
        if (!node.isNumber() || node.asDouble() < 0 || node.asDouble() > MOST) {
            throw new IllegalArgumentException("'%s' needs a mark from 0 to 10".formatted(name));
        }
        return node.asDouble();
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
