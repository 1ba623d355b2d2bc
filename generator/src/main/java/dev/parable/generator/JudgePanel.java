package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.quality.Criterion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which model judges what. A criterion that is absent is not judged. Whoever opened the models closes them.
 *
 * @param seats the models by criterion
 */
public record JudgePanel(Map<Criterion, Seat> seats) {

    /** Nobody judges. */
    public static final JudgePanel NONE = new JudgePanel(Map.of());

    /**
     * One judge.
     *
     * @param name the model's, for reports and the ledger
     * @param model paid once, where that matters
     * @param trial the same model for planted texts, which are read once a run, however many stories it has
     */
    public record Seat(String name, LanguageModel model, LanguageModel trial) {

        /** Planted texts and stories on one account. */
        public Seat(String name, LanguageModel model) {
            this(name, model, model);
        }
    }

    public JudgePanel {
        var copy = new EnumMap<Criterion, Seat>(Criterion.class);
        copy.putAll(seats);
        seats = Collections.unmodifiableMap(copy);
    }

    /** The same model for everything. */
    public static JudgePanel of(String name, LanguageModel model) {
        var seats = new EnumMap<Criterion, Seat>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            seats.put(criterion, new Seat(name, model));
        }
        return new JudgePanel(seats);
    }

    /** What somebody should know who uses it; empty if nothing. */
    public List<String> warnings() {
        Optional<String> behaviour = name(Criterion.BEHAVIOUR);
        return behaviour.isPresent() && behaviour.equals(name(Criterion.SUBTEXT))
                ? List.of(
                        "Behaviour and subtext are judged by the same model, %s; what it misses in one it may miss in the other. Give subtext a model of another family."
                                .formatted(behaviour.get()))
                : List.of();
    }

    private Optional<String> name(Criterion criterion) {
        return Optional.ofNullable(seats.get(criterion)).map(Seat::name);
    }
}
