package dev.parable.generator.cli;

import dev.parable.domain.Measure;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import dev.parable.generator.Preview;
import dev.parable.generator.Shown;
import dev.parable.templates.Prompts;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A previewed story for somebody to read: plan, text, verdicts, and what changed since it was shown last. */
final class PreviewPage {

    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean textOnly;
    private final StoryChange change;

    PreviewPage(PrintWriter out, boolean textOnly, Marks marks) {
        this.out = out;
        this.textOnly = textOnly;
        this.change = new StoryChange(marks);
    }

    /** @param before as it was shown last; null where it never was */
    void show(Preview.Seen seen, Shown now, @Nullable Shown before) {
        if (!textOnly) {
            plan(seen.outcome().scenario());
        }
        out.println(now.text());
        if (!textOnly) {
            out.println("-".repeat(WIDTH));
            out.println(verdict(seen.outcome()));
            seen.judged().forEach(this::judged);
            if (before != null) {
                changes(before, now);
            }
        }
        out.println();
        out.flush();
    }

    private void plan(Scenario scenario) {
        out.println("=".repeat(WIDTH));
        out.printf(
                "%s%n%s in %s%n",
                scenario.cell().id(), scenario.premise().id(), scenario.world().title());
        out.printf(
                "form %s, shape %s, ending %s, why %s, season %s, culture %s%n",
                scenario.form().id(),
                scenario.shape().id(),
                scenario.axes().getOrDefault("ending", ""),
                scenario.carrier().id(),
                scenario.axes().getOrDefault("season", ""),
                scenario.axes().getOrDefault("culture", ""));
        scenario.cast()
                .members()
                .forEach((role, member) ->
                        out.printf("  %-8s %s, %s%n", role.id(), member.fullName(), member.description()));
        scenario.events()
                .forEach(e -> out.printf("  %d %-8s %s%n", e.time(), e.beat().id(), Prompts.plain(e.text(), scenario)));
        out.println("-".repeat(WIDTH));
    }

    private void judged(String judge, Verdict verdict) {
        String decided = switch (verdict) {
            case Verdict.Passed passed -> "passed    " + measured(passed) + ended(passed.detail());
            case Verdict.Rejected rejected -> "REJECTED  " + measured(rejected) + ended(rejected.detail());
        };
        out.printf("  %-10s %s%n", judge, decided);
    }

    private static String measured(Verdict verdict) {
        return String.join(", ", verdict.measures().stream().map(Shown::value).toList());
    }

    private static String ended(String detail) {
        return detail.isEmpty() ? "" : "; " + detail;
    }

    private void changes(Shown before, Shown now) {
        List<String> lines = change.lines(before, now);
        out.println("-".repeat(WIDTH));
        out.println(
                lines.isEmpty()
                        ? "Nothing changed since the last preview of this story."
                        : "Since the last preview of this story:");
        lines.forEach(line -> out.println("  " + line.replace("\n", "\n  ")));
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted a -> "accepted: " + id(a.story());
            case Outcome.Rejected r -> {
                Measure measure = r.verdict().measure();
                yield "rejected by %s: %s, %s; %s"
                        .formatted(
                                measure.gate(),
                                r.verdict().reason().id(),
                                Shown.value(measure),
                                r.verdict().detail());
            }
            case Outcome.Untold u -> "untold: " + u.telling().cause();
        };
    }

    private static String id(Story story) {
        return story.id() + ", " + story.text().split("\\s+", -1).length + " words";
    }
}
