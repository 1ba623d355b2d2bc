package dev.parable.output;

import java.util.List;
import java.util.Locale;

/** Each judge as two bars, violations caught and false alarms, with their intervals and the limits that it had to keep. */
final class JudgeChart {

    private static final int WIDTH = 760;
    private static final int NAMES = 250;
    private static final int BARS = 270;
    private static final int ROW = 24;
    private static final int GAP = 14;
    private static final int BAR = 12;
    private static final int FOOT = 24;

    private JudgeChart() {}

    static String svg(List<JudgeCheck> checks) {
        int height = checks.size() * (2 * ROW + GAP) + FOOT;
        var out = new StringBuilder();
        var label = new StringBuilder("judges on planted texts");
        int y = 0;
        for (JudgeCheck check : checks) {
            out.append("<text x=\"0\" y=\"%d\">%s</text>".formatted(y + ROW / 2 + 5, Html.escape(check.judge())));
            row(
                    out,
                    y,
                    "mark",
                    "caught",
                    share(check.caught(), check.violations()),
                    check.recall(),
                    check.leastRecall());
            row(
                    out,
                    y + ROW,
                    "lost",
                    "false alarms",
                    share(check.alarms(), check.innocents()),
                    check.falseAlarms(),
                    check.mostFalseAlarms());
            label.append("; %s caught %d of %d, false alarms %d of %d"
                    .formatted(check.judge(), check.caught(), check.violations(), check.alarms(), check.innocents()));
            y += 2 * ROW + GAP;
        }
        for (int tick = 0; tick <= 100; tick += 25) {
            out.append("<text class=\"soft\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">%d%%</text>"
                    .formatted(x(tick / 100.0), height - 6, tick));
        }
        return "<svg viewBox=\"0 0 %d %d\" style=\"min-width:42rem\" role=\"img\" aria-label=\"%s\">%s</svg>"
                .formatted(WIDTH + 20, height, Html.escape(label.toString()), out);
    }

    private static void row(
            StringBuilder out, int y, String style, String name, double share, JudgeCheck.Span span, double limit) {
        int middle = y + ROW / 2;
        out.append("<text class=\"soft\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                .formatted(NAMES, middle + 5, name));
        out.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\"/>"
                .formatted(style, BARS, middle - BAR / 2, tenth(x(share) - BARS), BAR));
        out.append("<line class=\"whisker\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>"
                .formatted(x(span.low()), x(span.high()), middle, middle));
        out.append("<line class=\"limit\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>"
                .formatted(x(limit), x(limit), y + 2, y + ROW - 2));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double x(double share) {
        return tenth(BARS + (WIDTH - BARS) * share);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Both ends in whole per cent. */
    static String percent(JudgeCheck.Span span) {
        return String.format(Locale.ROOT, "%.0f–%.0f%%", 100 * span.low(), 100 * span.high());
    }
}
