package dev.parable.benchmarks;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What {@link CallingBenchmark} found, as a page with the machine's facts. */
final class CallingReport {

    private CallingReport() {}

    /**
     * What one measured process did.
     *
     * @param load of the machine when it began
     * @param client what the client says of itself
     * @param stub what the stub saw
     */
    record Run(String scene, int concurrency, String load, JsonObject client, JsonObject stub) {

        double seconds() {
            return client.getDouble("seconds");
        }

        double perSecond() {
            return client.getLong("completed") / seconds();
        }

        double cpuMillis() {
            return 1000 * client.getDouble("cpuSeconds") / client.getLong("completed");
        }

        /** Of the wall time, what these latencies in so many lanes would take without a gap. */
        double ofIdeal() {
            return stub.getDouble("latencySeconds") / concurrency / seconds();
        }

        double rss() {
            return client.getDouble("peakRssMb");
        }

        double meanInFlight() {
            return stub.getDouble("inFlightSeconds") / seconds();
        }
    }

    static String text(List<Run> runs, String clientFlags, String profile, String loadBefore) {
        var out = new Formatter(Locale.ROOT);
        out.format("# Calling\n\n");
        out.format(
                "The program's access to an OpenAI-compatible server (LangChain4j over the Vert.x client, blocking calls on"
                        + " virtual threads), in a process of its own on one core, against a stub on the other: latency 0.5 s"
                        + " ± 50 %%, evenly spread, answers of some 4,700 characters by the embedded composer, prompts of some 700."
                        + " Each figure is of a new process, warmed up by calls that do not count over connections that do not"
                        + " either; what counts begins at the first level of %d calls at once. Medians (lowest–highest) of so many"
                        + " rounds; load averages of the machine when each began.\n\n",
                32);
        Machine.facts().stream().filter(fact -> !fact.startsWith("flags")).forEach(fact -> out.format("- %s\n", fact));
        out.format("- flags of the client: `%s`\n", clientFlags);
        out.format("- load average: %s before, %s after\n", loadBefore, Machine.load());
        out.format("\n## Sweep\n\n");
        out.format("Ideal is the sum of the stub's own latencies over the concurrency.\n\n");
        out.format("| at once, most | rounds | calls | requests/s | wall of ideal, %% | CPU ms/request | peak RSS MB"
                + " | in flight, mean | at the stub, most | load |\n|---|---|---|---|---|---|---|---|---|---|\n");
        Map<Integer, List<Run>> sweep = new TreeMap<>();
        runs.stream()
                .filter(run -> run.scene().equals("sweep"))
                .forEach(run -> sweep.computeIfAbsent(run.concurrency(), c -> new ArrayList<>())
                        .add(run));
        sweep.forEach((concurrency, all) -> out.format(
                "| %,d | %d | %,d | %s | %s | %s | %s | %s | %s | %s |\n",
                concurrency,
                all.size(),
                all.getFirst().client().getLong("calls"),
                spread(all, Run::perSecond),
                spread(all, run -> 100 * run.ofIdeal()),
                spread(all, Run::cpuMillis),
                spread(all, Run::rss),
                spread(all, Run::meanInFlight),
                spread(all, run -> run.stub().getInteger("peakInFlight")),
                loads(all)));
        out.format("\n## Limits, a knee, stragglers\n\n");
        out.format("| | at once, most | calls | seconds | requests/s | 429s given | hedges | prompts answered twice"
                + " | in flight, mean | level at the end | load |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        Map<String, List<Run>> scenes = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> !run.scene().equals("sweep"))
                .forEach(run -> scenes.computeIfAbsent(run.scene(), s -> new ArrayList<>())
                        .add(run));
        scenes.forEach((scene, all) -> out.format(
                "| %s | %,d | %,d | %s | %s | %s | %s | %s | %s | %s | %s |\n",
                scene,
                all.getFirst().concurrency(),
                all.getFirst().client().getLong("calls"),
                spread(all, Run::seconds),
                spread(all, Run::perSecond),
                spread(all, run -> run.stub().getLong("tooMany")),
                spread(all, run -> run.client().getLong("hedges")),
                spread(all, run -> run.stub().getLong("promptsAnsweredTwice")),
                spread(all, Run::meanInFlight),
                spread(all, run -> run.client().getInteger("lastLevel")),
                loads(all)));
        out.format("\n%s", profile);
        return out.toString();
    }

    /** Where the client's time goes. */
    static String profile(Samples samples) {
        var out = new Formatter(Locale.ROOT);
        out.format(
                "%,d samples of Flight Recorder, of threads with a method of ours on the stack.\n", samples.samples());
        shares(out, "innermost of our methods", samples.own());
        shares(out, "innermost method", samples.top());
        shares(out, "our methods with all that they call", samples.inclusive());
        return out.toString();
    }

    private static void shares(Formatter out, String title, List<Samples.Share> shares) {
        out.format("\n| %s | %% |\n|---|---|\n", title);
        shares.forEach(s -> out.format("| `%s` | %.1f |\n", s.method(), 100 * s.share()));
    }

    private static String loads(List<Run> runs) {
        return String.join(", ", runs.stream().map(Run::load).toList());
    }

    private static String spread(List<Run> runs, ToDoubleFunction<Run> figure) {
        Spread spread = Spread.of(runs.stream().map(figure::applyAsDouble).toList());
        return runs.size() == 1 ? spread.text().replaceAll(" .*", "") : spread.text();
    }
}
