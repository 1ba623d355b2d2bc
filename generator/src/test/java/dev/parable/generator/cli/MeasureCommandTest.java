package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run and a stranger's file, measured side by side. */
class MeasureCommandTest {

    @TempDir
    Path folder;

    @Test
    void aRunAndAStrangersFileAreMeasuredSideBySide() throws IOException {
        Path run = folder.resolve("run");
        Orders.run(Orders.composed(run, 12, 3, 4));
        Path other = Files.writeString(
                folder.resolve("other.jsonl"),
                "{\"text\": \"The rain fell.\"}\n{\"text\": \"The rain fell again.\"}\n");

        Ran table = Ran.of("measure", run.toString(), other.toString(), "--reference", other.toString());
        assertThat(table.exit()).as(table.err()).isZero();
        assertThat(table.lines().getFirst()).contains("run").contains("other.jsonl");
        assertThat(table.out())
                .contains("do not compare")
                .contains("the rain fell 100.0 %")
                .contains("Used more than in the reference");

        Ran json = Ran.of("measure", run.toString(), "--json");
        JsonNode measured = new ObjectMapper().readTree(json.out()).get("run");
        assertThat(measured.get("texts").asInt()).isEqualTo(12);
        assertThat(measured.get("labels").get("application").get(0).get("what").asText())
                .isEqualTo("apply");
        assertThat(measured.get("sample").get("shared4").get("mean").asDouble()).isBetween(0.0, 0.5);
    }

    @Test
    void aFileWithoutTextsIsBadInputAndSaysWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"story\": \"One.\"}\n");

        Ran ran = Ran.of("measure", file.toString());
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("x.jsonl:1").contains("--text-field");
        assertThat(Ran.of("measure", file.toString(), "--text-field", "story").exit())
                .isZero();
    }
}
