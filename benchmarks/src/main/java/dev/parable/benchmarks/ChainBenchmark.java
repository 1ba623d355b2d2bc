package dev.parable.benchmarks;

import dev.parable.output.Rows;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the whole chain, outlines to judges, bears faults and kills: a calm run of the shipped jar against a
 * {@link StubModel}, then the same run with three calls in ten faulty and the process killed on the way. Both must land the
 * same bytes, and the stub must have answered no prompt twice but those that were out at a kill. Not a measure of speed.
 */
public final class ChainBenchmark {

    private static final int KILLS = 5;
    private static final int CONCURRENCY = 128;
    private static final String KEY = "PARABLE_STUB_KEY";

    /** Three calls in ten. */
    private static final JsonObject FAULTS = new JsonObject()
            .put("TOO_MANY", 0.04)
            .put("SERVER_ERROR", 0.04)
            .put("OVERLOADED", 0.03)
            .put("RESET", 0.04)
            .put("CUT_SHORT", 0.04)
            .put("GARBAGE", 0.03)
            .put("WRONG_TYPE", 0.02)
            .put("SLOW_DRIP", 0.03)
            .put("LATE", 0.02)
            .put("DUPLICATE", 0.01);

    /** A run, over all its processes. */
    record Run(Path folder, double seconds, int exit, JsonObject stub, List<Kill> kills) {}

    /**
     * A process that was killed.
     *
     * @param requests that the stub had had by then
     * @param seconds that it had lived
     */
    record Kill(long requests, double seconds) {}

    private final Map<String, String> options;
    private final String java = ProcessHandle.current().info().command().orElse("java");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final Path work;
    private final int count;
    private final long seed;

    private ChainBenchmark(Map<String, String> options) {
        this.options = options;
        this.home = Path.of(options.getOrDefault("--results", "benchmarks/results"))
                .toAbsolutePath()
                .normalize()
                .resolve("../..")
                .normalize();
        this.count = Integer.parseInt(options.getOrDefault("--count", "10000"));
        this.seed = Long.parseLong(options.getOrDefault("--seed", Long.toString(System.nanoTime())));
        this.work = home.resolve("benchmarks/target/chain-" + count);
    }

    /** Runs, compares, prints and writes {@code results/<name>.md}; exits with 1 where something does not hold. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        if (!new ChainBenchmark(given).run()) {
            System.exit(1);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        String loadBefore = Machine.load();
        delete(work);
        Files.createDirectories(work);
        Process stub = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx768m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StubModel.class.getName(),
                        "0",
                        home.resolve("benchmarks/target/tales.json").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = stub.inputReader(StandardCharsets.UTF_8)) {
            String server = "http://127.0.0.1:" + said.readLine();
            Files.writeString(work.resolve("models.yaml"), models(server));
            JsonObject calm = new JsonObject().put("latencyMillis", 50);
            Run still = run(server, "calm", calm, new long[0]);
            Run troubled = run(server, "troubled", calm.copy().put("faults", FAULTS), moments(still));
            var report = new ChainReport(
                    count,
                    seed,
                    CONCURRENCY,
                    FAULTS,
                    still,
                    troubled,
                    differing(still.folder(), troubled.folder()),
                    unexplained(troubled.folder()),
                    List.of(verify(still), verify(troubled)),
                    counts(still),
                    counts(troubled),
                    loadBefore);
            String text = report.text();
            System.out.print(text);
            Path results = home.resolve("benchmarks/results");
            Files.createDirectories(results);
            Files.writeString(results.resolve(options.getOrDefault("--name", "chain") + ".md"), text);
            return report.holds();
        } finally {
            stub.destroy();
        }
    }

    /** When to kill, as counts of requests: anywhere on the way of a run that asks some two fifths more than a calm one. */
    private long[] moments(Run calm) {
        long requests = calm.stub().getLong("requests");
        var random = new SplittableRandom(seed);
        return random.longs(KILLS, requests / 50, Math.round(1.25 * requests))
                .sorted()
                .toArray();
    }

