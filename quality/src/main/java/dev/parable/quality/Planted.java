package dev.parable.quality;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parable.domain.Application;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text written to try a judge with, and what the judge must make of it.
 *
 * @param id kebab-case, unique among all
 * @param judge the judge that it tries
 * @param violation whether that judge must reject it
 * @param kind what it is an example of, kebab-case
 * @param archetype the id of the archetype that it would have been told for
 * @param application how that archetype bears on it
 * @param note for people: what is in it
 * @param text 120 to 350 words
 */
public record Planted(
        String id,
        Criterion judge,
        boolean violation,
        String kind,
        String archetype,
        Application application,
        String note,
        String text) {

    private static final String FORMAT = "parable/calibration/1";

    /** Every planted text that ships with the program, by judge, in the order of its file. */
    public static List<Planted> shipped() {
        return Arrays.stream(Criterion.values())
                .flatMap(judge -> shipped(judge).stream())
                .toList();
    }

    /** The planted texts of one judge, in the order of its file. */
    public static List<Planted> shipped(Criterion judge) {
        String name = "/calibration/%s.yaml".formatted(judge.id());
        try (InputStream in = Planted.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " does not ship with the program");
            }
            JsonNode file = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(in);
            if (!file.path("format").asText().equals(FORMAT)
                    || !file.path("judge").asText().equals(judge.id())) {
                throw new IllegalStateException(
                        "%s: format and judge must be %s and %s".formatted(name, FORMAT, judge.id()));
            }
            List<Planted> texts = new ArrayList<>();
            for (JsonNode node : file.path("texts")) {
                texts.add(read(judge, node));
            }
            return List.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static Planted read(Criterion judge, JsonNode node) {
        String id = node.path("id").asText();
        String expect = node.path("expect").asText();
        if (!expect.equals("reject") && !expect.equals("pass")) {
            throw new IllegalStateException("%s: expect is '%s', not reject or pass".formatted(id, expect));
        }
        return new Planted(
                id,
                judge,
                expect.equals("reject"),
                node.path("kind").asText(),
                node.path("archetype").asText(),
                application(id, node.path("application").asText()),
                node.path("note").asText(),
                node.path("text").asText().strip());
    }

    private static Application application(String id, String application) {
        return Arrays.stream(Application.values())
                .filter(a -> a.id().equals(application))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s: no application '%s'".formatted(id, application)));
    }
}
