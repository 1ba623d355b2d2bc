package dev.parable.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A list of phrases, each with its kind and weight, read from a resource beside this class.
 *
 * <p>One entry per line: kind, weight, phrase, separated by white space. Empty lines and lines that start with {@code #}
 * say nothing. The phrase is a {@link WordPattern}; after {@code =} it is found in this case only; between slashes it is a
 * {@link Pattern}, case-insensitive, where {@code '} also finds the typographic apostrophe. A word before the slash has to
 * be in the text, or the pattern is not tried. Texts may hold long runs of blanks, so repetitions should be bounded.
 */
final class Lexicon {

    /** A line of the list. */
    record Entry(String kind, double weight, String phrase) {}

    /** An entry found in a text, and where. */
    record Hit(Entry entry, int start, int end) {
        boolean isOf(String kind) {
            return entry.kind().equals(kind);
        }
    }

    private record Phrase(Entry entry, WordPattern words, boolean exactCase) {}

    /** A pattern that is looked for only where its word is, for speed; an empty word is everywhere. */
    private record Expression(Entry entry, String word, Pattern pattern) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final List<Phrase> byAnyWord = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();

    private Lexicon() {}

    /** Reads a list. A list that is missing or malformed is a fault of the build: {@link IllegalStateException}. */
    static Lexicon read(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no resource %s beside %s".formatted(resource, Lexicon.class));
            }
            return of(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    /** Reads a list from its text; the name is for messages. */
    static Lexicon of(String name, String list) {
        var lexicon = new Lexicon();
        int number = 0;
        for (String line : list.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                lexicon.add(line.strip(), "%s line %d".formatted(name, number));
            }
        }
        return lexicon;
    }

    private void add(String line, String place) {
        String[] columns = line.split("\\s+", 3);
        if (columns.length < 3) {
            throw new IllegalStateException("%s has not kind, weight and phrase: %s".formatted(place, line));
        }
        try {
            var entry = new Entry(columns[0], Double.parseDouble(columns[1]), columns[2]);
            entries.add(entry);
            addPhrase(entry, columns[2]);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("%s has the weight '%s', not a number".formatted(place, columns[1]), e);
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException("%s is no pattern: %s".formatted(place, e.getMessage()), e);
        }
    }

    private void addPhrase(Entry entry, String phrase) {
        int slash = phrase.indexOf('/');
        if (slash >= 0) {
            String expression = phrase.substring(slash + 1, phrase.length() - 1).replace("'", "['’]");
            int flags = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
            String word = phrase.substring(0, slash).strip();
            expressions.add(new Expression(entry, word, Pattern.compile(expression, flags)));
            return;
        }
        boolean exactCase = phrase.startsWith("=");
        for (WordPattern words : WordPattern.parse(exactCase ? phrase.substring(1) : phrase)) {
            var found = new Phrase(entry, words, exactCase);
            for (String first : words.firstWords()) {
                byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(found);
            }
            if (words.firstWords().isEmpty()) {
                byAnyWord.add(found);
            }
        }
    }

    /** The list's entries of this kind. */
    Lexicon only(String kind) {
        var part = new Lexicon();
        for (Entry entry : entries) {
            if (entry.kind().equals(kind)) {
                part.entries.add(entry);
                part.addPhrase(entry, entry.phrase());
            }
        }
        return part;
    }

    /** Every line of the list, in its order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Every entry in the text, in the order of their places. Of two that cover each other only the longer is given. */
    List<Hit> find(String text) {
        return find(text, Words.of(text));
    }

    /** The same, where the text's words are known already. */
    List<Hit> find(String text, Words words) {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String base = words.base(i);
            addHits(hits, byFirstWord.getOrDefault(word, List.of()), text, words, i);
            if (!base.equals(word)) {
                addHits(hits, byFirstWord.getOrDefault(base, List.of()), text, words, i);
            }
            addHits(hits, byAnyWord, text, words, i);
        }
        for (Expression expression : expressions) {
            if (expression.word().isEmpty() || words.has(expression.word())) {
                Matcher matcher = expression.pattern().matcher(text);
                while (matcher.find()) {
                    hits.add(new Hit(expression.entry(), matcher.start(), matcher.end()));
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::end, Comparator.reverseOrder()));
        var longest = new ArrayList<Hit>();
        int covered = -1;
        for (Hit hit : hits) {
            if (hit.end() > covered) {
                longest.add(hit);
                covered = hit.end();
            }
        }
        return List.copyOf(longest);
    }

    private static void addHits(List<Hit> hits, List<Phrase> phrases, String text, Words words, int at) {
        for (Phrase phrase : phrases) {
            if (phrase.words().matches(words, at)) {
                int start = words.start(at);
                int end = words.end(at + phrase.words().size() - 1);
                String found = text.substring(start, end).replace('’', '\'');
                if (!phrase.exactCase() || isIn(found, phrase.entry().phrase().substring(1))) {
                    hits.add(new Hit(phrase.entry(), start, end));
                }
            }
        }
    }

    private static boolean isIn(String found, String phrase) {
        return found.equals(phrase) || found.equals(phrase + "'s");
    }
}
