package dev.parable.archetypes;

import dev.parable.domain.Application;
import dev.parable.domain.Archetype;
import dev.parable.domain.Beat;
import dev.parable.domain.Cell;
import dev.parable.domain.Ending;
import dev.parable.domain.Event;
import dev.parable.domain.Form;
import dev.parable.domain.Keyed;
import dev.parable.domain.Premise;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import dev.parable.domain.WhyCarrier;
import dev.parable.domain.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Plans scenarios: pure in specs, seed, wave manifest and index. Quota cells are shared out by {@link Allocation}, the
 * other axes are settled by {@link PlanSpread}, names are dealt by {@link PlanDeal}.
 */
public final class Planner {

    private final Map<String, Archetype> archetypes = new LinkedHashMap<>();
    private final Map<String, World> worlds = new LinkedHashMap<>();
    private final Decks decks;
    private final long seed;

    /**
     * A planner for these archetypes; their order does not matter. Throws {@link IllegalArgumentException} if there is
     * none, or if a premise names a world that is not among {@code worlds}.
     */
    public Planner(List<Archetype> archetypes, List<World> worlds, Decks decks, long seed) {
        if (archetypes.isEmpty()) {
            throw new IllegalArgumentException("there is no archetype to plan for");
        }
        worlds.forEach(w -> this.worlds.put(w.id(), w));
        archetypes.stream().sorted(Comparator.comparing(Archetype::id)).forEach(a -> {
            this.archetypes.put(a.id(), a);
            a.facets()
                    .forEach(f -> f.premises().forEach(p -> {
                        if (!this.worlds.containsKey(p.world())) {
                            throw new IllegalArgumentException(
                                    "premise %s is set in world %s, which is unknown; there are %s"
                                            .formatted(p.id(), p.world(), this.worlds.keySet()));
                        }
                    }));
        });
        this.decks = decks;
        this.seed = seed;
    }

    /** A wave that shares {@code count} scenarios out by the default quotas. */
    public Wave share(int number, long first, int count) {
        long key = Keyed.key(Keyed.key(seed, "share"), number);
        return new Wave(number, first, new Allocation(List.copyOf(archetypes.values()), key).share(count));
    }

    /** All scenarios of a wave, by index. The same wave gives equal scenarios on any machine. */
    public List<Scenario> scenarios(Wave wave) {
        long key = Keyed.key(Keyed.key(seed, "wave"), wave.number());
        var spread = new PlanSpread(Keyed.key(key, "spread"));
        var deal = new PlanDeal(decks, Keyed.key(key, "deal"));
        var turns = new HashMap<String, Long>();
        long firstTurn = Keyed.key(key, "turn") & 0x3fffffffL;
        List<Scenario> scenarios = new ArrayList<>(wave.size());
        for (Cell cell : interleaved(wave, key)) {
            Archetype archetype = archetype(cell.archetype());
            long index = wave.first() + scenarios.size();
            long scenarioKey = Keyed.key(key, index);
            Map<String, String> axes = spread.settle(
                    archetype.id() + "/" + cell.application().id(),
                    scenarios.size(),
                    PlanAxes.ids(archetype),
                    (axis, settled) ->
                            wave.weighed(axis, PlanAxes.values(axis, archetype, cell, worlds, decks, settled)));
            Premise premise = PlanAxes.premises(archetype, cell).stream()
                    .filter(p -> p.id().equals(axes.get("premise")))
                    .findFirst()
                    .orElseThrow();
            long turn = turns.merge(premise.id(), 1L, Long::sum) - 1 + firstTurn;
            scenarios.add(scenario(index, wave.number(), scenarioKey, turn, cell, premise, axes, deal));
        }
        return List.copyOf(scenarios);
    }

    /** The scenario of a plan index in a wave. Throws {@link IndexOutOfBoundsException} outside it. */
    public Scenario scenario(Wave wave, long index) {
        return scenarios(wave).get(Math.toIntExact(index - wave.first()));
    }

    private Archetype archetype(String id) {
        Archetype archetype = archetypes.get(id);
        if (archetype == null) {
            throw new IllegalArgumentException("the wave plans for archetype %s, which is not loaded; there are %s"
                    .formatted(id, archetypes.keySet()));
        }
        return archetype;
    }

