package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help that helps, and refusals that say what to do, with exit 2 and nothing left behind. */
class ArgumentsTest {

    @TempDir
    Path folder;

    @Test
    void helpOfEveryCommandShowsAnExample() {
        Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(9);
        commands.keySet().stream().filter(name -> !name.equals("help")).forEach(name -> {
            Ran help = Ran.of(name, "--help");
            assertThat(help.exit()).as(name).isZero();
            assertThat(help.out()).as(name).contains("Example").contains("  parable " + name);
            assertThat(Ran.of("help", name).out()).isEqualTo(help.out());
        });
        assertThat(Ran.of("--help").out()).contains("Examples:", "Exit codes:", "parable verify");
    }

    /** An example that does not parse is a lie. */
    @Test
    void everyExampleParses() {
        List<String> examples = new ArrayList<>();
        Stream.concat(Stream.of(Main.commandLine()), Main.commandLine().getSubcommands().values().stream())
                .flatMap(command ->
                        Stream.of(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> line.startsWith("  parable "))
                .forEach(examples::add);
        assertThat(examples).hasSizeGreaterThanOrEqualTo(15);
        assertThat(examples).allSatisfy(example -> {
            String command = example.strip().split(" {2,}| > ", -1)[0].substring("parable ".length());
            String[] words = Stream.of(command.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .map(word -> word.replace("\"", ""))
                    .toArray(String[]::new);
            Main.commandLine().parseArgs(words);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "generat, parable generate",
        "veryfy, parable verify",
        "serch, parable search",
        "plan --sead 3, --seed",
        "generate --cuont 5, --count",
        "generate --arketype x, --archetype",
        "generate --archetype comfort-with-shutdwon, comfort-with-shutdown",
        "plan --archetype Honesty, honesty-under-pressure"
    })
    void aTypoIsAnsweredWithTheRightWord(String arguments, String meant) {
        Ran ran = Ran.of(arguments.split(" ", -1));
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err())
                .containsPattern("(?i)did you mean|possible solutions")
                .contains(meant);
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--count 0",
                "--count -3",
                "--count 10000001",
                "--count many",
                "--concurrency 0",
                "--concurrency 10001",
                "--holdout 1001",
                "--holdout -1",
                "--licence ''",
                "--formats csv",
                "--formats parquet",
                "--model gpt",
                "--model openai:",
                "--model openai:m --key-variable PARABLE_TEST_KEY_THAT_NOBODY_SET",
                "--model openai:m --key-variable '' --base-url localhost:8000",
                "--model openai:m --key-variable '' --temperature 3",
                "--model openai:m --key-variable '' --max-tokens 0",
                "--model openai:m --key-variable '' --timeout 0",
                "--model openai:m --key-variable '' --prompts no/such/folder",
                "--base-url http://localhost:8000/v1",
                "--specs no/such/spec.yaml",
                "--against no/such/library"
            })
    void whatCannotBeUsedIsRefusedBeforeThereIsAFolder(String arguments) {
        Path run = folder.resolve("run");
        List<String> words = new ArrayList<>(List.of("generate", "--no-library", "--out", run.toString()));
        Stream.of(arguments.split(" ", -1)).map(word -> word.replace("''", "")).forEach(words::add);
        Ran ran = Ran.of(words.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).isNotBlank().doesNotContain("PARABLE_DEBUG").doesNotContain("Exception");
        assertThat(ran.out()).isEmpty();
        assertThat(run).doesNotExist();
    }

    @Test
    void noCommandAtAllIsRefused() {
        Ran ran = Ran.of();
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("--help");
    }
}
