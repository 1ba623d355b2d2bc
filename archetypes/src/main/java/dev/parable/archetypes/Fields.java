package dev.parable.archetypes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, read key by key. Each wrong key, type or value is reported once, and something harmless is returned in its
 * stead; so reading goes on, and the caller builds nothing of a file with errors. Specs are read so, and the program's
 * other YAML files.
 */
public final class Fields {

    private final Keys keys;
    private final Node.Mapping mapping;
    private final Report report;
    private final String what;

    private Fields(Keys keys, Node.Mapping mapping, String ofWhat, Report report) {
        this.keys = keys;
        this.mapping = mapping;
        this.report = report;
        boolean named = keys.known().containsKey("id");
        Node.Entry id = mapping.entries().get("id");
        String name = named && id != null && id.value() instanceof Node.Scalar s && Scalars.isKebab(s.text())
                ? " '%s'".formatted(s.text())
                : "";
        this.what = keys.what() + name + ofWhat;
    }

    /**
     * The fields of a file, unknown and missing keys reported; null if it holds no mapping, which is reported too.
     *
     * @param yaml the file's bytes, UTF-8
     */
    public static @Nullable Fields read(byte[] yaml, Keys keys, Report report) {
        SourceText text = SourceText.of(yaml, Limits.DEFAULT, report);
        if (text != null && text.text().isBlank()) {
            report.error(Place.FILE, "the file is empty", Wording.and(keys.required()), "");
            return null;
        }
        Node root = text == null ? null : SpecReader.read(text, Limits.DEFAULT, report);
        return of(root, keys, report);
    }

    /** The mapping's fields, unknown and missing keys reported; null if it is no mapping, which is reported too. */
    static @Nullable Fields of(@Nullable Node node, Keys keys, Report report) {
        return of(node, keys, "", report);
    }

    /** As above, with words for the message about what it belongs to, such as " of the premise 'grain-changeover'". */
    static @Nullable Fields of(@Nullable Node node, Keys keys, String ofWhat, Report report) {
        if (node == null || node.refused()) {
            return null;
        }
        if (!(node instanceof Node.Mapping mapping)) {
            report.error(
                    node.place(),
                    "the %s%s %s %s".formatted(keys.what(), ofWhat, keys.plural() ? "are" : "is", node.what()),
                    keys.required().isEmpty()
                            ? "a mapping with any of %s"
                                    .formatted(String.join(", ", keys.known().keySet()))
                            : "a mapping with %s".formatted(Wording.and(keys.required())),
                    "");
            return null;
        }
        var fields = new Fields(keys, mapping, ofWhat, report);
        KeyCheck.of(keys, mapping, fields.what, report);
        return fields;
    }

    /** What it is, with its id: {@code premise 'grain-changeover'}. */
    String what() {
        return what;
    }

    Node.Mapping mapping() {
        return mapping;
    }

    Place place() {
        return mapping.place();
    }

    /** Whether the key is there, with whatever value. */
    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** The keys that are there and known, in the order of the file. */
    public Set<String> present() {
        var present = new LinkedHashSet<>(mapping.entries().keySet());
        present.retainAll(keys.known().keySet());
        return present;
    }

    /** The place of the key, or of the mapping where the key is missing. */
    Place place(String key) {
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.place() : entry.keyPlace();
    }

    @Nullable
    Node node(String key) {
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? null : entry.value();
    }

    /** The place of the value, or of the mapping where the key is missing. */
    Place valuePlace(String key) {
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.place() : entry.value().place();
    }

    private String name(String key) {
        return "'%s' of the %s".formatted(key, what);
    }

    /** The text, white space at its ends removed; empty if it is missing or bad. */
    public String text(String key) {
        Node.Scalar scalar = scalar(key);
        return scalar == null ? "" : scalar.text().strip();
    }

    /** The scalar of a text, or null if it is missing or bad. */
    Node.@Nullable Scalar scalar(String key) {
        Node node = node(key);
        return node == null ? null : Scalars.text(node, name(key), report);
    }

    /** An id in kebab-case, which is added to those of its kind; {@code unnamed} if it is missing or bad. */
    String id(String kind, List<Ref> ids) {
        Node.Scalar scalar = scalar("id");
        if (scalar == null || !Scalars.kebab(scalar.text(), scalar.place(), name("id"), report)) {
            return "unnamed";
        }
        ids.add(new Ref(kind, scalar.text(), scalar.place()));
        return scalar.text();
    }

    /** One of the ids; the first of them if it is missing or bad. */
    <T> T one(String key, Map<String, T> ids) {
        T fallback = ids.values().iterator().next();
        Node.Scalar scalar = scalar(key);
        if (scalar == null) {
            return fallback;
        }
        T value = ids.get(scalar.text().strip());
        if (value == null) {
            report.error(
                    scalar.place(),
                    "%s is %s".formatted(name(key), Wording.quote(scalar.text())),
                    Wording.oneOf(ids.keySet()),
                    Wording.suggest(scalar.text(), ids.keySet()));
            return fallback;
        }
        return value;
    }

    /** A whole number between two bounds; the fallback if it is missing or bad. */
    public int whole(String key, int least, int most, int fallback) {
        Node node = node(key);
        return node == null ? fallback : Scalars.whole(node, name(key), least, most, fallback, report);
    }

    /** The items of a list with at least one; none if it is missing or bad. */
    List<Node> list(String key) {
        return list(key, 1);
    }

