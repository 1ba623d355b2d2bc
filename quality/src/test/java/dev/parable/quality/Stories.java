package dev.parable.quality;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stories for tests: a text and its form are given, the rest of the plan does not matter. */
final class Stories {

    static final String ARCHETYPE = "switched-off";

    private Stories() {}

    static Story story(String text) {
        return story(text, Form.THIRD_PERSON);
    }

    static Story story(String text, Form form) {
        return story(text, form, "Tally");
    }

    static Story story(String text, Form form, String ai) {
        return story(text, form, ai, Application.APPLY);
    }

    static Story story(String text, Form form, Application application) {
        return story(text, form, "Tally", application);
    }

    private static Story story(String text, Form form, String ai, Application application) {
        Narrator narrator =
                Stream.of(Narrator.values()).filter(form::allows).findFirst().orElseThrow();
        var cast = new Cast(Map.of(Role.AI, new Cast.Member(ai, ai, Pronouns.IT, "the lock")));
        var premise = new Premise("lock", "canal", Application.APPLY, 1, 1, Map.of(), Map.of(), Map.of());
        var world = new World(
                "canal",
                "a canal in March",
                "modern",
                "A canal.",
                List.of("the lock"),
                List.of(),
                List.of("x"),
                Map.of(),
                Map.of());
        var scenario = new Scenario(
                0,
                0,
                1,
                0,
                new Cell(ARCHETYPE, application, "facet", 1, narrator),
                premise,
                world,
                cast,
                Map.of(),
                List.of(),
                form,
                Shape.LINEAR,
                Ending.UNKNOWN,
                WhyCarrier.STATED,
                Map.of(),
                500);
        return new Story("switched-off-0", scenario, text, new Provenance("llm", "", "", "", "", Map.of()));
    }
}