    private Run run(String server, String name, JsonObject behaviour, long[] moments)
            throws IOException, InterruptedException {
        // The same last name, since a run's name is in its rows.
        Path folder = work.resolve(name).resolve("stories");
        Files.createDirectories(folder.getParent());
        ask(server + "/behaviour", behaviour);
        var random = new SplittableRandom(seed + 1);
        List<Kill> kills = new ArrayList<>();
        long begun = System.nanoTime();
        while (true) {
            long born = System.nanoTime();
            Process process = generate(folder, kills.size());
            if (kills.size() < moments.length) {
                long moment = moments[kills.size()];
                while (process.isAlive() && ask(server + "/counts", null).getLong("requests") < moment) {
                    Thread.sleep(20);
                }
                Thread.sleep(random.nextInt(1000));
                if (process.isAlive()) {
                    process.destroyForcibly().waitFor();
                    long requests = ask(server + "/life", new JsonObject()).getLong("requests");
                    kills.add(new Kill(requests, (System.nanoTime() - born) / 1e9));
                    System.err.printf("%s: killed at %d requests%n", name, requests);
                    continue;
                }
            }
            int exit = process.waitFor();
            double seconds = (System.nanoTime() - begun) / 1e9;
            JsonObject counts = ask(server + "/counts", null);
            System.err.printf("%s: exit %d after %.0f s; stub %s%n", name, exit, seconds, counts.encode());
            return new Run(folder, seconds, exit, counts, kills);
        }
    }

    private Process generate(Path folder, int life) throws IOException {
        return jar(
                "generate",
                List.of(
                        "--models",
                        work.resolve("models.yaml").toString(),
                        "--count",
                        Integer.toString(count),
                        "--concurrency",
                        Integer.toString(2 * CONCURRENCY),
                        "--out",
                        folder.toString(),
                        "--no-library",
                        "--no-pilot",
                        "--uncalibrated",
                        "--json"),
                folder.resolveSibling("log-" + life + ".txt"));
    }

    private int verify(Run run) throws IOException, InterruptedException {
        return jar("verify", List.of(run.folder().toString()), run.folder().resolveSibling("verify.txt"))
                .waitFor();
    }

    private Process jar(String command, List<String> arguments, Path log) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                options.getOrDefault(
                        "--jar", home.resolve("generator/target/parable.jar").toString()),
                command));
        line.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(line)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // With a key nothing is asked a second time beside itself, as with servers that charge.
        process.environment().put(KEY, "stub");
        return process.start();
    }

    private static String models(String server) {
        return """
                models:
                  stub:
                    protocol: openai
                    model: stub
                    base-url: %s/v1
                    key: %s
                    concurrency: %d
                    timeout: 30s
                    retries: 60
                roles:
                  writer: stub
                  critic: stub
                  judges: {behaviour: stub, contract: stub, subtext: stub, craft: stub}
                chain:
                  outlines: 5
                  critique: true
                  rewrite: true
                """.formatted(server, KEY, CONCURRENCY);
    }

    /** The files of shards and rejects that are not the same in both, or only in one. */
    private static Set<String> differing(Path one, Path other) throws IOException {
        Set<String> differing = new TreeSet<>();
        for (String folder : List.of("shards", "rejects")) {
            Set<String> names = new TreeSet<>(names(one.resolve(folder)));
            names.addAll(names(other.resolve(folder)));
            for (String name : names) {
                Path a = one.resolve(folder).resolve(name);
                Path b = other.resolve(folder).resolve(name);
                if (!Files.exists(a) || !Files.exists(b) || Files.mismatch(a, b) >= 0) {
                    differing.add(folder + "/" + name);
                }
            }
        }
        return differing;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Rejects without a reason. */
    private static long unexplained(Path run) {
        try (var rows = Rows.rejected(run)) {
            return rows.filter(row -> row.text("reason").isBlank()).count();
        }
    }

    private static JsonObject counts(Run run) throws IOException {
        return new JsonObject(Files.readString(run.folder().resolve("manifest.json"))).getJsonObject("counts");
    }

    /** Posts the body, or gets where there is none. */
    private JsonObject ask(String url, @Nullable JsonObject body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        HttpResponse<String> response = http.send(
                (body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body.encode()))).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the stub answers %d to %s".formatted(response.statusCode(), url));
        }
        return response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
