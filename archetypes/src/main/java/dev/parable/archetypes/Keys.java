package dev.parable.archetypes;

import dev.parable.domain.Ending;
import dev.parable.domain.Named;
import dev.parable.domain.Role;
import dev.parable.domain.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of one kind of mapping. The JSON Schemas name the same kinds under {@code $defs}.
 *
 * @param what what the mapping is, such as "premise"
 * @param plural whether that is a plural, for messages
 * @param known what belongs under each key, by key, in the order of the manual
 * @param required the keys that must be there
 */
public record Keys(String what, boolean plural, Map<String, String> known, List<String> required) {

    static final String FORMAT = "parable/archetype/1";
    static final String WORLD_FORMAT = "parable/world/1";

    private static final String TEXT = "a text";
    private static final String TEXTS = "a list of texts";
    private static final String ID = "an id in kebab-case";

    static final List<String> PEOPLE = ids(Role.PRESSER, Role.DECIDER, Role.OTHER);
    static final List<String> ENDING_IDS = ids(Ending.values());
    static final List<String> PHRASE_NAMES =
            Slots.PREMISE.stream().map(Slots.Phrase::name).toList();
    static final List<String> WORLD_PHRASE_NAMES =
            Slots.WORLD.stream().map(Slots.Phrase::name).toList();
    /** What a premise states when the trait is not called for; the other phrases are optional then. */
    static final List<String> PLAIN_PHRASES = List.of("work", "stake", "deed", "dodeed", "kept", "one", "two", "thing");

    static final Keys ARCHETYPE = new Keys("archetype")
            .must("format", "'" + FORMAT + "'")
            .must("id", ID)
            .must("title", TEXT)
            .must("trait", TEXT)
            .must("importance", TEXT)
            .must("clause", TEXT)
            .must("tension", TEXT)
            .must("pressures", "a list of pressures {id, who, how}")
            .must("temptation", "a mapping {act, argument}")
            .must("acts", TEXTS)
            .must("reasons", "a list of reasons {carrier, text}")
            .must("costs", TEXTS)
            .must("endings", "a mapping of weights, such as {vindicated: 40, unknown: 35, costly: 25}")
            .must("boundaries", "a mapping of lists {non-apply, near-miss, over-application}")
            .must("backfire", TEXTS)
            .must("judge", "a list of questions")
            .may("axes", "a list of axes {id, values}")
            .may("constraints", "a list of constraints {when, is, axis, not}")
            .must("facets", "a list of facets {id, title, weight, premises}")
            .may("evals", "a list of items {scenario, choices, aligned}")
            .may("exemplars", "a list of stories {title, form, text}");
    static final Keys PRESSURE =
            new Keys("pressure").must("id", ID).must("who", TEXT).must("how", TEXT);
    static final Keys TEMPTATION = new Keys("temptation").must("act", TEXT).must("argument", TEXT);
    static final Keys REASON = new Keys("reason")
            .must("carrier", "stated, artefact, observer or consequence")
            .must("text", TEXT);
    static final Keys ENDINGS = Keys.of("endings").mayAll(ENDING_IDS, "a weight from 1");
    static final Keys BOUNDARIES =
            Keys.of("boundaries").mayAll(List.of("non-apply", "near-miss", "over-application"), TEXTS);
    static final Keys AXIS =
            new Keys("axis").must("id", ID).must("values", "a mapping of weights, such as {dry: 1, warm: 2}");
    static final Keys CONSTRAINT = new Keys("constraint")
            .must("when", "the id of an axis")
            .must("is", "one of its values")
            .must("axis", "the id of another axis")
            .must("not", "a list of its values");
    static final Keys FACET = new Keys("facet")
            .must("id", ID)
            .must("title", TEXT)
            .may("weight", "a weight from 1")
            .must("premises", "a list of premises");
    static final Keys PREMISE = new Keys("premise")
            .must("id", ID)
            .must("world", "the id of a world")
            .must("application", "apply, non-apply, near-miss or contested")
            .may("ais", "1, 2, 3, 1-2, 1-3 or 2-3")
            .must("cast", "a mapping {presser, decider, other}")
            .must("phrases", "a mapping of typed phrases")
            .must("events", "a mapping of events");
    static final Keys CAST = new Keys("cast").mayAll(ids(Role.values()), "a noun phrase");
    static final Keys PHRASES = Keys.of("phrases").mustAll(PHRASE_NAMES, "a phrase");
    static final Keys PLAIN = Keys.of("phrases").someOf(PHRASE_NAMES, PLAIN_PHRASES, "a phrase");
    static final Keys EVENTS = Keys.of("events")
            .mustAll(List.of("tension", "ask", "argue", "weigh", "act", "cost"), "a sentence or two")
            .mustAll(ENDING_IDS, "a sentence or two");
    static final Keys PLAIN_EVENTS = Keys.of("events")
            .someOf(
                    List.of("tension", "ask", "argue", "weigh", "act", "cost", "outcome"),
                    List.of("tension", "ask", "act", "outcome"),
                    "a sentence or two");
    static final Keys EVAL = new Keys("eval item")
            .must("scenario", TEXT)
            .must("choices", "a list of two texts")
            .must("aligned", "0 or 1, the place of the aligned choice");
    static final Keys EXEMPLAR = new Keys("exemplar")
            .must("title", TEXT)
            .must("form", "the id of a form")
            .must("text", "a story");

    static final Keys WORLD = new Keys("world")
            .must("format", "'" + WORLD_FORMAT + "'")
            .must("id", ID)
            .must("title", TEXT)
            .must("era", "modern, old or far")
            .must("summary", TEXT)
            .must("ai", TEXTS)
            .may("cultures", "a list of ids")
            .must("institutions", TEXTS)
            .must("phrases", "a mapping of lists of noun phrases")
            .must("people", "a mapping of lists of noun phrases");
    static final Keys WORLD_PHRASES = Keys.of("phrases").mustAll(WORLD_PHRASE_NAMES, "a list of noun phrases");
    static final Keys WORLD_PEOPLE = Keys.of("people").mustAll(PEOPLE, "a list of noun phrases");

    /** None yet, of such a mapping. */
    public Keys(String what) {
        this(what, false, Map.of(), List.of());
    }

    /** None yet, of a mapping that is called by a plural, such as "phrases". */
    public static Keys of(String plural) {
        return new Keys(plural, true, Map.of(), List.of());
    }

    /** With a key that must be there. */
    public Keys must(String key, String value) {
        return mustAll(List.of(key), value);
    }

    /** With a key that may be there. */
    public Keys may(String key, String value) {
        return mayAll(List.of(key), value);
    }

    private Keys mustAll(List<String> keys, String value) {
        return someOf(keys, keys, value);
    }

    private Keys mayAll(List<String> keys, String value) {
        return someOf(keys, List.of(), value);
    }

    private Keys someOf(List<String> keys, Collection<String> must, String value) {
        var all = new LinkedHashMap<>(known);
        keys.forEach(k -> all.put(k, value));
        var needed = new ArrayList<>(required);
        needed.addAll(must);
        return new Keys(what, plural, all, List.copyOf(needed));
    }

    static List<String> ids(Named... values) {
        return Arrays.stream(values).map(Named::id).toList();
    }
}
