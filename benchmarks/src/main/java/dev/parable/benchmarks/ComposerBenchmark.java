package dev.parable.benchmarks;

import com.github.luben.zstd.ZstdOutputStream;
import dev.parable.archetypes.Decks;
import dev.parable.archetypes.Planner;
import dev.parable.archetypes.Specs;
import dev.parable.domain.Archetype;
import dev.parable.domain.Outcome;
import dev.parable.domain.Scenario;
import dev.parable.domain.Telling;
import dev.parable.generator.Generation;
import dev.parable.generator.Order;
import dev.parable.generator.Spending;
import dev.parable.generator.Waves;
import dev.parable.output.LandingSettings;
import dev.parable.quality.GateSettings;
import dev.parable.templates.Bank;
import dev.parable.templates.Composer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How fast the composer tells, beside Zstandard compressing what it told and beside the whole main job. All are measured in
 * each round, one after the other, so that whatever else the machine does falls on all; ratios are taken within a round.
 */
public final class ComposerBenchmark {

    private static final long SEED = 1;
    private static final int THREADS = 2;
    /** That of the shards. */
    private static final int ZSTD_LEVEL = 3;

    private static final int PROFILED_PASSES = 3;

    private record Settings(int scenarios, int rounds, int warmup, String name, Path results) {

        static Settings of(List<String> arguments) {
            Map<String, String> given = new HashMap<>();
            for (int i = 0; i + 1 < arguments.size(); i += 2) {
                given.put(arguments.get(i), arguments.get(i + 1));
            }
            return new Settings(
                    Integer.parseInt(given.getOrDefault("--scenarios", "2000")),
                    Integer.parseInt(given.getOrDefault("--rounds", "7")),
                    Integer.parseInt(given.getOrDefault("--warmup", "2")),
                    given.getOrDefault("--name", "composer"),
                    Path.of(given.getOrDefault("--results", "benchmarks/results")));
        }
    }

    private final Settings settings;
    private final Specs.Loaded specs = (Specs.Loaded) Specs.shipped();
    private final List<Scenario> scenarios;
    private final List<byte[]> told = new ArrayList<>();

    private ComposerBenchmark(Settings settings) {
        this.settings = settings;
        var planner = new Planner(specs.archetypes(), specs.worlds(), Decks.shipped(), SEED);
        scenarios = Waves.planned(planner, settings.scenarios());
    }

    /** Measures, prints and writes {@code results/<name>.md}. */
    public static void main(String[] arguments) {
        new ComposerBenchmark(Settings.of(List.of(arguments))).run();
    }

    private void run() {
        String before = Machine.load();
        Composer composer = composer();
        Rate cold = timed(() -> tell(composer, 1));
        for (Scenario scenario : scenarios) {
            told.add(text(composer, scenario));
        }
        for (int i = 0; i < settings.warmup(); i++) {
            round(composer);
            System.err.printf("warm-up %d of %d%n", i + 1, settings.warmup());
        }
        List<Map<Subject, Rate>> rounds = new ArrayList<>();
        for (int i = 0; i < settings.rounds(); i++) {
            rounds.add(round(composer));
            System.err.printf("round %d of %d%n", i + 1, settings.rounds());
        }
        Samples samples = Samples.of(() -> {
            for (int i = 0; i < PROFILED_PASSES; i++) {
                tell(composer, 1);
            }
        });
        Samples coldSamples = Samples.of(() -> tell(composer(), 1));
        Samples jobSamples = Samples.of(this::generate);
        write(new ComposerReport(SEED, settings.warmup())
                .text(cold, rounds, List.of(samples, coldSamples, jobSamples), before));
    }

    private Composer composer() {
        return new Composer(
                Bank.shipped(),
                specs.archetypes().stream().collect(Collectors.toMap(Archetype::id, Archetype::sha256)));
    }

