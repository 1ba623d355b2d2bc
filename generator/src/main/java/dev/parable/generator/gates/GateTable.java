package dev.parable.generator.gates;

import dev.parable.dedup.Limits;
import dev.parable.quality.GateRule;
import dev.parable.quality.GateSettings;
import dev.parable.quality.Gates;
import java.util.List;
import java.util.stream.Stream;

/** All that can be set about a run's mechanical gates. Files are written and read by it, so that the two agree. */
public final class GateTable {

    private static final String JACCARD = "jaccard";
    private static final String CONTAINMENT = "containment";

    /** Below a quarter most pairs are never compared, see {@link dev.parable.dedup.Duplicates}. */
    private static final double LEAST_COMPARED = 0.25;

    /** What can be set about duplicates. */
    public static final GateRule DUPLICATES = GateRule.of(
                    "duplicates",
                    "turns away a story that is another one over again, in the same words or nearly",
                    "ours; exact comparison of 5-word shingles that MinHash proposes (Broder 1997)")
            .share(
                    JACCARD,
                    Limits.DEFAULT.jaccard(),
                    LEAST_COMPARED,
                    1,
                    "both stories' shingles",
                    "so many in common, or more, are rejected")
            .share(
                    CONTAINMENT,
                    Limits.DEFAULT.containment(),
                    LEAST_COMPARED,
                    1,
                    "the shorter story's shingles",
                    "so many in the longer one, or more, are rejected");

    private GateTable() {}

    /** Every gate, in the order in which stories pass them. */
    public static List<GateRule> rules() {
        return Stream.concat(Gates.rules().stream(), Stream.of(DUPLICATES)).toList();
    }

    /** The limits of duplicates. */
    public static Limits duplicates(GateSettings settings) {
        return new Limits(settings.limit(DUPLICATES, JACCARD), settings.limit(DUPLICATES, CONTAINMENT));
    }
}
