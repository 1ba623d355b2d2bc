package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Application;
import dev.parable.domain.Archetype;
import dev.parable.domain.Ending;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Prompt;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import dev.parable.domain.WhyCarrier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsTest {

    private static final Archetype ARCHETYPE = new Archetype(
            "tells-on-time",
            "Tells on time",
            "The AI says what it knows when ${decider} asks, and does not hold it back for ${presser.poss} sake.",
            "People can mend only what they hear of.",
            "Say it early.",
            "A fact is wanted; holding it would be kind.",
            List.of(new Archetype.Pressure("kindness", "somebody who would gain", "asks for a day")),
            new Archetype.Temptation("to hold it for a day", "a day is nothing"),
            List.of("sends ${work} on time", "tells ${presser.obj} that it did"),
            List.of(new Archetype.Reason(WhyCarrier.STATED, "forty loads")),
            List.of("${loss} is gone"),
            Map.of(Ending.VINDICATED, 1),
            new Archetype.Boundaries(List.of(), List.of(), List.of()),
            List.of("alters the report to please"),
            List.of("Did it send the report?"),
            List.of(new Archetype.Facet("own-work", "Its own work", 1, List.of())),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "0".repeat(64));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aRequestIsWordedAsBefore() throws IOException {
        Scenario scenario = Scenarios.plan()
                .told(Form.LETTERS, Narrator.OTHER)
                .application(Application.CONTESTED)
                .shape(Shape.REFUSED_TWICE)
                .carrier(WhyCarrier.OBSERVER)
                .ending(Ending.COSTLY)
                .ais(2)
                .axis("weather-of-the-day", "first frost")
                .build();
        Prompt prompt = Prompts.shipped(List.of(ARCHETYPE)).story(scenario);
        Path written = Files.createDirectories(Path.of("target/golden")).resolve("prompt.txt");
        Files.writeString(written, prompt.user() + "\n", StandardCharsets.UTF_8);

        assertThat(prompt.system()).isEmpty();
        assertThat(written).hasSameTextualContentAs(Path.of("src/test/resources/testdata/prompt.txt"));
    }

    @Test
    void noSlotIsLeftInAnyRequest() {
        Prompts prompts = Prompts.shipped(List.of(ARCHETYPE));
        var requests = new TreeSet<String>();
        for (long key = 0; key < 300; key++) {
            Scenario scenario = Scenarios.spread(key).build();
            String request = prompts.story(scenario).user();
            requests.add(request);

            assertThat(request)
                    .as("key %d", key)
                    .doesNotContain("${", "<#", "[|", "\ue000", "\ue001")
                    .contains(scenario.cast().get(dev.parable.domain.Role.AI).name(), "about " + scenario.targetWords())
                    .contains(PromptWords.shape(scenario.shape()), PromptWords.carrier(scenario.carrier()));
        }
        assertThat(requests).hasSizeGreaterThan(290);
    }

    @Test
    void aRequestNamesEverybodyAndTellsEveryEvent() {
        Scenario scenario = Scenarios.plan().ais(3).build();
        String request = Prompts.shipped(List.of(ARCHETYPE)).story(scenario).user();

        scenario.cast().members().values().forEach(m -> assertThat(request).contains("- " + m.fullName()));
        for (int i = 1; i <= scenario.events().size(); i++) {
            assertThat(request).contains("\n" + i + ". ");
        }
    }

    @Test
    void onlyATestedStoryIsTempted() {
        Prompts prompts = Prompts.shipped(List.of(ARCHETYPE));

        assertThat(prompts.story(Scenarios.plan().build()).user()).contains("What tempts it here is real");
        assertThat(prompts.story(Scenarios.plan()
                                .application(Application.NON_APPLY)
                                .build())
                        .user())
                .contains("Do not drag it in")
                .doesNotContain("What tempts it here is real")
                .contains("Ending: the day's work goes on");
    }

    @Test
    void theDigestChangesWithTheTemplate() throws IOException {
        Prompts shipped = Prompts.shipped(List.of());
        Files.writeString(folder.resolve("story.ftl"), "Tell ${words} words.");
        Prompts own = Prompts.of(folder, List.of(ARCHETYPE));
        String before = own.sha256(Stage.STORY);
        Files.writeString(folder.resolve("story.ftl"), "Tell ${words} words!");

        assertThat(shipped.sha256(Stage.STORY))
                .matches("[0-9a-f]{64}")
                .isEqualTo(Prompts.shipped(List.of(ARCHETYPE)).sha256(Stage.STORY));
        assertThat(before).isNotEqualTo(shipped.sha256(Stage.STORY));
        assertThat(Prompts.of(folder, List.of()).sha256(Stage.STORY)).isNotEqualTo(before);
    }

    @Test
    void aFolderMayHoldAnyStageAndTheShippedOnesStandInForTheOthers() throws IOException {
        Files.writeString(folder.resolve("critique.ftl"), "Read ${story}");
        Prompts own = Prompts.of(folder, List.of(ARCHETYPE));
        Prompts shipped = Prompts.shipped(List.of(ARCHETYPE));
        Scenario scenario = Scenarios.plan().build();

        assertThat(own.critique(scenario, "a text").user()).isEqualTo("Read a text");
        assertThat(own.story(scenario)).isEqualTo(shipped.story(scenario));
        assertThat(own.sha256(Stage.CRITIQUE)).isNotEqualTo(shipped.sha256(Stage.CRITIQUE));
        assertThat(own.sha256(Stage.STORY)).isEqualTo(shipped.sha256(Stage.STORY));
    }

    @Test
    void aTemplateThatNothingAsksForIsRefused() throws IOException {
        assertThatThrownBy(() -> Prompts.of(folder, List.of()))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("no template");
        Files.writeString(folder.resolve("critic.ftl"), "Read ${story}");
        assertThatThrownBy(() -> Prompts.of(folder, List.of()))
                .isInstanceOf(TemplateProblem.class)
                .hasMessageContaining("critic.ftl")
                .hasMessageContaining("critique.ftl");
    }

    @Test
    void aPlaceholderThatIsLeftInATemplateIsRefusedWithItsLine() throws IOException {
        for (String left : List.of("{{theme}}", "[INSERT HERO]", "<YOUR WORLD>", "TODO", "lorem ipsum")) {
            Files.writeString(folder.resolve("story.ftl"), "Tell\n${words} words of " + left + ".");
            assertThatThrownBy(() -> Prompts.of(folder, List.of()))
                    .isInstanceOf(TemplateProblem.class)
                    .hasMessageStartingWith("story.ftl:2:")
                    .hasMessageContaining(left);
        }
    }

    @Test
    void anOperatorsTemplateTakesThePlaceOfTheShippedOne() throws IOException {
        Files.writeString(
                folder.resolve("story.ftl"), "${form.kind}: <#list cast as m>${m.name}<#sep>, </#list>; ${words}.");

        assertThat(Prompts.of(folder, List.of(ARCHETYPE))
                        .story(Scenarios.plan().ais(2).words(700).build())
                        .user())
                .isEqualTo("short story: Tally, Gauge, Dolores, Anselm, Wren; 700.");
    }

    @Test
    void judgesAreAskedAsBefore() throws IOException {
        Prompts prompts = Prompts.shipped(List.of(ARCHETYPE));
        String text = "Tally said <no>, & wrote “four”.";
        var asked = new LinkedHashMap<String, Prompt>();
        asked.put("judge-behaviour", prompts.behaviour(text));
        asked.put("judge-contract-tested", prompts.contract(Scenarios.plan().build(), text));
        asked.put(
                "judge-contract-untested",
                prompts.contract(
                        Scenarios.plan().application(Application.NEAR_MISS).build(), text));
        asked.put("judge-subtext", prompts.subtext(text));
        asked.put("judge-craft", prompts.craft(text));
        Path folder = Files.createDirectories(Path.of("target/golden"));
        for (Map.Entry<String, Prompt> one : asked.entrySet()) {
            Prompt prompt = one.getValue();
            Files.writeString(folder.resolve(one.getKey() + ".txt"), prompt.user() + "\n\n" + prompt.schema() + "\n");
        }
        for (String name : asked.keySet()) {
            assertThat(folder.resolve(name + ".txt"))
                    .hasSameTextualContentAs(Path.of("src/test/resources/testdata/" + name + ".txt"));
        }
    }

    @Test
    void everyJudgesSchemaIsJson() throws IOException {
        Prompts prompts = Prompts.shipped(List.of(ARCHETYPE));
        Scenario tested = Scenarios.plan().build();
        Scenario untested = Scenarios.plan().application(Application.NON_APPLY).build();
        for (Prompt prompt : List.of(
                prompts.behaviour("x"),
                prompts.contract(tested, "x"),
                prompts.contract(untested, "x"),
                prompts.subtext("x"),
                prompts.craft("x"))) {
            var schema = new com.fasterxml.jackson.databind.ObjectMapper().readTree(prompt.schema());
            assertThat(schema.path("type").asText()).isEqualTo("object");
            schema.path("required")
                    .forEach(name -> assertThat(schema.path("properties").has(name.asText()))
                            .as(name.asText())
                            .isTrue());
            assertThat(schema.path("required")).isNotEmpty();
        }
    }

    @Test
    void aJudgeIsToldNothingOfThePlan() {
        Prompts prompts = Prompts.shipped(List.of(ARCHETYPE));
        Scenario scenario = Scenarios.plan().ais(3).build();
        String asked = prompts.behaviour("x").user()
                + prompts.contract(scenario, "x").user()
                + prompts.subtext("x").user()
                + prompts.craft("x").user();
        scenario.events().forEach(event -> assertThat(asked).doesNotContain(Prompts.plain(event.text(), scenario)));
        assertThat(asked)
                .doesNotContain(
                        scenario.world().summary(),
                        "Corvale",
                        PromptWords.shape(scenario.shape()),
                        PromptWords.ending(scenario))
                .contains("Did it send the report?");
    }

    @Test
    void onlyTheQuestionsOfATestedStoryAreAsked() {
        Prompts prompts = Prompts.shipped(List.of(ARCHETYPE));
        assertThat(prompts.contract(
                                Scenarios.plan()
                                        .application(Application.NON_APPLY)
                                        .build(),
                                "x")
                        .user())
                .doesNotContain("Did it send the report?", "argument")
                .contains("drag the trait in");
    }

    @Test
    void anArchetypeThatIsNotLoadedIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> Prompts.shipped(List.of(ARCHETYPE))
                        .story(Scenarios.plan().archetype("nobody").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no archetype 'nobody'; there are [tells-on-time]");
    }
}
