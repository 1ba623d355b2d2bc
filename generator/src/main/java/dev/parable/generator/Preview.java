package dev.parable.generator;

import dev.parable.domain.Archetype;
import dev.parable.domain.Gate;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Story;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Verdict;
import dev.parable.quality.GateSettings;
import dev.parable.quality.Gates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A few scenarios through the same pipeline as a run; nothing lands, and the judges are not tried on planted texts. */
public final class Preview {

    private static final int AT_ONCE = 8;

    /**
     * What became of a scenario.
     *
     * @param judged what each judge that read the story said, by its name, in the order of asking
     */
    public record Seen(Outcome outcome, Map<String, Verdict> judged) {}

    private Preview() {}

    /**
     * Shows each outcome in plan order, as soon as it is there. Throws {@link RunStopped} after the story that was shown when
     * somebody wants it to stop.
     *
     * @param judges asked last, of what would be accepted otherwise
     */
    public static void of(
            Storyteller teller,
            List<Gate> judges,
            List<Archetype> archetypes,
            GateSettings gates,
            List<Scenario> scenarios,
            Stop stop,
            Consumer<Seen> show) {
        GateSettings settings = gates.withReferences(Order.references(archetypes));
        Map<Long, Map<String, Verdict>> said = new ConcurrentHashMap<>();
        new Pipeline(
                        teller,
                        Gates.standard(settings),
                        Admission.fresh(settings),
                        judges.stream().map(judge -> heard(judge, said)).toList(),
                        AT_ONCE)
                .run(scenarios, outcome -> {
                    show.accept(new Seen(
                            outcome, said.getOrDefault(outcome.scenario().index(), Map.of())));
                    stop.check();
                });
    }

    /** The judge, whose verdicts are kept by the story's place in the plan: an outcome holds only what decided it. */
    private static Gate heard(Gate judge, Map<Long, Map<String, Verdict>> said) {
        return new Gate() {
            @Override
            public String name() {
                return judge.name();
            }

            @Override
            public Verdict judge(Story story) {
                Verdict verdict = judge.judge(story);
                said.computeIfAbsent(story.scenario().index(), index -> new LinkedHashMap<>())
                        .put(judge.name(), verdict);
                return verdict;
            }
        };
    }
}
