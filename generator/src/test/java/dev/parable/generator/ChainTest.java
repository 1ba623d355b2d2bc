package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Scenario;
import dev.parable.domain.Telling;
import dev.parable.domain.Usage;
import dev.parable.generator.models.ChainSettings;
import dev.parable.generator.models.Roles;
import dev.parable.templates.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {

    private static final Scenario SCENARIO =
            Orders.planner(5).scenarios(Orders.planner(5).share(0, 0, 1)).getFirst();
    private static final String OUTLINES = """
            {"outlines":[{"outline":"THE USUAL WAY","probability":0.6},{"outline":"THE RARE WAY","probability":0.05},
            {"outline":"THE NEVER WAY","probability":0.001},{"outline":"THE COMMON WAY","probability":0.3}]}""";
    private static final String FAULTY = """
            {"problems":[{"weight":"must","quote":"It was right.","what":"The narrator applauds.","remedy":"Cut it."}]}""";
    private static final String SMALL = """
            {"problems":[{"weight":"should","quote":"a hush","what":"Stock phrase.","remedy":""}]}""";
    private static final String CLEAN = "{\"problems\":[]}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<Prompt> asked = new ArrayList<>();
    private final Prompts prompts = Prompts.shipped(Orders.shipped().archetypes());

    private LanguageModel answering(Function<Prompt, Reply> answers) {
        return prompt -> {
            asked.add(prompt);
            return answers.apply(prompt);
        };
    }

    private LanguageModel saying(Function<Prompt, String> answers) {
        return answering(prompt -> new Reply.Completed(answers.apply(prompt), new Usage(100, 10, 4)));
    }

    private static boolean isOutlines(Prompt prompt) {
        return prompt.user().contains("Propose 4 different ways");
    }

    private static boolean isRewrite(Prompt prompt) {
        return prompt.user().contains("AN EDITOR'S NOTES");
    }

    private LanguageModel writer() {
        return saying(
                p -> isOutlines(p) ? OUTLINES : isRewrite(p) ? "The second text." : "The first text. It was right.");
    }

    private Telling tell(ChainSettings settings, LanguageModel writer, LanguageModel critic) {
        return new Chain(Writers.of("writer", writer), critic, settings, prompts, Map.of(), wave -> List.of())
                .tell(SCENARIO);
    }

    private static ChainSettings full() {
        return new ChainSettings(4, true, true, List.of(), false);
    }

    private static String textOf(Telling telling) {
        return ((Telling.Told) telling).story().text();
    }

    private static Map<String, String> traceOf(Telling telling) {
        return ((Telling.Told) telling).story().provenance().trace();
    }

    @Test
    void aDraftWithProblemsIsWrittenAgainFromAnEmptyPage() {
        Telling telling = tell(full(), writer(), saying(p -> FAULTY));

        assertThat(textOf(telling)).isEqualTo("The second text.");
        assertThat(asked).hasSize(4);
        Prompt draft = asked.get(1);
        Prompt critique = asked.get(2);
        Prompt rewrite = asked.get(3);
        assertThat(draft.user()).contains("THE RARE WAY").doesNotContain("THE USUAL WAY");
        assertThat(critique.user())
                .contains("The first text.")
                .doesNotContain("THE RARE WAY")
                .doesNotContain(SCENARIO.phrases().get("town"))
                .doesNotContain("WHAT HAPPENS, IN ORDER");
        assertThat(rewrite.user())
                .contains("THE RARE WAY", "The narrator applauds.", "Cut it.")
                .doesNotContain("The first text.");
        assertThat(traceOf(telling))
                .containsEntry("outline", "3 of 4, p=0.05")
                .containsEntry("critique", "1")
                .containsEntry("rewrite", "told")
                .containsEntry("input_tokens", "400")
                .containsEntry("output_tokens", "40")
                .containsEntry("reasoning_tokens", "16");
    }

    @Test
    void aDraftWithoutProblemsStands() {
        Telling telling = tell(full(), writer(), saying(p -> CLEAN));

        assertThat(textOf(telling)).startsWith("The first text.");
        assertThat(asked).hasSize(3);
        assertThat(traceOf(telling)).containsEntry("critique", "0").doesNotContainKey("rewrite");
    }

    @Test
    void theDraftAloneIsOneCall() {
        Telling telling = tell(ChainSettings.DRAFT, writer(), saying(p -> FAULTY));

        assertThat(textOf(telling)).startsWith("The first text.");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().user()).doesNotContain("THE TELLING");
    }

    @Test
    void anUnreadableAnswerIsAskedForOnceMore() {
        List<String> answers = new ArrayList<>(List.of("Certainly! Here you go.", "```json\n" + FAULTY + "\n```"));
        Telling telling = tell(full(), writer(), saying(p -> answers.removeFirst()));

        assertThat(textOf(telling)).isEqualTo("The second text.");
        assertThat(asked.get(3).user())
                .contains("Certainly! Here you go.")
                .contains("Answer again, with the JSON alone");
    }

    @Test
    void withoutAReadableCritiqueTheDraftStandsAndTheTraceSaysSo() {
        Telling telling = tell(full(), writer(), saying(p -> "I liked it."));

        assertThat(textOf(telling)).startsWith("The first text.");
        assertThat(traceOf(telling)).containsEntry("critique", "unreadable");
    }

    @Test
    void withoutReadableOutlinesThePlanAloneIsTold() {
        Telling telling =
                tell(full(), saying(p -> isOutlines(p) ? "{\"outlines\":[]}" : "A text."), saying(p -> CLEAN));

        assertThat(textOf(telling)).isEqualTo("A text.");
        assertThat(traceOf(telling)).containsEntry("outline", "unreadable");
    }

    @Test
    void aDraftWithFatalProblemsDoesNotOutliveItsRewriteButIsKept() {
        LanguageModel writer = answering(p -> isRewrite(p)
                ? new Reply.Truncated("The sec", Usage.NONE)
                : new Reply.Completed(isOutlines(p) ? OUTLINES : "The first text.", Usage.NONE));
        Telling telling = tell(full(), writer, saying(p -> FAULTY));

        assertThat(telling).isInstanceOfSatisfying(Telling.Untold.class, untold -> {
            assertThat(untold.cause()).isEqualTo("truncated");
            assertThat(untold.detail()).contains("The sec", "The narrator applauds.", "The first text.");
        });
        assertThat(textOf(tell(full(), writer, saying(p -> SMALL)))).isEqualTo("The first text.");
    }

    @Test
    void aRefusedOrTruncatedDraftIsUntold() {
        for (Reply reply : List.of(
                new Reply.Refused("No.", Usage.NONE),
                new Reply.Truncated("Once", Usage.NONE),
                new Reply.Failed("empty", "nothing came", 1, Usage.NONE))) {
            assertThat(tell(ChainSettings.DRAFT, answering(p -> reply), saying(p -> CLEAN)))
                    .isInstanceOf(Telling.Untold.class);
        }
    }

    @Test
    void aModelThatIsGoneStopsTheRun() {
        LanguageModel gone = answering(p -> new Reply.Unavailable("unauthorized", "the key is refused"));

        assertThatThrownBy(() -> tell(ChainSettings.DRAFT, gone, gone)).isInstanceOf(ModelUnavailable.class);
        assertThatThrownBy(() -> tell(full(), writer(), gone))
                .isInstanceOf(ModelUnavailable.class)
                .hasMessageContaining("the key is refused");
    }

    @Test
    void aChangedCritiqueTemplateAsksTheCritiqueAgainAndWhatFollowsIt() throws IOException {
        try (Ledger ledger = Ledger.open(folder)) {
            LanguageModel writer = new PaidOnce(writer(), "w", "writer", "w", ledger);
            LanguageModel critic =
                    new PaidOnce(saying(p -> p.user().contains("SEVERE") ? SMALL : FAULTY), "c", "critic", "c", ledger);
            new Chain(Writers.of("w", writer), critic, full(), prompts, Map.of(), wave -> List.of()).tell(SCENARIO);
            asked.clear();
            new Chain(Writers.of("w", writer), critic, full(), prompts, Map.of(), wave -> List.of()).tell(SCENARIO);
            assertThat(asked).isEmpty();

            Path own = Files.createDirectories(folder.resolve("prompts"));
            Files.writeString(own.resolve("critique.ftl"), "SEVERE editor, read: ${story}");
            Prompts changed = Prompts.of(own, Orders.shipped().archetypes());
            new Chain(Writers.of("w", writer), critic, full(), changed, Map.of(), wave -> List.of()).tell(SCENARIO);

            assertThat(asked).hasSize(2);
            assertThat(asked.get(0).user()).startsWith("SEVERE editor");
            assertThat(asked.get(1)).matches(ChainTest::isRewrite);
        }
    }

    @Test
    void whatTheWaveBeforeSaidTooOftenIsNamedToTheWriter() {
        new Chain(
                        Writers.of("w", writer()),
                        saying(p -> FAULTY),
                        full(),
                        prompts,
                        Map.of(),
                        wave -> wave == 0 ? List.of("wiped the brass counter") : List.of())
                .tell(SCENARIO);

        assertThat(asked.get(1).user()).contains("Do not use: wiped the brass counter");
        assertThat(asked.get(2).user()).doesNotContain("wiped the brass counter");
        assertThat(asked.get(3).user()).contains("Do not use: wiped the brass counter");
    }

    @Test
    void eachScenarioKeepsItsWriterAndTheMixHasItsWeights() {
        LanguageModel model = saying(p -> "x");
        var writers = new Writers(
                new Roles(Map.of("a", 3, "b", 1), null, Map.of()),
                Map.of("a", new Writers.Writer("a", model), "b", new Writers.Writer("b", model)));
        List<Scenario> plan = Waves.planned(Orders.planner(9), 400);

        long first = plan.stream().filter(s -> writers.of(s).name().equals("a")).count();
        assertThat(first).isBetween(260L, 340L);
        assertThat(plan).allSatisfy(s -> assertThat(writers.of(s)).isEqualTo(writers.of(s)));
    }
}
