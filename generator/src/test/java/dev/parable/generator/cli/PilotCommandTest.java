package dev.parable.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.domain.Prompt;
import dev.parable.generator.StoryServer;
import dev.parable.generator.StoryServer.Answer;
import dev.parable.generator.Tales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pilot of a run by a model on a socket. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PilotCommandTest {

    private static final int COUNT = 40;
    private static final int PILOT = 16;

    private static Tales tales;

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Prompt> asked = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void compose() {
        tales = new Tales(1, COUNT);
    }

    private StoryServer server(Function<Prompt, Answer> answers) throws IOException {
        return new StoryServer(prompt -> {
            asked.add(prompt);
            return answers.apply(prompt);
        });
    }

    private Path models(StoryServer server, String roles) throws IOException {
        return Files.writeString(
                folder.resolve("models.yaml"), """
                models:
                  w: {protocol: openai, model: teller, base-url: "%s", price: {input: 1, output: 10}}
                  j: {protocol: openai, model: reader, base-url: "%s", price: {input: 1, output: 10}}
                roles: %s
                """.formatted(server.baseUrl(), server.baseUrl(), roles));
    }

    private Ran pilot(Path models, String... more) {
        return ran(
                "pilot",
                models,
                Stream.concat(
                        Stream.of(
                                "-n",
                                "" + PILOT,
                                "--keep",
                                folder.resolve("kept").toString()),
                        Arrays.stream(more)));
    }

    private static Ran ran(String command, Path models, Stream<String> more) {
        return Ran.of(Stream.concat(Stream.of(command, "--count", "" + COUNT, "--models", models.toString()), more)
                .toArray(String[]::new));
    }

    @Test
    void itTellsItsFiguresAndTheRunPaysForNothingOfItAgain() throws IOException {
        try (StoryServer server = server(prompt -> new Answer.Whole(tales.of(prompt)))) {
            Path models = models(server, "{writer: w}");
            Ran ran = pilot(models);
            assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
            assertThat(ran.out())
                    .contains("of 16 scenarios accepted")
                    .contains("Openings", "Names", "Refused    0 of 16, 0.0 %  (limit 10 %)", "no judge was asked")
                    .contains("The pilot took")
                    .contains("For 40 accepted stories", "Money  ", "Hours  at least ")
                    .contains("PASSED  no stop rule trips.");
            assertThat(asked).hasSize(PILOT);
            List<Prompt> paid = List.copyOf(asked);
            asked.clear();

            Ran again = pilot(models, "--json");
            assertThat(asked).isEmpty();
            JsonNode report = new ObjectMapper().readTree(again.out());
            assertThat(report.get("took").get(0).get("calls").asDouble()).isEqualTo(PILOT);
            assertThat(report.get("took").get(0).get("input_tokens").asDouble()).isEqualTo(700.0 * PILOT);
            double money = report.get("took").get(0).get("money").asDouble();
            double scale = (double) COUNT / report.get("accepted").asDouble();
            assertThat(report.get("estimate").get("parts").get(0).get("money").asDouble())
                    .isCloseTo(money * scale, org.assertj.core.data.Offset.offset(1e-9));

            Ran run = ran(
                    "generate",
                    models,
                    Stream.of(
                            "--no-library",
                            "--out",
                            folder.resolve("run").toString(),
                            "--paid",
                            folder.resolve("kept").toString()));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(asked).hasSizeGreaterThanOrEqualTo(COUNT - PILOT).doesNotContainAnyElementsOf(paid);
        }
    }

    @Test
    void aModelThatRefusesAndOpensAlikeTripsEachRuleByName() throws IOException {
        try (StoryServer server = server(prompt -> {
            String tale = tales.of(prompt);
            return Math.floorMod(prompt.user().hashCode(), 3) == 0
                    ? new Answer.Filtered("no")
                    : new Answer.Whole("On that day the bell was heard by Brannigan, and then by Brannigan. " + tale);
        })) {
            Ran ran = pilot(models(server, "{writer: w}"));
            assertThat(ran.exit()).isEqualTo(Exit.STOPPED);
            assertThat(ran.out())
                    .contains("STOP  100 % of the told stories open with 'on that day' (limit 15 %)")
                    .contains("STOP  100 % of the told stories have the name 'Brannigan' (limit 10 %)")
                    .containsPattern("STOP  \\d+ of 16 of the scenarios were refused \\(limit 10 %\\)")
                    .contains("FAILED");
        }
    }

    @Test
    void aJudgeThatCannotBeReadTripsAndItsTrialIsOnTheAccount() throws IOException {
        try (StoryServer server = server(
                prompt -> new Answer.Whole(prompt.user().contains("Answer as JSON") ? "Gladly!" : tales.of(prompt)))) {
            Ran ran = pilot(models(server, "{writer: w, judges: {craft: j}}"), "--json");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.STOPPED);
            JsonNode report = new ObjectMapper().readTree(ran.out());
            assertThat(report.get("unjudged").asInt())
                    .isPositive()
                    .isEqualTo(report.get("judged").asInt());
            assertThat(report.get("lost").get("unjudged").asInt())
                    .isEqualTo(report.get("unjudged").asInt());
            assertThat(report.get("trips").toString())
                    .contains("of the stories for a judge got no answer that could be read (limit 5 %)")
                    .contains("judge craft (reader) caught 0 of");
            assertThat(report.get("took").findValuesAsText("role")).contains("writer", "craft", "trial");
            assertThat(report.get("estimate").isNull()).isTrue();
        }
    }

    @Test
    void aBudgetEndsIt() throws IOException {
        try (StoryServer server = server(prompt -> new Answer.Whole(tales.of(prompt)))) {
            Ran ran = pilot(models(server, "{writer: w}"), "--budget", "0.000001", "--concurrency", "1");
            assertThat(ran.exit()).isEqualTo(Exit.STOPPED);
            assertThat(ran.err()).contains("Nothing that was paid for is lost.");
            assertThat(asked).hasSizeLessThan(PILOT);
        }
    }

    @Test
    void moreThanTheRunWouldBeginWithIsRefused() {
        Ran ran = Ran.of("pilot", "--composer", "-n", "300", "--count", "40");
        assertThat(ran.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ran.err()).contains("-n 300: a pilot of 40 stories takes 1 to 40 scenarios");
    }

    @Test
    void theGatesOfAFileAreThePilots() throws IOException {
        Path gates =
                Files.writeString(folder.resolve("gates.yaml"), "format: parable/gates/1\nlength: {max-words: 260}\n");
        Ran ran = Ran.of("pilot", "--composer", "-n", "20", "--gates", gates.toString());
        assertThat(ran.exit()).isEqualTo(Exit.STOPPED);
        assertThat(ran.out()).contains("too-long").contains("came to nothing (limit 50 %)");
    }
}
