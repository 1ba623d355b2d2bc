package dev.parable.generator;

import dev.parable.domain.Measure;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.templates.Prompts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A story as a preview showed it, in words that can be compared with those of the next.
 *
 * @param plan what was decided before it was told, by name, in order
 * @param text the story; of what is untold, what the model said instead
 * @param verdict what became of it
 * @param values what each gate and judge measured, by its name, in the order of asking
 */
public record Shown(Map<String, String> plan, String text, String verdict, Map<String, String> values) {

    /** What is shown of an outcome. */
    public static Shown of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted a ->
                new Shown(plan(a.scenario()), a.story().text(), "accepted", values(a.measures()));
            case Outcome.Rejected r -> {
                Map<String, String> values = values(r.measures());
                Measure last = r.verdict().measure();
                values.put(last.gate(), value(last));
                yield new Shown(
                        plan(r.scenario()),
                        r.story().text(),
                        "rejected by %s: %s"
                                .formatted(last.gate(), r.verdict().reason().id()),
                        values);
            }
            case Outcome.Untold u ->
                new Shown(
                        plan(u.scenario()),
                        u.telling().detail(),
                        "untold: " + u.telling().cause(),
                        Map.of());
        };
    }

    /** What a gate found against what it allows, both without needless zeros. */
    public static String value(Measure measure) {
        return number(measure.value()) + " against " + number(measure.limit());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 1000) / 1000.0);
    }

    /** A gate may measure more than one thing. */
    private static Map<String, String> values(List<Measure> measures) {
        Map<String, String> values = new LinkedHashMap<>();
        measures.forEach(m -> values.merge(m.gate(), value(m), (before, more) -> before + ", " + more));
        return values;
    }

    private static Map<String, String> plan(Scenario scenario) {
        Map<String, String> plan = new LinkedHashMap<>();
        plan.put("cell", scenario.cell().id());
        plan.put("premise", scenario.premise().id());
        plan.put("world", scenario.world().title());
        plan.putAll(scenario.axes());
        plan.put("words", Integer.toString(scenario.targetWords()));
        scenario.cast()
                .members()
                .forEach((role, member) -> plan.put(role.id(), member.fullName() + ", " + member.description()));
        // By beat and not by time, or an event that is put in would change all after it.
        scenario.events()
                .forEach(event -> plan.merge(
                        "event " + event.beat().id(),
                        Prompts.plain(event.text(), scenario),
                        (before, more) -> before + " " + more));
        return plan;
    }
}
