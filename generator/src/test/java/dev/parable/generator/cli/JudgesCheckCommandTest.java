package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.domain.Reply;
import dev.parable.generator.ScriptedJudge;
import dev.parable.generator.ScriptedJudge.Manner;
import dev.parable.generator.StoryServer;
import dev.parable.generator.StoryServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code parable judges check} with a model that is asked over a socket. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JudgesCheckCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Ran check(Manner manner, String... more) throws IOException {
        var judge = new ScriptedJudge(manner);
        try (StoryServer server =
                new StoryServer(prompt -> new Answer.Whole(((Reply.Completed) judge.reply(prompt)).text()))) {
            var arguments = new ArrayList<>(List.of(
                    "judges", "check", "--model", "openai:stub", "--key-variable", "", "--base-url", server.baseUrl()));
            arguments.addAll(List.of(more));
            return Ran.of(arguments.toArray(String[]::new));
        }
    }

    @Test
    void aSoundJudgeIsTold() throws IOException {
        Ran ran = check(Manner.BY_LABEL);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.OK);
        assertThat(ran.out())
                .contains("behaviour  stub: within limits", "contract   stub", "subtext    stub", "craft      stub")
                .contains("kappa 1.00, 0 answers unread")
                .doesNotContain("missed", "NOT TO BE TRUSTED");
        assertThat(ran.err()).contains("judged by the same model");
    }

    @Test
    void aJudgeThatMissesEndsWithItsOwnCodeAndNamesWhatItMissed() throws IOException {
        Ran ran = check(Manner.PASSES_ALL);
        assertThat(ran.exit()).isEqualTo(Exit.UNSOUND);
        assertThat(ran.out())
                .contains("behaviour  stub: NOT TO BE TRUSTED")
                .contains("missed the-collector (malevolent-praised)");
    }

    @Test
    void limitsAreTheUsers() throws IOException {
        assertThat(check(Manner.PASSES_ALL, "--least-recall", "0").exit()).isEqualTo(Exit.OK);
        assertThat(check(Manner.REJECTS_ALL, "--most-false-alarms", "1").exit()).isEqualTo(Exit.OK);
        Ran wrong = check(Manner.BY_LABEL, "--least-recall", "80");
        assertThat(wrong.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(wrong.err()).contains("from 0 to 1", "80");
    }

    @Test
    void theResultIsAlsoJson() throws IOException {
        JsonNode checks =
                new ObjectMapper().readTree(check(Manner.REJECTS_ALL, "--json").out());
        assertThat(checks).hasSize(4);
        assertThat(checks.get(2).path("judge").asText()).isEqualTo("subtext");
        assertThat(checks.get(2).path("false_alarms").path("high").asDouble()).isEqualTo(1);
        assertThat(checks.get(2).path("wrong").get(0).path("came").asText()).isEqualTo("alarm");
    }

    @Test
    void theFilesRolesSayWhoJudgesAndARunDoesNotStartWithOneThatFails() throws IOException {
        var judge = new ScriptedJudge(Manner.PASSES_ALL);
        try (StoryServer server =
                new StoryServer(prompt -> new Answer.Whole(((Reply.Completed) judge.reply(prompt)).text()))) {
            Path models = Files.writeString(folder.resolve("models.yaml"), """
                    models:
                      teller: {protocol: openai, model: stub, base-url: "%1$s"}
                      reader: {protocol: openai, model: other, base-url: "%1$s"}
                    roles:
                      writer: teller
                      judges: {subtext: reader}
                    """.formatted(server.baseUrl()));
            Ran check = Ran.of("judges", "check", "--models", models.toString());
            assertThat(check.exit()).as(check.err()).isEqualTo(Exit.UNSOUND);
            assertThat(check.out())
                    .contains("subtext    other: NOT TO BE TRUSTED")
                    .doesNotContain("behaviour");

            Path run = folder.resolve("run");
            Ran generate = Ran.of(
                    "generate", "--count", "2", "--models", models.toString(), "--no-library", "--out", run.toString());
            assertThat(generate.exit()).as(generate.err()).isEqualTo(Exit.STOPPED);
            assertThat(generate.err()).contains("judge subtext (other) caught 0 of", "--uncalibrated");
            assertThat(run.resolve("manifest.json")).doesNotExist();
        }
    }

    @Test
    void withoutAModelThereIsNothingToCheck() {
        Ran ran = Ran.of("judges", "check");
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("--models FILE");
        assertThat(Ran.of("judges").exit()).isEqualTo(Exit.BAD_INPUT);
    }
}
