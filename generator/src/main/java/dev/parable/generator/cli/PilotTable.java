package dev.parable.generator.cli;

import dev.parable.generator.PilotReport;
import dev.parable.quality.Diversity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a pilot's figures are printed, each with its limit where there is one. */
final class PilotTable {

    private PilotTable() {}

    static void print(PrintWriter out, PilotReport report) {
        out.printf(
                Locale.ROOT,
                "%,d of %,d scenarios accepted, %.1f %% (95 %%: %.1f to %.1f).%n%n",
                report.accepted(),
                report.scenarios(),
                100 * report.rate(),
                100 * report.low(),
                100 * report.high());
        line(out, "Lost", lost(report), limit(report, "lost"));
        line(out, "Openings", shares(report.openings()), limit(report, "openings"));
        line(out, "Names", shares(report.names()), limit(report, "names"));
        Double shared4 = report.shared4();
        line(
                out,
                "Alike",
                shared4 == null
                        ? "not measured on fewer than 150 stories"
                        : String.format(
                                Locale.ROOT, "%.1f %% of the words in fours stand in another story too", 100 * shared4),
                limit(report, "shared4"));
        line(out, "Refused", part(report.refused(), report.scenarios()), limit(report, "refused"));
        line(
                out,
                "Unjudged",
                report.judged() == 0 ? "no judge was asked" : part(report.unjudged(), report.judged()),
                limit(report, "unjudged"));
        if (!report.took().isEmpty()) {
            out.printf("%nThe pilot took%n");
            EstimateTable.parts(out, report.took());
        }
        if (report.estimate() != null) {
            out.printf(Locale.ROOT, "%nFor %,d accepted stories%n", report.count());
            EstimateTable.print(out, report.estimate());
        }
        out.println();
        report.trips().forEach(trip -> out.printf("STOP  %s%n", trip));
        out.println(
                report.passed()
                        ? "PASSED  no stop rule trips."
                        : "FAILED  the run is not worth telling so: mend the specs, the prompts or the models.");
    }

    private static void line(PrintWriter out, String what, String figures, String limit) {
        out.printf("%-10s %s  (limit %s)%n", what, figures, limit);
    }

    private static String lost(PilotReport report) {
        return report.lost().isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        report.lost().entrySet().stream()
                                .map((Map.Entry<String, Integer> e) -> e.getKey() + " " + e.getValue())
                                .toList());
    }

    private static String shares(List<Diversity.Share> shares) {
        return shares.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        shares.stream()
                                .map(s -> String.format(Locale.ROOT, "'%s' %.1f %%", s.what(), 100 * s.share()))
                                .toList());
    }

    private static String part(int count, int of) {
        return String.format(Locale.ROOT, "%,d of %,d, %.1f %%", count, of, of == 0 ? 0 : 100.0 * count / of);
    }

    private static String limit(PilotReport report, String of) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * report.limits().getOrDefault(of, 0.0));
    }
}
