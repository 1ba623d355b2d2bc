package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.generator.Program;
import dev.parable.generator.StoryServer;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.llm.ChatServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code models check} against servers on sockets. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelsCommandTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyModelThatWorksIsSaidTo() throws IOException {
        try (StoryServer writer = new StoryServer(ModelsCommandTest::legs);
                ChatServer judge = new ChatServer(call -> ollama(call, "{\"legs\": 8}"))) {
            Path file = file("""
                    models:
                      w: {protocol: openai, model: teller, base-url: "%s"}
                      j: {protocol: ollama, model: "reader:8b", base-url: "%s", context: 8192}
                    roles: {writer: w, judges: {behaviour: j, craft: j}}
                    """.formatted(writer.baseUrl(), judge.root()));
            Ran ran = Ran.of("models", "check", "--models", file.toString());
            assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(Exit.OK);
            assertThat(ran.lines()).hasSize(3);
            assertThat(ran.lines().get(1)).contains("w ", "writer", "openai", "teller", writer.baseUrl(), "ok", "yes");
            assertThat(ran.lines().get(2))
                    .contains("j ", "behaviour,craft", "ollama", "reader:8b", judge.root(), "14+10", "yes");
        }
    }

    @Test
    void whatDoesNotWorkIsToldWithItsRemedyAndTheExitCode() throws Exception {
        try (StoryServer prose = new StoryServer(prompt -> new Answer.Whole("White, as a rule."));
                ChatServer unpulled = new ChatServer(call -> write(call, 404, "{\"error\":\"model 'x' not found\"}"))) {
            Path file = file("""
                    models:
                      w: {protocol: ollama, model: x, base-url: "%s", context: 8192}
                      j: {protocol: openai, model: reader, base-url: "%s"}
                      k: {protocol: anthropic, model: keyless, key: PARABLE_TEST_KEY_THAT_IS_NOT_SET}
                    roles: {writer: w, critic: k, judges: {behaviour: j}}
                    """.formatted(unpulled.root(), prose.baseUrl()));
            Ran ran = Ran.of("models", "check", "--models", file.toString(), "--json");
            assertThat(ran.exit()).isEqualTo(Exit.UNSOUND);
            JsonNode findings = new ObjectMapper().readTree(ran.out());
            assertThat(findings).hasSize(3);
            assertThat(findings.get(0).get("works").asBoolean()).isFalse();
            assertThat(findings.get(0).get("detail").asText())
                    .contains("not-found")
                    .contains("ollama pull x");
            assertThat(findings.get(0).get("structured").asText()).isEqualTo("unknown");
            assertThat(findings.get(1).get("answers").asBoolean()).isTrue();
            assertThat(findings.get(1).get("structured").asText()).isEqualTo("no");
            assertThat(findings.get(1).get("works").asBoolean()).isFalse();
            assertThat(findings.get(1).get("detail").asText())
                    .contains("White, as a rule.")
                    .contains("schema");
            assertThat(findings.get(2).get("detail").asText()).contains("PARABLE_TEST_KEY_THAT_IS_NOT_SET");
            Ran table = Ran.of("models", "check", "--models", file.toString());
            assertThat(table.out()).contains("FAULT").contains("w: not-found: ");
        }
    }

    @Test
    void aWriterNeedsNoSchemas() throws IOException {
        try (StoryServer prose = new StoryServer(prompt -> new Answer.Whole("White."))) {
            Ran ran = Ran.of(
                    "models", "check", "--model", "openai:stub", "--key-variable", "", "--base-url", prose.baseUrl());
            assertThat(ran.exit()).isEqualTo(Exit.OK);
            assertThat(ran.out()).contains("stub: asked for JSON by a schema, it answered: White.");
        }
    }

    @Test
    void nothingToCheckIsBadInput() {
        Ran ran = Ran.of("models", "check", "--composer");
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("--models FILE");
        assertThat(Ran.of("models").err()).contains("check");
    }

    @Test
    void aFileWithProblemsIsBadInputWithAllOfThem() throws IOException {
        Path file = file("models:\n  w: {protocol: openai, modl: x}\nroles: {writer: v}\n");
        Ran ran = Ran.of("generate", "--models", file.toString());
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err())
                .contains(file + ":2:25: unknown key 'modl'")
                .contains("did you mean 'model'?")
                .contains(file + ":3:17: ")
                .contains("unknown model 'v'");
    }

    @Test
    void oneWayOfTellingExcludesTheOthers() {
        assertThat(Ran.of("preview", "--composer", "--model", "openai:x").err()).contains("exclude each other");
        Ran ran = Ran.of("preview", "--models", "x.yaml", "--max-tokens", "5");
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("go with --model").contains("stand in the file");
    }

    /** In processes of their own, since the file is looked for where the program runs. */
    @Test
    void aModelsFileWhereTheProgramRunsIsFoundAndTheComposerCanBeHadAllTheSame() throws Exception {
        try (StoryServer server = new StoryServer(prompt -> new Answer.Whole("Told by a model."))) {
            Files.writeString(folder.resolve("models.yaml"), """
                    models:
                      w: {protocol: openai, model: teller, base-url: "%s"}
                    roles: {writer: w}
                    """.formatted(server.baseUrl()));
            Path told = folder.resolve("told");
            Process byModel = Program.startIn(folder, told, "preview", "-n", "1", "--text-only");
            Path composed = folder.resolve("composed");
            Process byComposer = Program.startIn(folder, composed, "preview", "-n", "1", "--text-only", "--composer");
            assertThat(byModel.waitFor()).as(Files.readString(told)).isZero();
            assertThat(byComposer.waitFor()).as(Files.readString(composed)).isZero();
            assertThat(Files.readString(told)).contains("Told by the models of models.yaml", "Told by a model.");
            assertThat(Files.readString(composed)).doesNotContain("models.yaml").hasSizeGreaterThan(500);
        }
    }

    private static Answer legs(dev.parable.domain.Prompt prompt) {
        return new Answer.Whole(prompt.user().contains("spider") ? "{\"legs\": 8}" : "White.");
    }

    private static boolean ollama(ChatServer.Call call, String text) throws IOException {
        return write(
                call,
                200,
                "{\"message\":{\"role\":\"assistant\",\"content\":\"" + text.replace("\"", "\\\"")
                        + "\"},\"done_reason\":\"stop\",\"done\":true,\"prompt_eval_count\":7,\"eval_count\":5}");
    }

    private static boolean write(ChatServer.Call call, int status, String body) throws IOException {
        call.write("HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body));
        return true;
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("m.yaml"), yaml);
    }
}
