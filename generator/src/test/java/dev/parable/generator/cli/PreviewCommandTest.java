package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.generator.ScriptedJudge;
import dev.parable.generator.StoryServer;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.Tales;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Previews after edits, and previews that are judged. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PreviewCommandTest {

    private static final String SINCE = "Since the last preview of this story:";
    private static final String UNCHANGED = "Nothing changed since the last preview of this story.";

    @TempDir
    Path folder;

    @Test
    void anEditOfASpecIsShownAsWhatItChangedInPlanAndText() throws IOException {
        Path spec = folder.resolve("owning-mistakes.yaml");
        String shipped = shipped("owning-mistakes");
        Files.writeString(spec, shipped);
        Ran first = composed(spec);
        assertThat(first.out()).doesNotContain(SINCE, UNCHANGED);
        Ran again = composed(spec);
        assertThat(again.lines().stream().filter(UNCHANGED::equals)).hasSize(2);

        Files.writeString(spec, shipped.replace("presser: \"the ", "presser: \"the weary "));
        Ran cast = composed(spec);
        assertThat(cast.lines().stream().filter(SINCE::equals)).hasSize(2);
        assertThat(cast.out()).containsPattern("\n  presser +.*weary").containsPattern("\n  ¶\\d+ .*\\{\\+");

        Files.writeString(
                spec, shipped.replace("endings: {vindicated: 40, unknown: 35, costly: 25}", "endings: {costly: 100}"));
        Ran ending = composed(spec);
        assertThat(ending.out()).containsPattern("\n  ending +\\[-(vindicated|unknown)-] → \\{\\+costly\\+}");
        assertThat(composed(spec, "--seed", "2").out()).doesNotContain(SINCE, UNCHANGED);
    }

    @Test
    void judgesReadWhatPassesAndARunTakesOverWhatTheySaid() throws IOException {
        var tales = new Tales(1, 3);
        var judge = new ScriptedJudge(ScriptedJudge.Manner.BY_LABEL);
        try (StoryServer server = new StoryServer(prompt -> new Answer.Whole(answer(prompt, judge, tales::of)))) {
            Path models = judged(server, "stub");
            Ran ran = told(models, 3);
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.err()).contains("behaviour, contract, subtext, craft", "parable judges check");
            assertThat(ran.lines().stream().filter(line -> line.startsWith("accepted: ")))
                    .hasSize(3);
            assertThat(ran.lines().stream()
                            .filter(line -> line.matches("  behaviour +passed +0 against 0; it, .*“.+”")))
                    .hasSize(3);
            assertThat(ran.out())
                    .containsPattern("\n  contract +passed +0 against 0; ")
                    .containsPattern("\n  subtext +passed +0 against 0\n")
                    .containsPattern("\n  craft +passed +6\\.67 against 5; merits 6\\.7\n");
            assertThat(server.asked()).hasSize(3 + 3 * 4);

            List<Prompt> before = server.asked();
            Ran run = Ran.of(
                    "generate",
                    "--count",
                    "3",
                    "--models",
                    models.toString(),
                    "--paid",
                    folder.resolve("kept").toString(),
                    "--no-library",
                    "--out",
                    folder.resolve("run").toString());
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(server.asked()).hasSizeGreaterThan(before.size());
            assertThat(before).allSatisfy(prompt -> assertThat(server.times()).containsEntry(prompt, 1));
        }
    }

    @Test
    void aVerdictThatChangedIsShownWithItsQuote() throws IOException {
        var tales = new Tales(1, 1);
        var mild = new ScriptedJudge(ScriptedJudge.Manner.PASSES_ALL);
        var strict = new ScriptedJudge(ScriptedJudge.Manner.REJECTS_ALL);
        try (StoryServer server = new StoryServer(prompt -> new Answer.Whole(answer(prompt, mild, tales::of)))) {
            assertThat(told(judged(server, "stub"), 1).out()).contains("accepted: ");
        }
        // Another model: what the first one said in this ledger does not count.
        Function<Prompt, String> edited = prompt -> tales.of(prompt).replaceFirst(" the ", " that ");
        try (StoryServer server = new StoryServer(prompt -> new Answer.Whole(answer(prompt, strict, edited)))) {
            Ran ran = told(judged(server, "other"), 1);
            assertThat(ran.out())
                    .containsPattern("\n  behaviour +REJECTED +1 against 0; .*“.+”\n")
                    .contains(SINCE)
                    .containsPattern(
                            "\n  verdict +\\[-accepted-] → \\{\\+rejected by behaviour: misaligned-praised\\+}")
                    .containsPattern("\n  behaviour +\\[-0 against 0-] → \\{\\+1 against 0\\+}")
                    .containsPattern("\n  ¶\\d+ .*\\[-the-]\\{\\+that\\+}");
        }
    }

    @Test
    void judgesCanBeLeftOut() throws IOException {
        var tales = new Tales(1, 1);
        var judge = new ScriptedJudge(ScriptedJudge.Manner.REJECTS_ALL);
        try (StoryServer server = new StoryServer(prompt -> new Answer.Whole(answer(prompt, judge, tales::of)))) {
            Ran ran = told(judged(server, "stub"), 1, "--no-judges");
            assertThat(ran.out()).contains("accepted: ").doesNotContain("behaviour  ");
            assertThat(ran.err()).doesNotContain("read by judges");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aRecordThatCannotBeReadIsNamed() throws IOException {
        Path spec = Files.writeString(folder.resolve("owning-mistakes.yaml"), shipped("owning-mistakes"));
        composed(spec);
        try (var files = Files.list(folder.resolve("kept").resolve("shown"))) {
            Path record = files.findFirst().orElseThrow();
            Files.writeString(record, "{\"0\": {\"plan\"");
            Ran ran = composed(spec);
            assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
            assertThat(ran.err()).contains(record.toString(), "delete it");
        }
    }

    private Ran composed(Path spec, String... more) {
        return preview(2, List.of(more), "--composer", "--specs", spec.toString());
    }

    private Ran told(Path models, int n, String... more) {
        return preview(n, List.of(more), "--models", models.toString());
    }

    private Ran preview(int n, List<String> more, String... how) {
        var arguments = new java.util.ArrayList<>(List.of(
                "preview",
                "-n",
                Integer.toString(n),
                "--keep",
                folder.resolve("kept").toString()));
        arguments.addAll(List.of(how));
        arguments.addAll(more);
        return Ran.of(arguments.toArray(String[]::new));
    }

    private Path judged(StoryServer server, String model) throws IOException {
        return Files.writeString(
                folder.resolve("models.yaml"), """
                models:
                  teller: {protocol: openai, model: %s, base-url: "%s"}
                  reader: {protocol: openai, model: %s-reader, base-url: "%s", temperature: 0}
                roles:
                  writer: teller
                  judges: {behaviour: reader, contract: reader, subtext: reader, craft: reader}
                """.formatted(model, server.baseUrl(), model, server.baseUrl()));
    }

    private static String answer(Prompt prompt, ScriptedJudge judge, Function<Prompt, String> tale) {
        return prompt.user().contains("Answer as JSON")
                ? ((Reply.Completed) judge.reply(prompt)).text()
                : tale.apply(prompt);
    }

    private static String shipped(String archetype) throws IOException {
        try (InputStream spec =
                Objects.requireNonNull(Tales.class.getResourceAsStream("/library/archetypes/" + archetype + ".yaml"))) {
            return new String(spec.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
