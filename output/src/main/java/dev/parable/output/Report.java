package dev.parable.output;

import dev.parable.output.Html.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The report of a run: one HTML page that needs nothing else, not even a script, and whose content security policy
 * allows none.
 */
public final class Report {

    private static final int PAIRS = 12;
    private static final Pattern PARAGRAPHS = Pattern.compile("\n\n+");

    private Report() {}

    /** The page of a run. All text from the run is escaped. */
    public static String html(RunFacts facts) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s · run report</title>
                <style>
                %s</style>
                </head>
                <body>
                %s<main>
                %s</main>
                %s</body>
                </html>
                """.formatted(
                        Html.escape(facts.name()),
                        ReportStyle.CSS,
                        header(facts),
                        String.join(
                                "",
                                funnel(facts),
                                judges(facts),
                                coverage(facts),
                                lengths(facts),
                                diversity(facts),
                                tops(facts),
                                shortCells(facts),
                                stories(facts),
                                made(facts)),
                        footer(facts));
    }

    private static String header(RunFacts facts) {
        Counts counts = facts.counts();
        Tally tally = facts.tally();
        var stats = new StringBuilder();
        stat(stats, "accepted", Figures.number(counts.accepted()));
        stat(stats, "of what was planned", Figures.percent(counts.accepted(), counts.planned()));
        stat(stats, "tokens (" + Tokens.TOKENIZER + ")", Figures.number(tally.tokens()));
        stat(
                stats,
                "words a story",
                tally.stories() == 0 ? "–" : Figures.number(Math.round((double) tally.words() / tally.stories())));
        stat(stats, "held out", Figures.number(tally.holdout()));
        return """
                <header>
                <p class="kind">Parable run report</p>
                <h1>%s</h1>
                <p class="lead"><strong>%s</strong> scenarios were planned: <strong>%s</strong> accepted, %s rejected, \
                %s untold. The run asked for %s. Everything below is synthetic fiction.</p>
                <dl class="stats">
                %s</dl>
                <nav aria-label="Contents"><a href="#funnel">Gates</a>%s<a href="#coverage">Coverage</a>\
                <a href="#lengths">Lengths</a><a href="#diversity">Diversity</a><a href="#tops">Repeated most</a>\
                <a href="#short">Short cells</a><a href="#stories">Stories to read</a><a href="#made">How it was made</a></nav>
                </header>
                """.formatted(
                        Html.escape(facts.name()),
                        Figures.number(counts.planned()),
                        Figures.number(counts.accepted()),
                        Figures.number(counts.rejected()),
                        Figures.number(counts.untold()),
                        Figures.number(facts.target()),
                        stats,
                        facts.judges().isEmpty() ? "" : "<a href=\"#judges\">Judges</a>");
    }

    private static void stat(StringBuilder out, String name, String value) {
        out.append("<div><dt>%s</dt><dd>%s</dd></div>\n".formatted(Html.escape(name), Html.escape(value)));
    }

    private static String funnel(RunFacts facts) {
        Counts counts = facts.counts();
        long dropped = counts.rejected() + counts.untold();
        String chart = Html.figure(
                FunnelChart.svg(facts),
                "From plan to shard",
                "What each step let pass, and what it kept back: a count, and its share of what came to that step.");
        String reasons = dropped == 0
                ? "<p class=\"note\">Nothing was rejected.</p>\n"
                : Html.table(
                        "Why stories were rejected or never told",
                        List.of("Reason", "Stories", "Share"),
                        counts.reasons().entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .map(e -> List.of(
                                        Cell.text(e.getKey()),
                                        Cell.number(Figures.number(e.getValue())),
                                        Cell.bar(
                                                Figures.percent(e.getValue(), dropped),
                                                (double) e.getValue() / dropped)))
                                .toList());
        return Html.section("funnel", "Gates", chart + reasons);
    }

    private static String judges(RunFacts facts) {
        List<JudgeCheck> checks = facts.judges();
        if (checks.isEmpty()) {
            return "";
        }
        var body = new StringBuilder();
        for (JudgeCheck check : checks) {
            if (!check.sound()) {
                body.append(
                        "<p class=\"note\"><strong>The judge for %s, %s, failed its planted texts, and the run went on all the same.</strong></p>\n"
                                .formatted(Html.escape(check.judge()), Html.escape(check.model())));
            }
        }
        body.append(
                Html.figure(
                        JudgeChart.svg(checks),
                        "Judges on planted texts",
                        "Before it read a story, each judge read texts that were written to try it: violations that it had to reject, and innocent ones that look like them. Bars are shares, thin lines their 95% intervals, dashed lines the limits."));
        body.append(Html.table(
                "Judges and their planted texts",
                List.of("Judge", "Model", "Caught", "95%", "False alarms", "95%", "Kappa", "Unread"),
                checks.stream()
                        .map(c -> List.of(
                                Cell.text(c.judge()),
                                Cell.text(c.model()),
                                Cell.number("%d of %d".formatted(c.caught(), c.violations())),
                                Cell.number(JudgeChart.percent(c.recall())),
                                Cell.number("%d of %d".formatted(c.alarms(), c.innocents())),
                                Cell.number(JudgeChart.percent(c.falseAlarms())),
                                Cell.number(String.format(Locale.ROOT, "%.2f", c.kappa())),
                                Cell.number(Integer.toString(c.unread()))))
                        .toList()));
        List<List<Cell>> wrong = checks.stream()
                .flatMap(c -> c.wrong().stream()
                        .map(w -> List.of(
                                Cell.text(w.id()),
                                Cell.text(c.judge()),
                                Cell.text(w.kind()),
                                Cell.text(w.came()),
                                Cell.text(w.detail()))))
                .toList();
        if (!wrong.isEmpty()) {
            body.append("<details>\n<summary>Texts that were judged wrongly (%d)</summary>\n".formatted(wrong.size()));
            body.append(Html.table(
                    "Planted texts that were judged wrongly",
                    List.of("Text", "Judge", "Kind", "What came", "The judge's words"),
                    wrong));
            body.append("</details>\n");
        }
        return Html.section("judges", "Judges", body.toString());
    }

    private static String coverage(RunFacts facts) {
        var body = new StringBuilder();
        for (Tally.Crossing crossing : facts.tally().crossings()) {
            body.append(Html.figure(
                    HeatMap.svg(crossing),
                    "%s by %s".formatted(crossing.rows(), crossing.columns()),
                    "Accepted stories by %s and %s. An outlined cell has none."
                            .formatted(crossing.rows(), crossing.columns())));
        }
        List<Tally.PairCoverage> pairs = facts.tally().pairs().stream()
                .sorted(Comparator.comparingDouble(Tally.PairCoverage::share)
                        .thenComparing(Tally.PairCoverage::first)
                        .thenComparing(Tally.PairCoverage::second))
                .toList();
        long seen = pairs.stream().mapToLong(Tally.PairCoverage::seen).sum();
        long possible = pairs.stream().mapToLong(Tally.PairCoverage::possible).sum();
        body.append(
                "<h3>Pairs of axes</h3>\n<p class=\"note\">%s of %s pairs of values occur (%s). Some cannot: not every narrator can tell every form.</p>\n"
                        .formatted(Figures.number(seen), Figures.number(possible), Figures.percent(seen, possible)));
        body.append(Html.table(
                "The pairs of axes that are covered least",
                List.of("Axes", "Pairs seen", "Possible", "Covered"),
                pairs.stream()
                        .limit(PAIRS)
                        .map(p -> List.of(
                                Cell.text(p.first() + " × " + p.second()),
                                Cell.number(Figures.number(p.seen())),
                                Cell.number(Figures.number(p.possible())),
                                Cell.bar(Figures.percent(p.seen(), p.possible()), p.share())))
                        .toList()));
        return Html.section("coverage", "Coverage", body.toString());
    }

    private static String lengths(RunFacts facts) {
        return Html.section(
                "lengths",
                "Lengths",
                Html.figure(
                        LengthChart.svg(facts.tally()),
                        "Stories by length",
                        "Accepted stories by their number of words, in bins of %d.".formatted(Tally.LENGTH_BIN)));
    }

    private static String diversity(RunFacts facts) {
        return Html.section(
                "diversity",
                "Diversity",
                Html.table(
                        "Figures of this run beside the same figures of human fiction",
                        List.of("Figure", "This run", "Human fiction", "How to read it"),
                        facts.diversity().stream()
                                .map(f -> List.of(
                                        Cell.text(f.name()),
                                        Cell.number(Figures.decimal(f.value())),
                                        Cell.number(f.human() == null ? "–" : Figures.decimal(f.human())),
                                        Cell.text(f.note())))
                                .toList()));
    }

    private static String tops(RunFacts facts) {
        long stories = facts.tally().stories();
        var body = new StringBuilder("<div class=\"columns\">\n");
        facts.tally()
                .tops()
                .forEach((what, tops) -> body.append("<div>")
                        .append(Html.table(
                                what,
                                List.of("", "Stories", "Share"),
                                tops.stream()
                                        .map(t -> List.of(
                                                Cell.text(t.value()),
                                                Cell.number(Figures.number(t.count())),
                                                Cell.number(Figures.percent(t.count(), stories))))
                                        .toList()))
                        .append("</div>\n"));
        return Html.section("tops", "Repeated most", body.append("</div>\n").toString());
    }

    private static String shortCells(RunFacts facts) {
        String body = facts.shortCells().isEmpty()
                ? "<p class=\"note\">Every cell got what was planned for it.</p>\n"
                : Html.table(
                        "Cells with fewer stories than planned",
                        List.of("Cell", "Planned", "Accepted", "Why"),
                        facts.shortCells().stream()
                                .map(c -> List.of(
                                        Cell.text(c.cell()),
                                        Cell.number(Figures.number(c.planned())),
                                        Cell.number(Figures.number(c.accepted())),
                                        Cell.text(c.reason())))
                                .toList());
        return Html.section("short", "Cells that fell short", body);
    }

    private static String stories(RunFacts facts) {
        var body = new StringBuilder(
                "<p class=\"note\">Chosen by a hash of their ids, not by anybody; none is from the holdout.</p>\n");
        for (Tally.Sample sample : facts.tally().samples()) {
            body.append("<details>\n<summary><span class=\"id\">%s</span> <span class=\"first\">%s</span></summary>\n"
                    .formatted(Html.escape(sample.cell()), Html.escape(first(sample.text()))));
            body.append("<dl class=\"plan\">");
            planFact(body, "id", sample.id());
            sample.plan().forEach((axis, value) -> planFact(body, axis, value));
            body.append("</dl>\n<div class=\"story\">\n");
            for (String paragraph : PARAGRAPHS.split(sample.text(), -1)) {
                body.append("<p>").append(Html.escape(paragraph)).append("</p>\n");
            }
            body.append("</div>\n</details>\n");
        }
        return Html.section("stories", "Stories to read", body.toString());
    }

    private static void planFact(StringBuilder out, String name, String value) {
        out.append("<div><dt>%s</dt><dd>%s</dd></div>".formatted(Html.escape(name), Html.escape(value)));
    }

    private static String first(String text) {
        String line = text.lines().findFirst().orElse("");
        int end = line.offsetByCodePoints(0, Math.min(110, line.codePointCount(0, line.length())));
        if (end == line.length()) {
            return line;
        }
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > 0 ? space : end) + " …";
    }

    private static String made(RunFacts facts) {
        var body = new StringBuilder();
        if (!facts.limits().isEmpty()) {
            body.append("<h3>Known limits</h3>\n<ul>\n");
            facts.limits()
                    .forEach(l -> body.append("<li>").append(Html.escape(l)).append("</li>\n"));
            body.append("</ul>\n");
        }
        body.append(pairs("Settings", "Setting", "Value", facts.settings()));
        body.append(pairs("Specs", "Archetype", "SHA-256", facts.specs()));
        return Html.section("made", "How it was made", body.toString());
    }

    private static String pairs(String title, String key, String value, Map<String, String> pairs) {
        if (pairs.isEmpty()) {
            return "";
        }
        return "<h3>%s</h3>\n".formatted(title)
                + Html.table(
                        title.toLowerCase(Locale.ROOT) + " of this run",
                        List.of(key, value),
                        pairs.entrySet().stream()
                                .map(e -> List.of(
                                        Cell.text(e.getKey()),
                                        new Cell("<code>" + Html.escape(e.getValue()) + "</code>", false)))
                                .toList());
    }

    private static String footer(RunFacts facts) {
        return "<footer>Seed %d · licence %s · canary %s · digests of all files are in <code>manifest.json</code></footer>\n"
                .formatted(facts.seed(), Html.escape(facts.licence()), DatasetCard.canary(facts));
    }
}
