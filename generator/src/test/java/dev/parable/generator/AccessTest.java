package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Prompt;
import dev.parable.domain.Scenario;
import dev.parable.domain.Storyteller;
import dev.parable.domain.Telling;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.models.ChainSettings;
import dev.parable.generator.models.Models;
import dev.parable.generator.models.Roles;
import dev.parable.templates.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stories shared out between models on sockets. */
@Timeout(60)
class AccessTest {

    private static final int COUNT = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aScenarioIsAlwaysToldByTheSameModelUnderItsServersName() throws IOException {
        List<Scenario> scenarios = Waves.planned(Orders.planner(5), COUNT);
        Prompts prompts = Prompts.shipped(Orders.shipped().archetypes());
        try (StoryServer a = server("A.");
                StoryServer b = server("B.")) {
            Models models = new Models(
                    Map.of("first", model("alpha", a), "second", model("beta", b)),
                    new Roles(Map.of("first", 3, "second", 1), null, Map.of()),
                    ChainSettings.DRAFT,
                    List.of());
            List<String> texts = new ArrayList<>();
            for (List<Scenario> order : List.of(scenarios, scenarios.reversed())) {
                try (Ledger ledger = Ledger.open(Files.createTempDirectory(folder, "run"));
                        Access access = open(models, ledger)) {
                    Storyteller teller = new Chain(
                            access.writers(), access.critic(), models.chain(), prompts, Map.of(), wave -> List.of());
                    for (Scenario scenario : order) {
                        Telling.Told told = (Telling.Told) teller.tell(scenario);
                        boolean first = models.roles().writer(scenario.key()).equals("first");
                        assertThat(told.story().text()).isEqualTo(first ? "A." : "B.");
                        assertThat(told.story().provenance().model()).isEqualTo(first ? "alpha" : "beta");
                        texts.add(told.story().text());
                    }
                }
            }
            assertThat(texts).contains("A.", "B.");
            assertThat(a.times().values()).containsOnly(2);
            assertThat(b.times().values()).containsOnly(2);
            List<Prompt> asked = new ArrayList<>(a.times().keySet());
            asked.retainAll(b.times().keySet());
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void aWriterWithoutItsKeyOpensNobody() {
        Models models = new Models(
                Map.of(
                        "a", ModelSettings.parse("ollama:x"),
                        "b", ModelSettings.parse("openai:y")),
                new Roles(Map.of("a", 1, "b", 1), null, Map.of()),
                ChainSettings.DRAFT,
                List.of());
        try (Ledger ledger = Ledger.open(folder)) {
            assertThatThrownBy(() -> open(models, ledger)).hasMessageContaining("OPENAI_API_KEY");
        }
    }

    private static Access open(Models models, Ledger ledger) {
        return Access.open(models, Map.of(), ledger, Allowance.unlimited((m, i, o) -> 0), key -> null);
    }

    private static StoryServer server(String text) throws IOException {
        return new StoryServer(prompt -> new Answer.Whole(text));
    }

    private static ModelSettings model(String name, StoryServer server) {
        return ModelSettings.parse("openai:" + name)
                .withBaseUrl(server.baseUrl())
                .withApiKeyVariable("");
    }
}
