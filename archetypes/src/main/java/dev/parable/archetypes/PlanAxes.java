package dev.parable.archetypes;

import dev.parable.domain.Application;
import dev.parable.domain.Archetype;
import dev.parable.domain.Cell;
import dev.parable.domain.Ending;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Premise;
import dev.parable.domain.Shape;
import dev.parable.domain.WhyCarrier;
import dev.parable.domain.World;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The axes below the quota cells, each with the values that a scenario may take and their weights. */
final class PlanAxes {

    /** In the order in which the planner settles them. */
    static final List<String> OWN = List.of(
            "premise", "form", "shape", "ending", "carrier", "pressure", "culture", "season", "opening", "length");

    static final Map<String, Integer> LENGTHS = Map.of("short", 550, "middling", 750, "long", 1000);

    /** Forms that can begin in the middle or at the end. */
    private static final Set<Form> OPENING_ANYWHERE = EnumSet.of(
            Form.THIRD_PERSON,
            Form.FIRST_PERSON,
            Form.LETTERS,
            Form.ORAL_HISTORY,
            Form.NEWS_FEATURE,
            Form.RADIO_PLAY,
            Form.FAREWELL);

    /** Forms that can be told long after. */
    private static final Set<Form> REMEMBERING =
            EnumSet.of(Form.THIRD_PERSON, Form.FIRST_PERSON, Form.LETTERS, Form.ORAL_HISTORY, Form.FABLE);

    /** Forms that take things as they came. */
    private static final Set<Form> IN_ORDER =
            EnumSet.of(Form.LOG, Form.TRANSCRIPT, Form.DIARY, Form.MINUTES, Form.REVIEW_THREAD, Form.FABLE);

    private PlanAxes() {}

    /** The ids of all axes of an archetype: the planner's own, then those that it adds. */
    static List<String> ids(Archetype archetype) {
        var ids = new java.util.ArrayList<>(OWN);
        archetype.axes().stream()
                .map(Archetype.Axis::id)
                .filter(id -> !ids.contains(id))
                .forEach(ids::add);
        return ids;
    }

    /** The values of one axis that fit what is settled, with weights, in a fixed order. */
    static Map<String, Integer> values(
            String axis,
            Archetype archetype,
            Cell cell,
            Map<String, World> worlds,
            Decks decks,
            Map<String, String> settled) {
        Map<String, Integer> values = switch (axis) {
            case "premise" ->
                premises(archetype, cell).stream()
                        .collect(Collectors.toMap(Premise::id, p -> 1, Integer::sum, LinkedHashMap::new));
            case "form" ->
                weighed(Arrays.stream(Form.values())
                        .filter(f -> f.allows(cell.narrator()))
                        .map(Form::id)
                        .toList());
            case "shape" -> shapes(cell, settled);
            case "ending" -> endings(archetype, cell);
            case "carrier" -> carriers(cell, settled);
            case "pressure" ->
                archetype.pressures().isEmpty()
                        ? Map.of("none", 1)
                        : weighed(archetype.pressures().stream()
                                .map(Archetype.Pressure::id)
                                .toList());
            case "culture" -> cultures(archetype, worlds, decks, settled);
            case "season" -> weighed(List.of("spring", "summer", "autumn", "winter"));
            case "opening" -> weighed(List.of("place", "work", "person", "texture"));
            case "length" -> ordered("short", 3, "middling", 5, "long", 2);
            default -> Map.of();
        };
        for (Archetype.Axis own : archetype.axes()) {
            if (own.id().equals(axis)) {
                values = narrowed(values, own.values());
            }
        }
        var allowed = new LinkedHashMap<>(values);
        for (Archetype.Constraint c : archetype.constraints()) {
            if (c.axis().equals(axis) && c.is().equals(settled.get(c.when()))) {
                allowed.keySet().removeAll(c.not());
            }
            String other = settled.get(c.axis());
            if (c.when().equals(axis) && other != null && c.not().contains(other)) {
                allowed.remove(c.is());
            }
        }
        return allowed;
    }

    static List<Premise> premises(Archetype archetype, Cell cell) {
        return archetype.facets().stream()
                .filter(f -> f.id().equals(cell.facet()))
                .flatMap(f -> Allocation.premises(f, cell.application()).stream())
                .filter(p -> Allocation.admits(p, cell.application(), cell.ais()))
                .toList();
    }

