package dev.parable.generator;

import dev.parable.dedup.Duplicates;
import dev.parable.domain.Gate;
import dev.parable.domain.Measure;
import dev.parable.domain.Story;
import dev.parable.domain.Verdict;
import dev.parable.quality.Governor;
import java.util.ArrayList;
import java.util.List;

/**
 * The stateful end of the gates, in plan order: the governor, then duplicates, and only what passes both counts for the
 * stories after it.
 */
final class Admission implements Gate {

    private final Governor governor;
    private final Duplicates library;

    Admission(Governor governor, Duplicates library) {
        this.governor = governor;
        this.library = library;
    }

    /** The names of its gates, in the order in which they are asked. */
    List<String> names() {
        return List.of(governor.name(), library.name());
    }

    @Override
    public String name() {
        return "admission";
    }

    @Override
    public Verdict judge(Story story) {
        Verdict governed = governor.judge(story);
        if (governed instanceof Verdict.Rejected) {
            return governed;
        }
        Verdict unique = library.judge(story);
        if (unique instanceof Verdict.Rejected) {
            return unique;
        }
        governor.admit(story);
        List<Measure> measures = new ArrayList<>(governed.measures());
        measures.addAll(unique.measures());
        return new Verdict.Passed(measures);
    }
}
