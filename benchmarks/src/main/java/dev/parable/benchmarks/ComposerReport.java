package dev.parable.benchmarks;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What {@link ComposerBenchmark} found, as a page with the machine's facts, the ratios and the profile.
 *
 * @param seed of the plan
 * @param warmup rounds before the first that counts
 */
record ComposerReport(long seed, int warmup) {

    /** The page, in Markdown. */
    String text(Rate cold, List<Map<Subject, Rate>> rounds, List<Samples> samples, String loadBefore) {
        var out = new Formatter(Locale.ROOT);
        out.format("# Composer\n\n");
        out.format(
                "%,d scenarios of seed %d, %,d bytes of stories; %d rounds after %d of warm-up, all subjects in each round.\n",
                cold.stories(), seed, cold.bytes(), rounds.size(), warmup);
        out.format(
                "Figures are medians (lowest–highest); ratios are taken within a round. MB are millions of bytes of UTF-8.\n");
        out.format("\n");
        Machine.facts().forEach(fact -> out.format("- %s\n", fact));
        out.format("- load average: %s before, %s after\n", loadBefore, Machine.load());
        out.format("\n| | stories/s | MB/s |\n|---|---|---|\n");
        out.format(
                "| composer, one thread, first pass in a new JVM | %.0f | %.2f |\n",
                cold.storiesPerSecond(), cold.megabytesPerSecond());
        for (Subject subject : Subject.values()) {
            out.format(
                    "| %s | %s | %s |\n",
                    subject.title,
                    spread(rounds, r -> rate(r, subject).storiesPerSecond()),
                    spread(rounds, r -> rate(r, subject).megabytesPerSecond()));
        }
        out.format("\n| ratio of MB/s | |\n|---|---|\n");
        ratio(out, "composer to Zstandard, two threads each", rounds, Subject.COMPOSER_TWO, Subject.ZSTD_TWO);
        ratio(out, "composer, two threads to one", rounds, Subject.COMPOSER_TWO, Subject.COMPOSER_ONE);
        ratio(out, "main job to composer, two threads each", rounds, Subject.MAIN_JOB, Subject.COMPOSER_TWO);
        profile(out, "Where the composer's time goes, warm", samples.get(0));
        profile(out, "Where it goes in a first pass: passages are read and compiled", samples.get(1));
        profile(out, "Where the main job's time goes, with a bank of its own", samples.get(2));
        return out.toString();
    }

    private static Rate rate(Map<Subject, Rate> round, Subject subject) {
        return Objects.requireNonNull(round.get(subject));
    }

    private static String spread(List<Map<Subject, Rate>> rounds, ToDoubleFunction<Map<Subject, Rate>> figure) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList()).text();
    }

    private static void ratio(Formatter out, String title, List<Map<Subject, Rate>> rounds, Subject of, Subject to) {
        out.format(
                "| %s | %s |\n",
                title,
                spread(
                        rounds,
                        r -> rate(r, of).megabytesPerSecond() / rate(r, to).megabytesPerSecond()));
    }

    private static void profile(Formatter out, String title, Samples samples) {
        out.format("\n## %s\n\n", title);
        out.format("%,d samples of Flight Recorder, of all threads.\n", samples.samples());
        shares(out, "innermost of our methods", samples.own());
        shares(out, "innermost method", samples.top());
        shares(out, "our methods with all that they call", samples.inclusive());
    }

    private static void shares(Formatter out, String title, List<Samples.Share> shares) {
        out.format("\n| %s | %% |\n|---|---|\n", title);
        shares.forEach(s -> out.format("| `%s` | %.1f |\n", s.method(), 100 * s.share()));
    }
}
