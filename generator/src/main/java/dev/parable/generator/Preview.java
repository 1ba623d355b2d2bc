package dev.parable.generator;

import dev.parable.domain.Archetype;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Storyteller;
import dev.parable.quality.GateSettings;
import dev.parable.quality.Gates;
import java.util.List;
import java.util.function.Consumer;

/** A few scenarios through the same pipeline as a run, with nothing written. */
public final class Preview {

    private static final int AT_ONCE = 8;

    private Preview() {}

    /** Shows each outcome in plan order, as soon as it is there. */
    public static void of(
            Storyteller teller,
            List<Archetype> archetypes,
            GateSettings gates,
            List<Scenario> scenarios,
            Consumer<Outcome> show) {
        GateSettings settings = gates.withReferences(Order.references(archetypes));
        new Pipeline(teller, Gates.standard(settings), Admission.fresh(settings), List.of(), AT_ONCE)
                .run(scenarios, show);
    }
}
