package dev.parable.generator;

import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Wave;
import dev.parable.domain.Cell;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.quality.Overtold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides the next wave from what landed: first the whole order is shared out, then what each cell still lacks is planned
 * again, up to {@link #MOST_REFILLS} times. Values that brought repetitions come less often in the waves after
 * ({@link Sameness}), and phrases that a model says too often are named to it ({@link Overtold}).
 */
public final class Waves {

    /** Scenarios in a wave, at most. */
    static final int SIZE = 2_000;
    /** How often what is lacking is planned again before the run ends short. */
    static final int MOST_REFILLS = 6;

    private final Planner planner;
    private final Ledger ledger;
    private final int target;
    private final Map<Cell, Integer> wanted = new LinkedHashMap<>();
    private final Map<Cell, Integer> accepted = new LinkedHashMap<>();
    private final Map<Cell, Map<String, Integer>> lost = new LinkedHashMap<>();
    private final Sameness sameness = new Sameness();
    private final @Nullable Overtold overtold;
    private int number;
    private long next;
    private int shared;
    private int refills;

    /** Every scenario that an order of this size plans before anything is known to be lacking. */
    public static List<Scenario> planned(Planner planner, int count) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int number = 0; scenarios.size() < count; number++) {
            int size = Math.min(SIZE, count - scenarios.size());
            scenarios.addAll(planner.scenarios(planner.share(number, scenarios.size(), size)));
        }
        return List.copyOf(scenarios);
    }

    /** @param overtold learns what the teller says too often; null where the teller could not leave it out */
    Waves(Planner planner, Ledger ledger, int target, @Nullable Overtold overtold) {
        this.overtold = overtold;
        this.planner = planner;
        this.ledger = ledger;
        this.target = target;
    }

    /** The next wave, from the ledger if it was begun before; empty when the run has what it can get. */
    Optional<Wave> next() {
        Wave wave;
        if (shared < target) {
            int size = Math.min(SIZE, target - shared);
            wave = planner.share(number, next, size).taught(sameness.dampers(), avoid());
            shared += size;
            wave.quotas().forEach((cell, quota) -> wanted.merge(cell, quota, Integer::sum));
        } else {
            Map<Cell, Integer> lacking = lacking();
            if (lacking.isEmpty() || refills == MOST_REFILLS) {
                return Optional.empty();
            }
            refills++;
            wave = new Wave(number, next, firstOf(lacking), sameness.dampers(), avoid());
        }
        Optional<Wave> begun = ledger.wave(number);
        if (begun.isEmpty()) {
            ledger.begin(wave);
        } else if (!begun.get().equals(wave)) {
            throw new IllegalStateException(
                    "wave %d of the ledger differs from what this program plans; finish the run with the version that began it"
                            .formatted(number));
        }
        number++;
        next = wave.end();
        return Optional.of(wave);
    }

    private List<String> avoid() {
        return overtold == null ? List.of() : overtold.phrases();
    }

    /** Takes note of an outcome. */
    void landed(Outcome outcome) {
        if (overtold != null && outcome instanceof Outcome.Accepted told) {
            overtold.add(told.story().text());
        }
        sameness.landed(outcome);
        Cell cell = outcome.scenario().cell();
        switch (outcome) {
            case Outcome.Accepted a -> accepted.merge(cell, 1, Integer::sum);
            case Outcome.Rejected r -> lose(cell, r.verdict().reason().id());
            case Outcome.Untold u -> lose(cell, u.telling().cause());
        }
    }

    private void lose(Cell cell, String why) {
        lost.computeIfAbsent(cell, c -> new LinkedHashMap<>()).merge(why, 1, Integer::sum);
    }

    /** What each cell was promised and has not got. */
    Map<Cell, Integer> lacking() {
        var lacking = new LinkedHashMap<Cell, Integer>();
        wanted.forEach((cell, quota) -> {
            int missing = quota - accepted.getOrDefault(cell, 0);
            if (missing > 0) {
                lacking.put(cell, missing);
            }
        });
        return lacking;
    }

    int wanted(Cell cell) {
        return wanted.getOrDefault(cell, 0);
    }

    /** Why a cell lost stories, commonest first. */
    String why(Cell cell) {
        return lost.getOrDefault(cell, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getKey() + " " + e.getValue())
                .reduce((a, b) -> a + ", " + b)
                .orElse("not tried");
    }

    private static Map<Cell, Integer> firstOf(Map<Cell, Integer> lacking) {
        var first = new LinkedHashMap<Cell, Integer>();
        int left = SIZE;
        for (var entry : lacking.entrySet()) {
            int take = Math.min(left, entry.getValue());
            if (take > 0) {
                first.put(entry.getKey(), take);
                left -= take;
            }
        }
        return first;
    }
}
