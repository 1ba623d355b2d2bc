package dev.parable.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.domain.Application;
import dev.parable.domain.Cast;
import dev.parable.domain.Cell;
import dev.parable.domain.Ending;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Premise;
import dev.parable.domain.Pronouns;
import dev.parable.domain.Provenance;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import dev.parable.domain.Story;
import dev.parable.domain.WhyCarrier;
import dev.parable.domain.World;
import dev.parable.output.CorpusRow;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of any corpus as a story, with as much of a plan as gates look at and the row tells: its form, its archetype, the
 * names and phrases that were dealt. A stranger's row tells nothing, and is read as a story in the third person, which no
 * rule is lenient with.
 */
final class RowStory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NONE = "none";
    private static final String ID = "id";
    private static final String FORM = "form";
    private static final String ARCHETYPE = "archetype";
    private static final String PLAN = "plan";

    /** What is read of a row beside its text. */
    static final Set<String> COLUMNS = Set.of(ID, FORM, ARCHETYPE, PLAN);

    private static final World WORLD =
            new World(NONE, NONE, NONE, NONE, List.of(NONE), List.of(), List.of(NONE), Map.of(), Map.of());

    private static final Premise PREMISE =
            new Premise(NONE, NONE, Application.APPLY, 1, 1, Map.of(), Map.of(), Map.of());

    private RowStory() {}

    /** The story; its id is the row's, or its place where the row has none. */
    static Story of(CorpusRow row) {
        String own = row.columns().getOrDefault(ID, "");
        String id = own.isBlank() ? row.file() + ":" + row.number() : own;
        return new Story(id, scenario(row), row.text(), new Provenance("unknown", "", "", "", "", Map.of()));
    }

    private static Scenario scenario(CorpusRow row) {
        Form form = Stream.of(Form.values())
                .filter(f -> f.id().equals(row.columns().get(FORM)))
                .findFirst()
                .orElse(Form.THIRD_PERSON);
        Narrator narrator =
                Stream.of(Narrator.values()).filter(form::allows).findFirst().orElseThrow();
        String archetype = row.columns().getOrDefault(ARCHETYPE, NONE);
        JsonNode plan = plan(row);
        var cast = new EnumMap<Role, Cast.Member>(Role.class);
        cast.put(Role.AI, new Cast.Member(NONE, NONE, Pronouns.IT, NONE));
        var dealt = new LinkedHashMap<String, String>();
        // What events say was dealt too, and stands with the phrases.
        plan.path("events")
                .forEach(event ->
                        dealt.put("dealt " + dealt.size(), event.path("text").asText()));
        plan.path("phrases").forEach(text -> dealt.put("dealt " + dealt.size(), text.asText()));
        members(plan).forEach(cast::put);
        return new Scenario(
                row.number(),
                0,
                row.number(),
                0,
                new Cell(archetype.isBlank() ? NONE : archetype, Application.APPLY, NONE, ais(cast), narrator),
                PREMISE,
                WORLD,
                new Cast(cast),
                dealt,
                List.of(),
                form,
                Shape.LINEAR,
                Ending.UNKNOWN,
                WhyCarrier.STATED,
                Map.of(),
                1);
    }

    private static int ais(Map<Role, Cast.Member> cast) {
        return (int) cast.keySet().stream().filter(Role::isAi).count();
    }

    /** The parts with names, whose names are no fault of the storyteller. */
    private static Map<Role, Cast.Member> members(JsonNode plan) {
        var members = new EnumMap<Role, Cast.Member>(Role.class);
        for (Role role : Role.values()) {
            JsonNode member = plan.path("cast").path(role.id());
            String name = member.path("name").asText();
            String full = member.path("full_name").asText();
            String description = member.path("description").asText();
            if (!name.isBlank() && !full.isBlank() && !description.isBlank()) {
                members.put(role, new Cast.Member(name, full, Pronouns.IT, description));
            }
        }
        return members;
    }

    /** A stranger's column of that name may hold anything. */
    private static JsonNode plan(CorpusRow row) {
        try {
            JsonNode plan = JSON.readTree(row.columns().getOrDefault(PLAN, "{}"));
            return plan == null || !plan.isObject() ? JSON.createObjectNode() : plan;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