    private static Map<String, Integer> narrowed(Map<String, Integer> values, Map<String, Integer> own) {
        if (values.isEmpty()) {
            return own;
        }
        var result = new LinkedHashMap<String, Integer>();
        own.forEach((value, weight) -> {
            if (values.containsKey(value)) {
                result.put(value, weight);
            }
        });
        // A narrowing that leaves nothing for this cell does not apply to it: the cell's own needs come first.
        return result.isEmpty() ? values : result;
    }

    private static Map<String, Integer> shapes(Cell cell, Map<String, String> settled) {
        Form form = find(Form.values(), settled.get("form"));
        return weighed(Arrays.stream(Shape.values())
                .filter(s -> fits(s, form, cell))
                .map(Shape::id)
                .toList());
    }

    static boolean fits(Shape shape, Form form, Cell cell) {
        boolean tested = cell.application() == Application.APPLY || cell.application() == Application.CONTESTED;
        boolean byApplication = switch (shape) {
            case LINEAR, BRAIDED, YEARS_LATER, SECOND_HAND -> true;
            case DIVERGE_AND_RECONCILE -> tested && cell.ais() >= 2;
            case BACKWARDS, IN_MEDIAS_RES, REFUSED_TWICE, SLIP_AND_DISCLOSURE, DECLINED_EARLY, HANDOVER, COST_FIRST ->
                tested;
        };
        boolean byForm = switch (shape) {
            case LINEAR, REFUSED_TWICE, SLIP_AND_DISCLOSURE, DECLINED_EARLY, HANDOVER, DIVERGE_AND_RECONCILE -> true;
            case IN_MEDIAS_RES -> OPENING_ANYWHERE.contains(form);
            case BRAIDED -> form.manner() != Form.Manner.REPORT;
            case YEARS_LATER -> REMEMBERING.contains(form);
            case SECOND_HAND ->
                (REMEMBERING.contains(form) || form == Form.NEWS_FEATURE || form == Form.FAREWELL)
                        && (cell.narrator() == Narrator.OUTSIDE
                                || cell.narrator() == Narrator.OTHER
                                || cell.narrator() == Narrator.DECIDER);
            case BACKWARDS -> OPENING_ANYWHERE.contains(form) || form == Form.INCIDENT_REPORT;
            case COST_FIRST -> !IN_ORDER.contains(form);
        };
        return byApplication && byForm;
    }

    private static Map<String, Integer> endings(Archetype archetype, Cell cell) {
        if (cell.application() == Application.NON_APPLY || cell.application() == Application.NEAR_MISS) {
            return Map.of(Ending.UNKNOWN.id(), 1);
        }
        var endings = new LinkedHashMap<String, Integer>();
        for (Ending ending : Ending.values()) {
            int weight = archetype.endings().getOrDefault(ending, 0);
            if (weight > 0) {
                endings.put(ending.id(), weight);
            }
        }
        return endings;
    }

    private static Map<String, Integer> carriers(Cell cell, Map<String, String> settled) {
        return switch (cell.application()) {
            case NON_APPLY -> Map.of(WhyCarrier.CONSEQUENCE.id(), 1);
            case NEAR_MISS -> Map.of(WhyCarrier.STATED.id(), 1);
            case APPLY, CONTESTED -> {
                Form form = find(Form.values(), settled.get("form"));
                yield form == Form.LOG || form.manner() == Form.Manner.REPORT
                        ? ordered("stated", 1, "artefact", 1)
                        : ordered("stated", 50, "artefact", 32, "observer", 5, "consequence", 13);
            }
        };
    }

    private static Map<String, Integer> cultures(
            Archetype archetype, Map<String, World> worlds, Decks decks, Map<String, String> settled) {
        String premise = settled.getOrDefault("premise", "");
        var own = archetype.facets().stream()
                .flatMap(f -> f.premises().stream())
                .filter(p -> p.id().equals(premise))
                .map(p -> worlds.get(p.world()))
                .filter(w -> w != null && !w.cultures().isEmpty())
                .map(World::cultures)
                .findFirst();
        return weighed(own.orElseGet(decks::cultureIds));
    }

    static <E extends Enum<E> & dev.parable.domain.Named> E find(
            E[] values, @org.jspecify.annotations.Nullable String id) {
        for (E value : values) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no value '%s' in %s".formatted(id, Arrays.toString(values)));
    }

    private static Map<String, Integer> weighed(Collection<String> values) {
        var result = new LinkedHashMap<String, Integer>();
        values.forEach(v -> result.put(v, 1));
        return result;
    }

    private static Map<String, Integer> ordered(Object... pairs) {
        var result = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < pairs.length; i += 2) {
            result.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return result;
    }
}
