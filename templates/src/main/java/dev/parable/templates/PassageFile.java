package dev.parable.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parable.domain.Beat;
import dev.parable.domain.Ending;
import dev.parable.domain.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a passage file ({@code parable/passages/1}, docs/passages.md) into passages. */
final class PassageFile {

    static final String FORMAT = "parable/passages/1";
    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();
    private static final Pattern SPEECH = Pattern.compile("([a-z]+)\\s*(?:\\[([^\\]]*)\\])?\\s*:\\s+(.*)");
    private static final Pattern SLOT = Pattern.compile("\\$\\{[^}]*}");

    private PassageFile() {}

    /** Reads the passages of one file. Throws {@link IllegalArgumentException} that names file, group and remedy. */
    static List<Passage> read(String file, byte[] yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new IllegalArgumentException("%s:%d:%d: not YAML: %s"
                    .formatted(
                            file,
                            at == null ? 1 : at.getLineNr(),
                            at == null ? 1 : at.getColumnNr(),
                            e.getOriginalMessage()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(file, e);
        }
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException("%s: format is '%s'; expected '%s'"
                    .formatted(file, root.path("format").asText(), FORMAT));
        }
        Map<String, Set<String>> everywhere = conditions(root.path("when"));
        List<Passage> passages = new ArrayList<>();
        int group = 0;
        for (JsonNode node : root.path("passages")) {
            String place = "%s: group %d (%s)"
                    .formatted(file, ++group, node.path("beat").asText());
            var when = new LinkedHashMap<>(everywhere);
            when.putAll(conditions(node.path("when")));
            Beat beat = beat(node.path("beat").asText(), when, place);
            if (!node.path("texts").isArray() || node.path("texts").isEmpty()) {
                throw new IllegalArgumentException(place + ": 'texts' must be a list of at least one text");
            }
            int text = 0;
            for (JsonNode t : node.path("texts")) {
                if (!t.isTextual() || t.asText().isBlank()) {
                    throw new IllegalArgumentException("%s: text %d is not text; quote it".formatted(place, text + 1));
                }
                String id = "%s#%d.%d".formatted(file.replaceAll("\\.yaml$", ""), group, ++text);
                passages.add(passage(id, beat, when, t.asText()));
            }
        }
        return passages;
    }

    static Passage passage(String id, Beat beat, Map<String, Set<String>> when, String text) {
        List<Line> lines = new ArrayList<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<String> phrases = new TreeSet<>();
        for (String paragraph : text.lines().toList()) {
            if (paragraph.isBlank()) {
                continue;
            }
            Line line = line(paragraph.strip());
            lines.add(line);
            roles.addAll(line.text().roles());
            phrases.addAll(line.text().phrases());
            if (line.speaker() != null) {
                roles.add(line.speaker());
            }
            if (line.stage() != null) {
                roles.addAll(line.stage().roles());
                phrases.addAll(line.stage().phrases());
            }
        }
        return new Passage(id, beat, when, lines, roles, phrases, words(text));
    }

    static Line line(String paragraph) {
        Matcher speech = SPEECH.matcher(paragraph);
        if (speech.matches()) {
            for (Role role : Role.values()) {
                if (role.id().equals(speech.group(1))) {
                    String stage = speech.group(2);
                    return new Line(
                            role,
                            stage == null || stage.isBlank() ? null : new Wording(stage, false),
                            new Wording(speech.group(3), true));
                }
            }
        }
        return new Line(null, null, new Wording(paragraph, false));
    }

    /** How many words: a letter or digit and the letters, digits, apostrophes and hyphens after it; a slot counts as one. */
    static int words(String text) {
        String plain = text.indexOf('$') < 0 ? text : SLOT.matcher(text).replaceAll("X");
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            boolean letter = isLetterOrNumber(c);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && (c == '\'' || c == '\u2019' || c == '-'));
            i += Character.charCount(c);
        }
        return words;
    }

    private static boolean isLetterOrNumber(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static Map<String, Set<String>> conditions(JsonNode when) {
        var conditions = new LinkedHashMap<String, Set<String>>();
        when.properties().forEach(entry -> {
            var values = new LinkedHashSet<String>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(v -> values.add(v.asText()));
            } else {
                values.add(entry.getValue().asText());
            }
            conditions.put(entry.getKey(), values);
        });
        return conditions;
    }

    private static Beat beat(String name, Map<String, Set<String>> when, String place) {
        for (Ending ending : Ending.values()) {
            if (ending.id().equals(name)) {
                when.put("ending", Set.of(name));
                return Beat.OUTCOME;
            }
        }
        for (Beat beat : Beat.values()) {
            if (beat.id().equals(name)) {
                return beat;
            }
        }
        throw new IllegalArgumentException("%s: no beat '%s'; see docs/passages.md".formatted(place, name));
    }
}
