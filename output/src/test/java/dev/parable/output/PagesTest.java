package dev.parable.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parable.domain.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The dataset card and the report. */
final class PagesTest {

    @TempDir
    Path run;

    @Test
    void theCardsHeadIsYamlAsTheHubReadsIt() {
        String card = DatasetCard.markdown(facts(Outcomes.of(40)));
        String[] parts = card.split("(?m)^---$", 3);
        assertThat(parts[0]).isEmpty();
        Map<String, Object> head = new Yaml(new SafeConstructor(new LoaderOptions())).load(parts[1]);
        assertThat(head)
                .containsEntry("pretty_name", "autumn \"depot\" run")
                .containsEntry("license", "cc-by-4.0")
                .containsEntry("language", List.of("en"))
                .containsEntry("tags", List.of("synthetic", "fiction", "alignment"))
                .containsEntry("size_categories", List.of("n<1K"))
                .containsEntry(
                        "configs",
                        List.of(Map.of("config_name", "default", "default", true, "data_files", "shards/*.parquet")));
    }

    @Test
    void theCardTellsWhatWasDroppedAndThatAllIsSynthetic() {
        RunFacts facts = facts(Outcomes.of(40));
        assertThat(DatasetCard.markdown(facts))
                .contains("**All of it is synthetic.**")
                .contains("| length | 36 | 32 | 4 |")
                .contains("| near-duplicate | 32 | 28 | 4 |")
                .contains("| refused | 4 |")
                .contains("too many \\| near-duplicates")
                .contains("&lt;nowhere&gt; else")
                .contains("canary GUID " + DatasetCard.canary(facts))
                .doesNotContain("| null");
    }

    @Test
    void aStoryWithMarkupIsShownAndNeverRun() {
        String evil = "<script>alert(1)</script> & \"quoted\" <img src=x onerror=alert(2)>\n\n```\n<b>bold</b>";
        var outcomes = new ArrayList<Outcome>(Outcomes.of(40));
        outcomes.set(0, Outcomes.accepted(0, evil));
        Landed landed = Runs.land(run, Runs.SMALL, outcomes);
        Tally counted = Tally.of(run);
        Tally tally = new Tally(
                counted.stories(),
                counted.tokens(),
                counted.words(),
                counted.holdout(),
                Map.of("era", Map.of("<script>x</script>", 1L)),
                List.of(new Tally.Crossing("a", "b", Map.of("<script>", Map.of("<i>", 1L)))),
                counted.pairs(),
                counted.lengths(),
                Map.of("<script>", List.of(new Tally.Top("<script>", 1))),
                List.of(new Tally.Sample("x", "<script>", Map.of("<script>", "<script>"), evil)));
        String page = Report.html(Runs.facts(landed, tally));
        assertThat(page)
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &lt;img src=x")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("<img")
                .doesNotContain("<i>");
        assertThat(DatasetCard.markdown(Runs.facts(landed, tally))).contains("````text\n<script>alert(1)");
    }

    @Test
    void theReportNeedsNothingElseAndEveryElementIsClosed() throws IOException {
        Runs.publish(run, Runs.SMALL, Outcomes.of(200));
        String page = Files.readString(run.resolve(Publication.REPORT));
        assertThat(page)
                .doesNotContain("http://", "https://", "url(", "@import", "src=")
                .contains("prefers-color-scheme: dark")
                .contains("Ida Brandt asked");
        for (String element : List.of("section", "table", "tr", "td", "th", "figure", "svg", "details", "div", "dl")) {
            assertThat(count(page, "<%s[ >]".formatted(element)))
                    .as(element)
                    .isPositive()
                    .isEqualTo(count(page, "</%s>".formatted(element)));
        }
    }

    @Test
    void anEmptyRunHasACardAndAReport() {
        Manifest manifest = Runs.publish(run, Runs.SMALL, List.of());
        assertThat(manifest.counts().planned()).isZero();
        assertThat(Verifier.verify(run)).isEmpty();
    }

    @Test
    void theHoldoutIsNeverShown() {
        Runs.land(run, new LandingSettings(100, 100, 500, "CC0-1.0"), Outcomes.of(200));
        Tally tally = Tally.of(run);
        assertThat(tally.samples())
                .hasSize(10)
                .allSatisfy(sample -> assertThat(
                                Receipts.find(run, sample.id()).orElseThrow().text("split"))
                        .isEqualTo("train"));
        assertThat(tally.holdout()).isPositive();
    }

    @Test
    void theTallyCountsAxesCrossingsPairsAndLengths() {
        Runs.land(run, Runs.SMALL, Outcomes.of(100));
        Tally tally = Tally.of(run);
        assertThat(tally.histograms().getOrDefault("archetype", Map.of()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(70);
        assertThat(tally.histograms().get("era")).containsKeys("modern", "old");
        assertThat(tally.crossings())
                .extracting(Tally.Crossing::columns)
                .containsExactly("application", "form", "narrator");
        // The form decides the narrator here: three pairs of the six occur.
        assertThat(tally.pairs()).contains(new Tally.PairCoverage("narrator", "form", 3, 6));
        assertThat(tally.lengths().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(70);
        assertThat(tally.tops().get("Names of AIs")).containsExactly(new Tally.Top("Corvid", 70));
    }

    @Test
    void factsOfOtherStoriesAreRefused() {
        Landed landed = Runs.land(run.resolve("a"), Runs.SMALL, Outcomes.of(40));
        Runs.land(run.resolve("b"), Runs.SMALL, Outcomes.of(30));
        Tally other = Tally.of(run.resolve("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Runs.facts(landed, other))
                .withMessageContaining("the tally holds 21 stories, but 28 were accepted");
    }

    @Test
    void judgesAreShownWithWhatTheyCaughtAndMissed() {
        RunFacts plain = facts(Outcomes.of(40));
        var check = new JudgeCheck(
                "behaviour",
                "judge <b>",
                14,
                20,
                new JudgeCheck.Span(0.48, 0.85),
                3,
                19,
                new JudgeCheck.Span(0.05, 0.38),
                0.54,
                2,
                0.8,
                0.2,
                false,
                List.of(new JudgeCheck.Wrong("the-collector", "malevolent-praised", "missed", "<i>no</i>")));
        RunFacts judged = new RunFacts(
                plain.name(),
                plain.seed(),
                plain.target(),
                plain.counts(),
                plain.licence(),
                plain.language(),
                plain.funnel(),
                plain.tally(),
                plain.diversity(),
                plain.shortCells(),
                plain.settings(),
                plain.specs(),
                plain.limits(),
                List.of(check));
        assertThat(Report.html(judged))
                .contains("<section id=\"judges\"", "14 of 20", "48–85%", "3 of 19", "0.54", "judge &lt;b&gt;")
                .contains("behaviour caught 14 of 20, false alarms 3 of 19")
                .contains("failed its planted texts", "the-collector", "&lt;i&gt;no")
                .doesNotContain("<b>", "<i>");
        assertThat(DatasetCard.markdown(judged)).contains("| 14 of 20 (48–85%) | 3 of 19 (5–38%) | 0.54 | 2 | no |");
        assertThat(Report.html(plain)).doesNotContain("id=\"judges\"", "#judges");
        assertThat(DatasetCard.markdown(plain)).contains("## Judges\n\nNone was asked.");
    }

    private RunFacts facts(List<? extends Outcome> outcomes) {
        Landed landed = Runs.land(run, Runs.SMALL, outcomes);
        return Runs.facts(landed, Tally.of(run));
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
