package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 1 between processes, each of which orders its hash tables in its own way. */
class PlanCommandTest {

    private static final String[] PLAN = {"plan", "--json", "--count", "400", "--seed", "5"};
    private static final String[] PROMPTS = {"prompt", "--show", "120", "--seed", "5"};
    private static final String[] STORIES = {"preview", "-n", "40", "--seed", "5"};

    @TempDir
    Path folder;

    @Test
    void everyProcessMakesTheSamePlansPromptsAndStories() throws Exception {
        for (String[] command : List.of(PLAN, PROMPTS, STORIES)) {
            Ran here = Ran.of(alone(command, "0"));
            assertThat(here.exit()).isZero();
            Path first = folder.resolve(command[0] + "-1");
            Path second = folder.resolve(command[0] + "-2");
            Process one = Program.start(first, Map.of(), alone(command, "1"));
            Process other = Program.start(second, Map.of(), alone(command, "2"));
            assertThat(one.waitFor()).isZero();
            assertThat(other.waitFor()).isZero();
            assertThat(Files.readAllLines(first)).isEqualTo(here.lines());
            assertThat(Files.readAllLines(second)).isEqualTo(here.lines());
        }
    }

    /** A preview is compared with the last one in the same folder. */
    private String[] alone(String[] command, String name) {
        return command[0].equals("preview")
                ? Stream.concat(
                                Stream.of(command),
                                Stream.of("--keep", folder.resolve(name).toString()))
                        .toArray(String[]::new)
                : command;
    }

    @Test
    void anotherSeedPlansSomethingElse() {
        assertThat(Ran.of("plan", "--json", "--count", "400", "--seed", "6").out())
                .isNotEqualTo(Ran.of(PLAN).out());
    }

    @Test
    void theCellsThatPlanListsAreThoseOfItsScenarios() throws IOException {
        var cells = new TreeMap<String, Integer>();
        for (String line : Ran.of(PLAN).lines()) {
            cells.merge(json(line).get("cell").asText(), 1, Integer::sum);
        }
        assertThat(cells.values().stream().mapToInt(n -> n).sum()).isEqualTo(400);
        List<String> listed =
                Ran.of("plan", "--cells", "--count", "400", "--seed", "5").lines();
        cells.forEach((cell, n) -> assertThat(listed).contains("  %5d  %s".formatted(n, cell)));
    }

    private static JsonNode json(String line) throws JsonProcessingException {
        return new ObjectMapper().readTree(line);
    }
}
