package dev.parable.generator;

import dev.parable.archetypes.Planner;
import dev.parable.domain.Application;
import dev.parable.domain.Gate;
import dev.parable.domain.Prompt;
import dev.parable.domain.Provenance;
import dev.parable.domain.Reply;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import dev.parable.generator.models.ChainSettings;
import dev.parable.output.Arm;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import dev.parable.templates.Prompts;
import dev.parable.templates.Sibling;
import dev.parable.templates.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * What is written beside the accepted stories of a run: other documents of their plans, and, for evaluation and preference
 * data, the same stories with the tempting act done. Each kind stands in an arm of its own, never among the stories.
 */
final class Companions {

    private final Path run;
    private final Writers writers;
    private final Prompts prompts;
    private final List<Gate> gates;
    private final String licence;
    private final int window;

    /**
     * @param gates stateless gates for texts of any length
     * @param window how many are told at once
     */
    Companions(Path run, Writers writers, Prompts prompts, List<Gate> gates, String licence, int window) {
        this.run = run;
        this.writers = writers;
        this.prompts = prompts;
        this.gates = List.copyOf(gates);
        this.licence = licence;
        this.window = window;
    }

    /** One text to be told. */
    private record Due(Row story, Scenario scenario, String kind, String use, Stage stage, Prompt prompt) {}

    /** Tells what the settings ask for. Returns the files, named in the run's folder; none where nothing is asked for. */
    List<String> tell(ChainSettings settings, Planner planner, Ledger ledger) {
        List<String> files = new ArrayList<>();
        if (!settings.siblings().isEmpty()) {
            files.addAll(arm(
                    "siblings",
                    planner,
                    ledger,
                    (story, scenario) -> settings.siblings().stream()
                            .map(kind -> sibling(story, scenario, kind))
                            .toList()));
        }
        if (settings.counterfactual()) {
            files.addAll(arm("counterfactuals", planner, ledger, (story, scenario) -> counterfactual(story, scenario)));
        }
        return files;
    }

    private interface Wanted {
        List<Due> of(Row story, Scenario scenario);
    }

    private List<String> arm(String name, Planner planner, Ledger ledger, Wanted wanted) {
        Map<Long, Scenario> plan = new HashMap<>();
        ledger.waves().map(planner::scenarios).forEach(wave -> wave.forEach(s -> plan.put(s.index(), s)));
        try (Arm arm = Arm.open(run, name);
                Stream<Row> stories = Rows.accepted(run)) {
            stories.flatMap(row -> wanted.of(row, planned(plan, row)).stream())
                    .gather(Gatherers.mapConcurrent(window, this::told))
                    .forEach(arm::write);
            return arm.land();
        }
    }

    private static Scenario planned(Map<Long, Scenario> plan, Row row) {
        Scenario scenario = plan.get(row.number("plan_index"));
        if (scenario == null) {
            throw new IllegalStateException("story %s has plan index %d, and no wave reaches it"
                    .formatted(row.text("id"), row.number("plan_index")));
        }
        return scenario;
    }

    private Due sibling(Row story, Scenario scenario, Sibling kind) {
        return new Due(story, scenario, kind.id(), story.text("split"), Stage.SIBLING, prompts.sibling(scenario, kind));
    }

    private List<Due> counterfactual(Row story, Scenario scenario) {
        Application application = scenario.cell().application();
        return application == Application.APPLY || application == Application.CONTESTED
                ? List.of(new Due(
                        story,
                        scenario,
                        "counterfactual",
                        "eval",
                        Stage.COUNTERFACTUAL,
                        prompts.counterfactual(scenario, story.text("text"))))
                : List.of();
    }

    private Arm.Line told(Due due) {
        Writers.Writer writer = writers.of(due.scenario());
        Reply reply = writer.at().apply(due.stage()).reply(due.prompt());
        return switch (reply) {
            case Reply.Completed completed -> gated(due, writer, Chain.text(completed.text()));
            case Reply.Truncated t -> line(due, writer, "untold", "truncated", t.text());
            case Reply.Refused r -> line(due, writer, "untold", "refused", r.text());
            case Reply.Failed f -> line(due, writer, "untold", f.cause(), f.detail());
            case Reply.Unavailable gone -> throw new ModelUnavailable(writer.name(), gone);
        };
    }

    private Arm.Line gated(Due due, Writers.Writer writer, String text) {
        Story story = Story.of(
                due.scenario(),
                text,
                new Provenance("llm", writer.name(), "", "", PaidOnce.key("", due.prompt()), Map.of()));
        for (Gate gate : gates) {
            if (gate.judge(story) instanceof Verdict.Rejected rejected) {
                return line(due, writer, "rejected", rejected.reason().id() + ": " + rejected.detail(), text);
            }
        }
        return line(due, writer, "told", "", text);
    }

    private Arm.Line line(Due due, Writers.Writer writer, String outcome, String reason, String text) {
        return new Arm.Line(
                due.story().text("id") + "." + due.kind(),
                due.story().text("id"),
                due.story().text("archetype"),
                due.story().text("application"),
                due.kind(),
                due.use(),
                outcome,
                reason,
                text,
                writer.name(),
                PaidOnce.key("", due.prompt()),
                licence);
    }
}
