package dev.parable.benchmarks;

import io.vertx.core.json.JsonObject;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@link ChainBenchmark} found, as a page with the machine's facts.
 *
 * @param differing files of shards and rejects that differ
 * @param unexplained rejects without a reason
 * @param verified exit codes of {@code verify}, calm then troubled
 * @param calmCounts what became of the scenarios, as the manifest has it
 */
record ChainReport(
        int count,
        long seed,
        int concurrency,
        JsonObject faults,
        ChainBenchmark.Run calm,
        ChainBenchmark.Run troubled,
        Set<String> differing,
        long unexplained,
        List<Integer> verified,
        JsonObject calmCounts,
        JsonObject troubledCounts,
        String loadBefore) {

    private static final int KILLS = 5;
    private static final int SHORT = 3;

    /** Whether all that was asked of the run is so. */
    boolean holds() {
        return differing.isEmpty()
                && unexplained == 0
                && verified.stream().allMatch(exit -> exit == 0)
                && troubled.kills().size() == KILLS
                && finished(calm)
                && finished(troubled)
                && again(calm) == 0
                && calm.stub().getLong("answeredAgainInALaterLife") == 0
                && again(troubled) == 0
                && troubled.stub().getLong("answeredAgainInALaterLife") <= (long) KILLS * concurrency
                && calmCounts.equals(troubledCounts);
    }

    private static boolean finished(ChainBenchmark.Run run) {
        return run.exit() == 0 || run.exit() == SHORT;
    }

    private static long again(ChainBenchmark.Run run) {
        return run.stub().getLong("answeredAgainInOneLife");
    }

    String text() {
        var out = new Formatter(Locale.ROOT);
        JsonObject stub = troubled.stub();
        long requests = stub.getLong("requests");
        JsonObject troubles = stub.getJsonObject("troubles");
        long faulty = troubles.stream()
                .mapToLong(met -> ((Number) met.getValue()).longValue())
                .sum();
        out.format("# Chain%n%n");
        out.format(
                "%s. %,d stories were asked for, by outlines, draft, critique, rewrite and four judges, all of one stub (50 ms ± 50 %%, at most %d at once); a calm run, then the same with faults and %d SIGKILLs at random (seed %d). It says whether the program bears that, not how fast it is.%n%n",
                holds() ? "All holds" : "SOMETHING DOES NOT HOLD",
                count,
                concurrency,
                troubled.kills().size(),
                seed);
        Machine.facts().forEach(fact -> out.format("- %s%n", fact));
        out.format("- load average: %s before, %s after%n%n", loadBefore, Machine.load());
        out.format("| | calm | faults and kills |%n|---|---|---|%n");
        row(out, "scenarios planned", calmCounts.getLong("planned"), troubledCounts.getLong("planned"));
        row(out, "accepted", calmCounts.getLong("accepted"), troubledCounts.getLong("accepted"));
        row(out, "rejected", calmCounts.getLong("rejected"), troubledCounts.getLong("rejected"));
        row(out, "untold", calmCounts.getLong("untold"), troubledCounts.getLong("untold"));
        for (String of :
                List.of("requests", "answered", "prompts", "answeredAgainInOneLife", "answeredAgainInALaterLife")) {
            row(out, label(of), calm.stub().getLong(of), stub.getLong(of));
        }
        row(out, "most at the stub at once", calm.stub().getLong("peakInFlight"), stub.getLong("peakInFlight"));
        out.format("| wall time, s | %.0f | %.0f |%n", calm.seconds(), troubled.seconds());
        out.format("| exit of generate | %d | %d |%n", calm.exit(), troubled.exit());
        out.format("| exit of verify | %d | %d |%n%n", verified.get(0), verified.get(1));
        out.format(
                "Files of shards/ and rejects/ that differ: %s. Rejects without a reason or cause: %d. What the scenarios came to: %s.%n%n",
                differing.isEmpty() ? "none" : differing,
                unexplained,
                troubledCounts.getJsonObject("reasons").encode());
        out.format(
                "Faulty were %,d of %,d requests, %.1f %%: %s. Refusals and ends at the token limit are answers, and the same prompts meet them in both runs.%n%n",
                faulty, requests, 100.0 * faulty / requests, troubles.encode());
        out.format(
                "Killed at requests %s, after %s s of life. Answered again were at most the calls that were out at a kill: %,d, of %d × %d.%n",
                troubled.kills().stream()
                        .map(kill -> Long.toString(kill.requests()))
                        .collect(Collectors.joining(", ")),
                troubled.kills().stream()
                        .map(kill -> "%.0f".formatted(kill.seconds()))
                        .collect(Collectors.joining(", ")),
                stub.getLong("answeredAgainInALaterLife"),
                troubled.kills().size(),
                concurrency);
        return out.toString();
    }

    private static void row(Formatter out, String what, long calm, long troubled) {
        out.format("| %s | %,d | %,d |%n", what, calm, troubled);
    }

    private static String label(String count) {
        return switch (count) {
            case "requests" -> "requests at the stub";
            case "answered" -> "whole answers";
            case "prompts" -> "different prompts answered";
            case "answeredAgainInOneLife" -> "prompts answered again by the same process";
            default -> "prompts answered again after a kill";
        };
    }
}
