package dev.parable.benchmarks;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As many tales as there are prompts, from a hundred and more that the composer told: in each, names are others and a share of
 * the words is exchanged for words with the same ending from other tales. They read as prose with odd words in it, and are
 * as unlike as those of a model that varies.
 */
final class Tales {

    private static final long SEED = 0x7a1e5;
    private static final double EXCHANGED = 0.3;
    private static final int SHORTEST = 5;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final List<String> ENDINGS = List.of("ing", "ed", "ly", "s", "er", "en", "e", "y", "t", "n", "");
    private static final String[] FIRST = "B Br D Dr F G H K L M N P R S St T Th V W Y".split(" ");
    private static final String[] LATER = "b d f g k l m n p r s t v nd rl st".split(" ");
    private static final String[] VOWELS = "a e i o u ai ea".split(" ");

    private final List<String> tales;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<String>> words = new HashMap<>();

    private Tales(List<String> tales) {
        this.tales = tales;
        var lower = new TreeSet<String>();
        var within = new TreeSet<String>();
        for (String tale : tales) {
            Matcher word = WORD.matcher(tale);
            while (word.find()) {
                String found = word.group();
                if (found.equals(found.toLowerCase(Locale.ROOT))) {
                    lower.add(found);
                } else if (!found.equals(found.toUpperCase(Locale.ROOT))
                        && word.start() > 1
                        && Character.isLowerCase(tale.charAt(word.start() - 2))) {
                    within.add(found);
                }
            }
        }
        within.stream()
                .filter(name -> !lower.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(names::add);
        var sorted = new TreeMap<String, TreeSet<String>>();
        lower.stream()
                .filter(word -> word.length() >= SHORTEST)
                .forEach(word ->
                        sorted.computeIfAbsent(kind(word), k -> new TreeSet<>()).add(word));
        sorted.forEach((kind, found) -> words.put(kind, List.copyOf(found)));
    }

    /** Those of the file, which is made where it is not there: composing takes a while. */
    static Tales of(Path file, int count) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, new JsonArray(Prose.told(count, SEED)).encode());
        }
        List<String> tales = new ArrayList<>();
        new JsonArray(Files.readString(file)).forEach(tale -> tales.add((String) tale));
        return new Tales(tales);
    }

    /** The same for the same key. */
    String of(long key) {
        var random = new SplittableRandom(key);
        String tale = tales.get(random.nextInt(tales.size()));
        Map<String, String> renamed = new HashMap<>();
        return WORD.matcher(tale).replaceAll(found -> {
            String word = found.group();
            if (names.contains(word)) {
                return renamed.computeIfAbsent(word, w -> name(random));
            }
            if (word.length() < SHORTEST || !Character.isLowerCase(word.charAt(0)) || random.nextDouble() > EXCHANGED) {
                return word;
            }
            List<String> others = words.getOrDefault(kind(word), List.of(word));
            return others.get(random.nextInt(others.size()));
        });
    }

    private static String name(SplittableRandom random) {
        return FIRST[random.nextInt(FIRST.length)]
                + VOWELS[random.nextInt(VOWELS.length)]
                + LATER[random.nextInt(LATER.length)]
                + VOWELS[random.nextInt(VOWELS.length)]
                + LATER[random.nextInt(LATER.length)];
    }

    /** By its ending, and whether "an" goes before it. */
    private static String kind(String word) {
        String ending = ENDINGS.stream().filter(word::endsWith).findFirst().orElse("");
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + ending;
    }
}