    private Map<Subject, Rate> round(Composer composer) {
        var round = new EnumMap<Subject, Rate>(Subject.class);
        round.put(Subject.COMPOSER_TWO, timed(() -> tell(composer, THREADS)));
        round.put(Subject.COMPOSER_ONE, timed(() -> tell(composer, 1)));
        round.put(Subject.ZSTD_TWO, timed(this::compress));
        round.put(Subject.MAIN_JOB, timed(this::generate));
        return round;
    }

    private interface Work {
        /** Does it and says how many bytes of stories it was, and how many stories. */
        long[] run();
    }

    private static Rate timed(Work work) {
        long start = System.nanoTime();
        long[] done = work.run();
        return new Rate(done[0], done[1], (System.nanoTime() - start) / 1e9);
    }

    private long[] tell(Composer composer, int threads) {
        return shared(threads, scenarios.size(), i -> text(composer, scenarios.get(i)).length);
    }

    private static byte[] text(Composer composer, Scenario scenario) {
        return switch (composer.tell(scenario)) {
            case Telling.Told told -> told.story().text().getBytes(StandardCharsets.UTF_8);
            case Telling.Untold untold -> throw new IllegalStateException("untold: " + untold.cause());
        };
    }

    /** Compresses each thread's share of the stories as one stream, as a shard is. */
    private long[] compress() {
        List<Callable<Long>> parts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            parts.add(() -> {
                long bytes = 0;
                try (var zstd = new ZstdOutputStream(OutputStream.nullOutputStream(), ZSTD_LEVEL).setChecksum(true)) {
                    for (int i = first; i < told.size(); i += THREADS) {
                        zstd.write(told.get(i), 0, told.get(i).length);
                        bytes += told.get(i).length;
                    }
                }
                return bytes;
            });
        }
        return new long[] {told.size(), sum(THREADS, parts)};
    }

    private interface Item {
        long bytes(int index);
    }

    private static long[] shared(int threads, int items, Item item) {
        var next = new AtomicInteger();
        List<Callable<Long>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            parts.add(() -> {
                long bytes = 0;
                for (int i = next.getAndIncrement(); i < items; i = next.getAndIncrement()) {
                    bytes += item.bytes(i);
                }
                return bytes;
            });
        }
        return new long[] {items, sum(threads, parts)};
    }

    private static long sum(int threads, List<Callable<Long>> parts) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long sum = 0;
            for (Future<Long> part : pool.invokeAll(parts)) {
                sum += part.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The main job, JSON lines alone, with no library to join. */
    private long[] generate() {
        try {
            Path folder = Files.createTempDirectory("parable-benchmark");
            try {
                long[] done = {0, 0};
                var order = new Order(
                        "benchmark",
                        folder.resolve("run"),
                        settings.scenarios(),
                        SEED,
                        specs.archetypes(),
                        specs.worlds(),
                        THREADS,
                        null,
                        null,
                        List.of(),
                        null,
                        new LandingSettings(1000, 1000, 20, "CC-BY-4.0", false),
                        Spending.FREE,
                        0,
                        GateSettings.DEFAULT);
                Generation.Result result = new Generation(order, outcome -> {
                            done[0]++;
                            done[1] += bytes(outcome);
                        })
                        .run();
                if (result.manifest().counts().planned() != done[0]) {
                    throw new IllegalStateException("%d outcomes of %d planned"
                            .formatted(done[0], result.manifest().counts().planned()));
                }
                return done;
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted a -> a.story().text().getBytes(StandardCharsets.UTF_8).length;
            case Outcome.Rejected r -> r.story().text().getBytes(StandardCharsets.UTF_8).length;
            case Outcome.Untold untold -> 0;
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void write(String report) {
        System.out.print(report);
        try {
            Files.createDirectories(settings.results());
            Files.writeString(settings.results().resolve(settings.name() + ".md"), report);
        } catch (IOException e) {
            throw new UncheckedIOException("the results cannot be written: " + e.getMessage(), e);
        }
    }
}
