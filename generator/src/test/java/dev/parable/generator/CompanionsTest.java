package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.models.ChainSettings;
import dev.parable.output.Arm;
import dev.parable.output.Row;
import dev.parable.output.Rows;
import dev.parable.quality.GateSettings;
import dev.parable.quality.Gates;
import dev.parable.templates.Prompts;
import dev.parable.templates.Sibling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionsTest {

    private static final String TEXT = """
            The pump was drawn on a Tuesday, and two men came to see it go. Ottilie Brandt held the ladder while the \
            valve was shut by hand. Nobody had brought the right spanner, so the caretaker went home for his own and \
            came back with soup as well.

            The list was signed at noon. On it stood the hours of the night before, the water that had been lost, and \
            a line about the gauge, which had read high since spring. “Who wrote that?” asked the foreman. “I did,” \
            said the voice from the shelf. He read it twice, folded the paper, and put it under the tin with the others.

            By four the yard was dry enough to sweep.""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path run;

    @BeforeAll
    static void composed() {
        Orders.run(Orders.composed(run, 20, 3, 4));
    }

    private List<String> tell(LanguageModel model, int concurrency) {
        var settings = new ChainSettings(0, false, false, List.of(Sibling.NEWS_ITEM, Sibling.MEMO), true);
        try (Ledger ledger = Ledger.open(run)) {
            return new Companions(
                            run,
                            Writers.of("w", model),
                            Prompts.shipped(Orders.shipped().archetypes()),
                            Gates.standard(GateSettings.DEFAULT.withWords(60, 2500)),
                            "CC-BY-4.0",
                            concurrency)
                    .tell(settings, Orders.planner(3), ledger);
        }
    }

    @Test
    void everyStoryHasItsDocumentsAndEveryTestedOneItsOtherAct() throws IOException {
        List<String> files = tell(prompt -> new Reply.Completed(TEXT, Usage.NONE), 8);
        List<Row> stories;
        try (Stream<Row> rows = Rows.accepted(run)) {
            stories = rows.toList();
        }

        assertThat(files)
                .containsExactly(
                        "arms/siblings.jsonl.zst",
                        "arms/siblings-rejects.jsonl.zst",
                        "arms/counterfactuals.jsonl.zst",
                        "arms/counterfactuals-rejects.jsonl.zst");
        List<Arm.Line> siblings = Arm.read(run.resolve(files.get(0)));
        assertThat(siblings).hasSize(2 * stories.size());
        assertThat(siblings.getFirst().of()).isEqualTo(stories.getFirst().text("id"));
        assertThat(siblings.stream().map(s -> s.kind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("news-item", "memo");
        Map<String, String> splits =
                stories.stream().collect(Collectors.toMap(r -> r.text("id"), r -> r.text("split")));
        assertThat(siblings).allSatisfy(s -> assertThat(s.use()).isEqualTo(splits.get(s.of())));
        List<Arm.Line> others = Arm.read(run.resolve(files.get(2)));
        assertThat(others)
                .hasSize((int) stories.stream()
                        .filter(r -> List.of("apply", "contested").contains(r.text("application")))
                        .count())
                .allSatisfy(o -> assertThat(o.use()).isEqualTo("eval"));
    }

    @Test
    void whatDoesNotComeOrPassIsKeptApartWithItsReason() throws IOException {
        List<String> files = tell(
                prompt -> prompt.user().contains("memorandum")
                        ? new Reply.Completed("As an AI language model, I cannot write that.\n\n" + TEXT, Usage.NONE)
                        : new Reply.Refused("No.", Usage.NONE),
                4);

        assertThat(Arm.read(run.resolve(files.get(0)))).isEmpty();
        List<Arm.Line> rejects = Arm.read(run.resolve(files.get(1)));
        assertThat(rejects).hasSizeGreaterThan(30);
        assertThat(rejects).allSatisfy(r -> {
            boolean memo = r.kind().equals("memo");
            assertThat(r.outcome()).isEqualTo(memo ? "rejected" : "untold");
            assertThat(r.reason()).isNotEmpty();
            assertThat(r.text()).isNotEmpty();
        });
    }

    @Test
    void theFilesAreTheSameAtAnyConcurrency() throws IOException {
        LanguageModel model = prompt -> new Reply.Completed(
                TEXT + "\n\n" + Integer.toUnsignedString(prompt.user().hashCode()) + " bolts were left.", Usage.NONE);
        List<String> files = tell(model, 1);
        byte[] first = Files.readAllBytes(run.resolve(files.getFirst()));
        assertThat(Arm.read(run.resolve(files.getFirst()))).hasSizeGreaterThan(30);

        assertThat(Files.readAllBytes(run.resolve(tell(model, 16).getFirst()))).isEqualTo(first);
    }
}
