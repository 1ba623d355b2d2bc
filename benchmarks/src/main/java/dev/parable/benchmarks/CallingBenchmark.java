package dev.parable.benchmarks;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast the program asks model servers, and how it bears with those that limit, slow down or straggle: a
 * {@link CallingClient} on one core, a {@link StubModel} on another, one new client process for each figure.
 */
public final class CallingBenchmark {

    private static final List<Integer> SWEEP = List.of(32, 64, 128, 256, 512, 1024, 2048, 4096);
    private static final String CLIENT_CORE = "0";
    private static final String STUB_CORE = "1";
    /** On one core the optimising compiler is busy for the first some ten thousands of calls. */
    private static final int WARM_UP = 40_000;

    private static final List<String> CLIENT_FLAGS = List.of(
            "-XX:ActiveProcessorCount=1",
            "-XX:+UseSerialGC",
            "-Xmx224m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** A scene beside the sweep: what the stub does, and how it is asked. */
    private record Scene(String name, int concurrency, int calls, JsonObject behaviour) {}

    private static final List<Scene> SCENES = List.of(
            new Scene(
                    "no more than 100 at once, else 429 (ideal 200/s)",
                    1024,
                    20_000,
                    new JsonObject().put("limit", 100)),
            new Scene(
                    "no more than 100 a second, else 429 (ideal 100/s)",
                    1024,
                    10_000,
                    new JsonObject().put("perSecond", 100)),
            new Scene("a knee at 128 and no 429 (ideal 256/s)", 1024, 16_000, new JsonObject().put("knee", 128)),
            new Scene("no straggler", 256, 20_000, new JsonObject()),
            new Scene("one in fifty takes 60 s", 256, 20_000, new JsonObject().put("stragglerEvery", 50)));

    private final Map<String, String> options;
    private final String java = ProcessHandle.current().info().command().orElse("java");
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<CallingReport.Run> runs = new ArrayList<>();
    private final int rounds;
    private final double scale;

    private CallingBenchmark(Map<String, String> options) {
        this.options = options;
        this.rounds = Integer.parseInt(options.getOrDefault("--rounds", "3"));
        this.scale = Double.parseDouble(options.getOrDefault("--scale", "1"));
    }

    /** Measures, prints and writes {@code results/<name>.md}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        new CallingBenchmark(given).run();
    }

    private void run() throws IOException, InterruptedException {
        String loadBefore = Machine.load();
        Process stub = start(
                List.of("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", "-Xmx1g"),
                STUB_CORE,
                StubModel.class,
                List.of());
        try (BufferedReader said = stub.inputReader(StandardCharsets.UTF_8)) {
            String server = "http://127.0.0.1:" + said.readLine();
            String only = options.getOrDefault("--only", "sweep,scenes,profile");
            for (int round = 0; round < rounds; round++) {
                if (only.contains("sweep")) {
                    for (int concurrency : concurrencies()) {
                        int calls = Math.min(100_000, 96 * concurrency);
                        measure(server, new Scene("sweep", concurrency, calls, new JsonObject()), "-");
                    }
                }
                if (only.contains("scenes")) {
                    for (Scene scene : SCENES) {
                        measure(server, scene, "-");
                    }
                }
            }
            write(CallingReport.text(
                    runs, String.join(" ", CLIENT_FLAGS), only.contains("profile") ? profile(server) : "", loadBefore));
        } finally {
            stub.destroy();
        }
    }

    private List<Integer> concurrencies() {
        String given = options.get("--concurrency");
        return given == null
                ? SWEEP
                : List.of(given.split(",")).stream().map(Integer::valueOf).toList();
    }

    private String profile(String server) throws IOException, InterruptedException {
        Path file = Files.createTempFile("parable-calling", ".md");
        try {
            JsonObject behaviour = new JsonObject();
            client(server, new Scene("profile", 4096, (int) (100_000 * scale), behaviour), file.toString());
            return "## Where the client's time goes, at 4,096 at once\n\n" + Files.readString(file);
        } finally {
            Files.delete(file);
        }
    }

    private void measure(String server, Scene scene, String profile) throws IOException, InterruptedException {
        String load = Machine.load();
        JsonObject client = client(server, scene, profile);
        JsonObject stub = new JsonObject(get(server + "/counts"));
        var run = new CallingReport.Run(scene.name(), scene.concurrency(), load, client, stub);
        runs.add(run);
        System.err.printf(
                "%s at %d: %.0f/s, %.1f %% of ideal, %.3f ms CPU, %.0f MB; %s; stub %s%n",
                scene.name(),
                scene.concurrency(),
                run.perSecond(),
                100 * run.ofIdeal(),
                run.cpuMillis(),
                run.rss(),
                client.encode(),
                stub.encode());
    }

    /** The stub misbehaves, and counts, only once the client is warm. */
    private JsonObject client(String server, Scene scene, String profile) throws IOException, InterruptedException {
        post(server + "/behaviour", new JsonObject().put("latencyMillis", 100));
        int calls = (int) Math.max(100, scene.calls() * scale);
        Process process = start(
                CLIENT_FLAGS,
                CLIENT_CORE,
                CallingClient.class,
                List.of(
                        server,
                        Integer.toString(scene.concurrency()),
                        Integer.toString(WARM_UP),
                        Integer.toString(calls),
                        profile));
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                var told = process.outputWriter(StandardCharsets.UTF_8)) {
            if (CallingClient.WARM.equals(said.readLine())) {
                post(server + "/behaviour", scene.behaviour());
                told.write('\n');
                told.flush();
            }
            String line = said.readLine();
            if (process.waitFor() != 0 || line == null) {
                throw new IOException("the client failed; its messages are above");
            }
            return new JsonObject(line);
        }
    }

    private Process start(List<String> flags, String core, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", core, java));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private String get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void post(String url, JsonObject body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("the stub does not take this: HTTP " + status + " for " + body.encode());
        }
    }

    private void write(String report) throws IOException {
        System.out.print(report);
        Path folder = Path.of(options.getOrDefault("--results", "benchmarks/results"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(options.getOrDefault("--name", "calling") + ".md"), report);
    }
}
