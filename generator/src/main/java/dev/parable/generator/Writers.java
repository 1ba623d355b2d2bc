package dev.parable.generator;

import dev.parable.domain.Keyed;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Scenario;
import java.util.List;

/** The LLMs that write, mixed by weight: a scenario is always given to the same one. */
record Writers(List<Writer> mix) {

    /**
     * One of them.
     *
     * @param name for provenance
     * @param weight relative to the others', positive
     */
    record Writer(String name, int weight, LanguageModel model) {}

    Writers {
        mix = List.copyOf(mix);
        if (mix.isEmpty() || mix.stream().anyMatch(w -> w.weight() < 1)) {
            throw new IllegalArgumentException("writers need positive weights: " + mix);
        }
    }

    static Writers of(String name, LanguageModel model) {
        return new Writers(List.of(new Writer(name, 1, model)));
    }

    Writer of(Scenario scenario) {
        int all = mix.stream().mapToInt(Writer::weight).sum();
        int turn = Keyed.below(Keyed.key(scenario.key(), "writer"), all);
        for (Writer writer : mix) {
            turn -= writer.weight();
            if (turn < 0) {
                return writer;
            }
        }
        throw new IllegalStateException("the turn lies beyond all weights");
    }
}