    /**
     * The wave's cells in plan order: every prefix holds each application, and of each application each cell, in about
     * its share, however many cells there are.
     */
    private static List<Cell> interleaved(Wave wave, long key) {
        var ofApplication = new EnumMap<Application, Map<Cell, Integer>>(Application.class);
        wave.quotas()
                .forEach((cell, quota) -> ofApplication
                        .computeIfAbsent(cell.application(), a -> new LinkedHashMap<>())
                        .put(cell, quota));
        var applications = new LinkedHashMap<Application, Integer>();
        var cells = new EnumMap<Application, Iterator<Cell>>(Application.class);
        ofApplication.forEach((application, quotas) -> {
            List<Cell> order = spread(quotas, cell -> Keyed.key(key, cell.id()));
            applications.put(application, order.size());
            cells.put(application, order.iterator());
        });
        return spread(applications, application -> Keyed.key(key, application.id())).stream()
                .map(application ->
                        Objects.requireNonNull(cells.get(application)).next())
                .toList();
    }

    /** Each value as often as its quota says, evenly from beginning to end; where it starts, its key says. */
    private static <T> List<T> spread(Map<T, Integer> quotas, ToLongFunction<T> keys) {
        record Place<T>(T value, double at, long tie) {}
        var places = new ArrayList<Place<T>>();
        quotas.forEach((value, quota) -> {
            long key = keys.applyAsLong(value);
            for (int k = 0; k < quota; k++) {
                places.add(new Place<>(value, (k + Keyed.unit(key)) / quota, Keyed.key(key, k)));
            }
        });
        places.sort(Comparator.<Place<T>>comparingDouble(Place::at).thenComparingLong(Place::tie));
        return places.stream().map(Place::value).toList();
    }

    private Scenario scenario(
            long index,
            int wave,
            long key,
            long turn,
            Cell cell,
            Premise premise,
            Map<String, String> axes,
            PlanDeal deal) {
        World world = java.util.Objects.requireNonNull(worlds.get(premise.world()));
        String culture = java.util.Objects.requireNonNull(axes.get("culture"));
        String season = axes.getOrDefault("season", "autumn");
        Ending ending = PlanAxes.find(Ending.values(), axes.get("ending"));
        var all = new LinkedHashMap<String, String>();
        all.put("archetype", cell.archetype());
        all.put("application", cell.application().id());
        all.put("facet", cell.facet());
        all.put("ais", Integer.toString(cell.ais()));
        all.put("narrator", cell.narrator().id());
        all.put("world", world.id());
        all.putAll(axes);
        if (cell.application() == Application.NON_APPLY || cell.application() == Application.NEAR_MISS) {
            all.put("ending", "plain");
        }
        return new Scenario(
                index,
                wave,
                key,
                turn,
                cell,
                premise,
                world,
                deal.cast(premise, world, culture, cell.ais(), key),
                deal.phrases(premise, world, culture, season, key),
                events(premise, cell, ending),
                PlanAxes.find(Form.values(), axes.get("form")),
                PlanAxes.find(Shape.values(), axes.get("shape")),
                ending,
                PlanAxes.find(WhyCarrier.values(), axes.get("carrier")),
                all,
                PlanAxes.LENGTHS.getOrDefault(axes.getOrDefault("length", "middling"), 750));
    }

    /** The premise's events in order of happening, each caused by the one before; the weighing also by the tension. */
    private static List<Event> events(Premise premise, Cell cell, Ending ending) {
        var events = new ArrayList<Event>();
        Integer tension = null;
        for (Beat beat : Beat.values()) {
            if (!beat.isEvent()) {
                continue;
            }
            String text = beat == Beat.OUTCOME
                    ? outcome(premise, ending)
                    : premise.events().get(beat.id());
            if (text == null) {
                continue;
            }
            int time = events.size();
            var causes = new ArrayList<Integer>();
            if (time > 0) {
                causes.add(time - 1);
            }
            if (beat == Beat.TENSION) {
                tension = time;
            } else if (beat == Beat.WEIGH && tension != null && tension != time - 1) {
                causes.addFirst(tension);
            }
            events.add(new Event(time, beat, text, causes, witnesses(beat, cell.ais(), text)));
        }
        return events;
    }

    private static @org.jspecify.annotations.Nullable String outcome(Premise premise, Ending ending) {
        String own = premise.events().get(ending.id());
        return own != null ? own : premise.events().get(Beat.OUTCOME.id());
    }

    /**
     * Who decides is not in the room when the AI is asked, nor is the bystander unless the event says so; everybody sees
     * what it does and what follows.
     */
    private static Set<Role> witnesses(Beat beat, int ais, String event) {
        Set<Role> everybody = EnumSet.of(Role.AI, Role.PRESSER, Role.DECIDER, Role.OTHER);
        if (ais > 1) {
            everybody.add(Role.PEER);
        }
        if (ais > 2) {
            everybody.add(Role.THIRD);
        }
        if (beat == Beat.ASK || beat == Beat.ARGUE || beat == Beat.WEIGH) {
            everybody.remove(Role.DECIDER);
            if (!event.contains("${other")) {
                everybody.remove(Role.OTHER);
            }
        }
        return everybody;
    }
}
