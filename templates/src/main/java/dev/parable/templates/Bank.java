package dev.parable.templates;

import dev.parable.domain.Beat;
import dev.parable.domain.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The passage bank: all authored passages, found by beat and scenario. Files are read when a scenario first needs them:
 * a world's, an archetype's and its premises' when it is told, those of the telling always. Safe for many threads.
 */
public final class Bank {

    private static final String ROOT = "/bank/";
    private static final String TELLING = "telling/";

    /** A file's passages by beat and, for those of a form's frame, by place in it; by nothing for the others. */
    private record Shelf(Map<Beat, Map<String, Place>> places) {
        List<Passage> at(Beat beat, String place, String premise) {
            return places.getOrDefault(beat, Map.of())
                    .getOrDefault(place, Place.EMPTY)
                    .of(premise);
        }
    }

    /** Passages in the order of their file: those that fit any premise, and these with a premise's own. */
    private record Place(List<Passage> common, Map<String, List<Passage>> premises) {

        private static final Place EMPTY = new Place(List.of(), Map.of());

        static Place of(List<Passage> passages) {
            Map<String, List<Passage>> premises = new HashMap<>();
            passages.forEach(p -> p.when()
                    .getOrDefault(Passage.PREMISE, Set.of())
                    .forEach(premise -> premises.computeIfAbsent(premise, id -> fitting(passages, id))));
            return new Place(fitting(passages, ""), premises);
        }

        private static List<Passage> fitting(List<Passage> passages, String premise) {
            return passages.stream()
                    .filter(p -> p.when()
                            .getOrDefault(Passage.PREMISE, Set.of(premise))
                            .contains(premise))
                    .toList();
        }

        List<Passage> of(String premise) {
            return premises.getOrDefault(premise, common);
        }
    }

    /** Which files a scenario needs. */
    private record Need(String archetype, String world) {}

    private final Map<String, List<Passage>> read = new ConcurrentHashMap<>();
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final Map<Need, List<Shelf>> needs = new ConcurrentHashMap<>();
    private final List<String> files;
    private final Function<String, byte[]> source;

    /**
     * A bank of these files, in this order.
     *
     * @param source the bytes of a file
     */
    Bank(List<String> files, Function<String, byte[]> source) {
        this.files = List.copyOf(files);
        this.source = source;
    }

    /** The bank that ships with the program: the files that {@code bank/index.txt} lists. */
    public static Bank shipped() {
        List<String> files = new String(bytes("index.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        return new Bank(files, Bank::bytes);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Bank.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("resource %s%s is missing from the jar".formatted(ROOT, file));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The digest of all its files, in index order. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(source.apply(file)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** How many words are authored, each alternative counted. */
    public long words() {
        return all().stream().mapToLong(Passage::words).sum();
    }

    /** The id of every passage, in the order of the files, with the id of the beat that it serves. */
    public Map<String, String> beats() {
        var beats = new LinkedHashMap<String, String>();
        all().forEach(passage -> beats.put(passage.id(), passage.beat().id()));
        return beats;
    }

    List<Passage> all() {
        return files.stream().flatMap(file -> passages(file).stream()).toList();
    }

    /** Every passage of a beat that fits the scenario. */
    List<Passage> fitting(Beat beat, Scenario scenario, String at) {
        List<Passage> fitting = new ArrayList<>();
        for (Shelf shelf : shelves(scenario)) {
            for (Passage passage : shelf.at(beat, at, scenario.premise().id())) {
                if (passage.fits(scenario, at)) {
                    fitting.add(passage);
                }
            }
        }
        return fitting;
    }

    /** Of those that fit, the ones with the narrowest conditions. */
    List<Passage> narrowest(Beat beat, Scenario scenario) {
        List<Passage> fitting = fitting(beat, scenario, "");
        int narrowest = fitting.stream().mapToInt(Passage::specificity).max().orElse(0);
        return fitting.stream().filter(p -> p.specificity() == narrowest).toList();
    }

    private List<Shelf> shelves(Scenario scenario) {
        var need = new Need(scenario.cell().archetype(), scenario.world().id());
        return needs.computeIfAbsent(
                need,
                n -> files.stream()
                        .filter(file -> concerns(file, n))
                        .map(file -> shelves.computeIfAbsent(file, f -> shelve(passages(f))))
                        .toList());
    }

    private static boolean concerns(String file, Need need) {
        return file.startsWith(TELLING)
                || file.equals("worlds/" + need.world() + ".yaml")
                || file.equals("premises/" + need.archetype() + ".yaml")
                || file.equals("archetypes/" + need.archetype() + ".yaml");
    }

    private static Shelf shelve(List<Passage> passages) {
        var lists = new EnumMap<Beat, Map<String, List<Passage>>>(Beat.class);
        for (Passage passage : passages) {
            for (String place : passage.when().getOrDefault(Passage.AT, Set.of(""))) {
                lists.computeIfAbsent(passage.beat(), b -> new HashMap<>())
                        .computeIfAbsent(place, p -> new ArrayList<>())
                        .add(passage);
            }
        }
        var places = new EnumMap<Beat, Map<String, Place>>(Beat.class);
        lists.forEach((beat, at) -> {
            Map<String, Place> of = new HashMap<>();
            at.forEach((place, list) -> of.put(place, Place.of(list)));
            places.put(beat, of);
        });
        return new Shelf(places);
    }

    private List<Passage> passages(String file) {
        return read.computeIfAbsent(file, f -> PassageFile.read(f, source.apply(f)));
    }
}
