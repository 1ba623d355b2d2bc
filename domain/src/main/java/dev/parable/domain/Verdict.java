package dev.parable.domain;

import java.util.List;

/** What a gate decided about one story. */
public sealed interface Verdict {

    /** What was measured on the way. */
    List<Measure> measures();

    /**
     * The story goes on.
     *
     * @param detail what a person may want to see of it, such as the words that it rests on; empty where there is nothing
     */
    record Passed(List<Measure> measures, String detail) implements Verdict {
        public Passed {
            measures = List.copyOf(measures);
        }

        public Passed(List<Measure> measures) {
            this(measures, "");
        }

        public Passed(Measure measure) {
            this(List.of(measure));
        }
    }

    /**
     * The story does not go on.
     *
     * @param measure what was measured, and the limit that it broke
     * @param reason why
     * @param detail what a person needs to see it: the words, the place, the other story's id
     */
    record Rejected(Measure measure, Reason reason, String detail) implements Verdict {
        @Override
        public List<Measure> measures() {
            return List.of(measure);
        }
    }
}