    private List<Node> list(String key, int least) {
        Node node = node(key);
        if (node == null || node.refused()) {
            return List.of();
        }
        if (!(node instanceof Node.Sequence sequence)) {
            String remedy = node instanceof Node.Scalar s && s.kind() != Node.Kind.NOTHING
                    ? "write '- ' before each item, or [ ] around them"
                    : node instanceof Node.Mapping ? "write '- ' before each item" : "";
            report.error(
                    node.place(),
                    "%s is %s".formatted(name(key), node.what()),
                    keys.known().getOrDefault(key, "a list"),
                    remedy);
            return List.of();
        }
        if (sequence.items().size() < least) {
            String remedy = keys.required().contains(key) ? "" : "or leave the key out";
            report.error(sequence.place(), name(key) + " is an empty list", "at least one item", remedy);
        }
        return sequence.items();
    }

    /** The scalars of a list of texts with at least one. */
    List<Node.Scalar> scalars(String key) {
        return scalars(key, 1);
    }

    /** The scalars of a list of texts, which may be empty if {@code least} is 0. */
    List<Node.Scalar> scalars(String key, int least) {
        var scalars = new ArrayList<Node.Scalar>();
        int n = 0;
        for (Node item : list(key, least)) {
            Node.Scalar scalar = Scalars.text(item, "item %d of %s".formatted(++n, name(key)), report);
            if (scalar != null) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }

    /** The texts of a list of texts. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(s -> s.text().strip()).toList();
    }

    /** A mapping of weights, each from 1, at least one; an entry that is bad is left out. */
    public Map<String, Integer> weights(String key) {
        Node node = node(key);
        if (node == null || node.refused()) {
            return Map.of();
        }
        if (!(node instanceof Node.Mapping weights)) {
            report.error(
                    node.place(),
                    "%s is %s".formatted(name(key), node.what()),
                    keys.known().getOrDefault(key, ""),
                    "");
            return Map.of();
        }
        if (weights.entries().isEmpty()) {
            report.error(weights.place(), name(key) + " is empty", "at least one value with its weight", "");
        }
        var result = new LinkedHashMap<String, Integer>();
        weights.entries().forEach((value, entry) -> {
            String weight = "the weight of %s in %s".formatted(Wording.quote(value), name(key));
            int read = Scalars.whole(entry.value(), weight, 1, Scalars.MOST_WEIGHT, 0, report);
            if (read > 0) {
                result.put(value, read);
            }
        });
        return result;
    }

    /** The scalar as it was written, whatever YAML takes it for; empty if it is missing or bad. */
    public String written(String key) {
        Node node = node(key);
        if (node == null || node.refused()) {
            return "";
        }
        if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.NOTHING) {
            return scalar.text().strip();
        }
        error(key, "%s is %s".formatted(name(key), node.what()), keys.known().getOrDefault(key, "a value"), "");
        return "";
    }

    /** True or false; the fallback if it is missing or bad. */
    public boolean truth(String key, boolean fallback) {
        Node node = node(key);
        if (node == null || node.refused()) {
            return fallback;
        }
        if (node instanceof Node.Scalar scalar && !scalar.quoted()) {
            switch (scalar.text()) {
                case "true" -> {
                    return true;
                }
                case "false" -> {
                    return false;
                }
                default -> {}
            }
        }
        error(key, "%s is %s".formatted(name(key), node.what()), "true or false", "");
        return fallback;
    }

    /** Whether there is a mapping under the key. */
    public boolean isMapping(String key) {
        return node(key) instanceof Node.Mapping;
    }

    /** The mapping under the key; null if it is missing or bad. */
    public @Nullable Fields mapping(String key, Keys of) {
        return of(node(key), of, report);
    }

    /**
     * The mappings under names of the author's own, by name; one that is bad is left out.
     *
     * @param of what each may hold
     */
    public Map<String, Fields> named(String key, Keys of) {
        Node node = node(key);
        var result = new LinkedHashMap<String, Fields>();
        if (node == null || node.refused()) {
            return result;
        }
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
            error(
                    key,
                    "%s is %s".formatted(name(key), node.what()),
                    keys.known().getOrDefault(key, ""),
                    "");
            return result;
        }
        mapping.entries().forEach((name, entry) -> {
            Fields fields = of(entry.value(), of, " " + Wording.quote(name), report);
            if (fields != null) {
                result.put(name, fields);
            }
        });
        return result;
    }

    /** Reports an error at the value of a key, or at the mapping where the key is missing. */
    public void error(String key, String found, String expected, String remedy) {
        report.error(valuePlace(key), found, expected, remedy);
    }

    /** Reports a doubt at the value of a key, or at the mapping where the key is missing. */
    public void warning(String key, String found, String expected, String remedy) {
        report.warning(valuePlace(key), found, expected, remedy);
    }

    /** Reports that a value, or one of a mapping's keys, is none of the names that there are. */
    public void unknown(String key, String value, String what, Collection<String> names) {
        Node.Entry inner =
                node(key) instanceof Node.Mapping mapping ? mapping.entries().get(value) : null;
        Place place = inner == null ? valuePlace(key) : inner.keyPlace();
        report.error(
                place,
                "%s names the unknown %s %s".formatted(name(key), what, Wording.quote(value)),
                Wording.oneOf(names),
                Wording.suggest(value, names));
    }
}
