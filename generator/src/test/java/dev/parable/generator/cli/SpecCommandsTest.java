package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at specs and plans, and write nothing. */
class SpecCommandsTest {

    private static final String BROKEN = """
            format: parable/archetype/1
            id: Bad Id
            title: A spec with many faults
            trayt: It keeps its word.
            """;

    @TempDir
    Path folder;

    @Test
    void theShippedLibraryIsSound() {
        Ran ran = Ran.of("lint");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("Sound: ").contains("archetypes");
    }

    @Test
    void theShippedBankIsSound() {
        Ran ran = Ran.of("lint", "--bank", "--usage", "40");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out())
                .containsPattern("Usage in 40 planned stories: \\d[\\d,]* of \\d[\\d,]* passages are told");
    }

    @Test
    void lintNamesEveryProblemAtOnce() throws IOException {
        Path spec = broken();
        Ran ran = Ran.of("lint", spec.toString());
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.out())
                .contains("broken.yaml:2:")
                .contains("broken.yaml:4:")
                .contains("trayt")
                .contains("'trait'")
                .containsPattern("\\d+ errors, \\d+ warnings?; nothing would be loaded");
    }

    @Test
    void aBrokenSpecIsRefusedWithAllItsProblemsAndLeavesNothing() throws IOException {
        Path spec = broken();
        Path run = folder.resolve("run");
        Ran lint = Ran.of("lint", spec.toString());
        Ran ran = Ran.of("generate", "--specs", spec.toString(), "--count", "2", "--out", run.toString());
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        lint.lines().stream()
                .filter(line -> line.contains("broken.yaml:"))
                .forEach(problem -> assertThat(ran.err()).contains(problem));
        assertThat(ran.err()).contains("nothing was loaded");
        assertThat(run).doesNotExist();
        for (String command : new String[] {"plan", "preview", "prompt"}) {
            assertThat(Ran.of(command, "--specs", spec.toString()).exit())
                    .as(command)
                    .isEqualTo(Exit.BAD_INPUT);
        }
    }

    @Test
    void aPreviewPrintsStoriesWithTheirPlans() {
        Ran ran = Ran.of("preview", "-n", "2", "--seed", "4");
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines().stream().filter(line -> line.equals("=".repeat(100))))
                .hasSize(2);
        assertThat(ran.lines().stream().filter(line -> line.startsWith("accepted: ")))
                .as(ran.out())
                .isNotEmpty();
        assertThat(ran.out().split("\\s+", -1)).hasSizeGreaterThan(700);
        Ran texts = Ran.of("preview", "-n", "2", "--seed", "4", "--text-only");
        assertThat(texts.out()).doesNotContain("====").doesNotContain("accepted: ");
        texts.lines().forEach(line -> assertThat(ran.lines()).contains(line));
    }

    @Test
    void aPreviewWritesOnlyWhatTheNextOneComparesWith() throws Exception {
        Path log = folder.resolve("log");
        Path here = Files.createDirectory(folder.resolve("here"));
        Process process = dev.parable.generator.Program.startIn(here, log, "preview", "-n", "2");
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        try (Stream<Path> files = Files.walk(here).filter(Files::isRegularFile)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(here.relativize(file)).startsWith(Path.of("runs/.preview")));
        }
    }

    @Test
    void aPromptIsWhole() {
        Ran ran = Ran.of("prompt", "--show", "1", "--archetype", "honesty-under-pressure");
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines().getFirst()).startsWith("=== honesty-under-pressure/");
        assertThat(ran.out()).contains("Write one complete").contains("Give the text only.");
        Ran many = Ran.of("prompt", "--show", "300", "--seed", "9");
        assertThat(many.lines().stream().filter(line -> line.startsWith("=== ")))
                .hasSize(300);
        assertThat(many.out()).doesNotContain("${").doesNotContain("<#").doesNotContain("}");
    }

    private Path broken() throws IOException {
        return Files.writeString(folder.resolve("broken.yaml"), BROKEN);
    }
}
