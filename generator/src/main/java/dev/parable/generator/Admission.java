package dev.parable.generator;

import dev.parable.dedup.Bands;
import dev.parable.dedup.Duplicates;
import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import dev.parable.generator.gates.GateTable;
import dev.parable.quality.GateSettings;
import dev.parable.quality.Governor;
import java.util.ArrayList;
import java.util.List;

/**
 * The stateful end of the gates, in plan order: the governor, then duplicates, and only what passes both counts for the
 * stories after it. One that is switched off is not asked, and passes all.
 */
final class Admission implements Gate {

    private static final Verdict UNASKED = new Verdict.Passed(List.of());

    private final Governor governor;
    private final Duplicates library;
    private final boolean governs;
    private final boolean compares;

    /** @param library knows what counts as told already */
    Admission(GateSettings settings, Duplicates library) {
        governor = new Governor(Governor.Limits.of(settings));
        this.library = library;
        governs = settings.asks(Governor.RULE);
        compares = settings.asks(GateTable.DUPLICATES);
    }

    /** With nothing told already. */
    static Admission fresh(GateSettings settings) {
        return new Admission(settings, duplicates(settings));
    }

    /** With these settings' limits, and nothing to compare with yet. */
    static Duplicates duplicates(GateSettings settings) {
        return new Duplicates(GateTable.duplicates(settings), Bands.DEFAULT);
    }

    /** The names of its gates, in the order in which they are asked. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (governs) {
            names.add(governor.name());
        }
        if (compares) {
            names.add(library.name());
        }
        return names;
    }

    @Override
    public String name() {
        return "admission";
    }

    @Override
    public Verdict judge(Story story) {
        Verdict governed = governs ? governor.judge(story) : UNASKED;
        if (governed instanceof Verdict.Rejected) {
            return governed;
        }
        Verdict unique = compares ? library.judge(story) : UNASKED;
        if (unique instanceof Verdict.Rejected) {
            return unique;
        }
        if (governs) {
            governor.admit(story);
        }
        List<Measure> measures = new ArrayList<>(governed.measures());
        measures.addAll(unique.measures());
        return new Verdict.Passed(measures);
    }
}
