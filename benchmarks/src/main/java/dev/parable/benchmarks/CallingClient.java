package dev.parable.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.ServedModel;
import dev.parable.generator.llm.Traffic;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The process that is measured: asks a server so many prompts through the program's own access, from virtual threads, and
 * prints what that took as a line of JSON. Its warm-up is by an access of its own, so that what is measured begins with
 * new connections and the first level.
 */
public final class CallingClient {

    /** Printed once it is; it then waits for a line. */
    static final String WARM = "warm";

    /** Callers for each turn, so that a turn that is free is taken at once. */
    private static final double CALLERS = 1.25;

    /** So that warming up for a small concurrency does not take minutes. */
    private static final int LEAST_WARM = 512;

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String ABOUT =
            "Tell a story of some eight hundred words about a machine that keeps the records of a harbour. ".repeat(7);

    private CallingClient() {}

    /** Arguments: base URL, concurrency, calls of the warm-up, calls, a file for a profile or {@code -}. */
    public static void main(String[] arguments) throws IOException {
        ModelSettings settings = ModelSettings.parse("openai:stub")
                .withBaseUrl(arguments[0])
                .withApiKeyVariable("")
                .withConcurrency(Integer.parseInt(arguments[1]));
        ask(
                settings.withConcurrency(Math.max(LEAST_WARM, settings.concurrency())),
                Long.parseLong(arguments[2]),
                "warm-up");
        System.out.println(WARM);
        if (System.in.read() < 0) {
            throw new IOException("nobody said when to begin");
        }
        long calls = Long.parseLong(arguments[3]);
        JsonObject[] result = new JsonObject[1];
        if (arguments[4].equals("-")) {
            result[0] = ask(settings, calls, "call");
        } else {
            Samples samples = Samples.of(() -> result[0] = ask(settings, calls, "call"));
            Files.writeString(Path.of(arguments[4]), CallingReport.profile(samples));
        }
        System.out.println(result[0].put("peakRssMb", peakRss()).encode());
    }

    private static JsonObject ask(ModelSettings settings, long calls, String name) {
        AtomicLong next = new AtomicLong();
        AtomicLong completed = new AtomicLong();
        AtomicLong levels = new AtomicLong();
        AtomicLong looks = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        try (ServedModel model = ServedModel.open(settings, Map.of())) {
            long cpu = cpu();
            long began = System.nanoTime();
            Thread watch = Thread.ofVirtual().start(() -> watch(model, over, levels, looks));
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                long many = Math.min(calls, Math.round(CALLERS * settings.concurrency()));
                for (long i = 0; i < many; i++) {
                    callers.execute(() -> {
                        for (long n = next.getAndIncrement(); n < calls; n = next.getAndIncrement()) {
                            Reply reply = model.reply(new Prompt("You tell stories.", ABOUT + name + " " + n));
                            if (reply instanceof Reply.Completed) {
                                completed.incrementAndGet();
                            } else if (reply instanceof Reply.Unavailable gone) {
                                throw new IllegalStateException("the stub is gone: " + gone.detail());
                            }
                        }
                    });
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpuSeconds = (cpu() - cpu) / 1e9;
            over.countDown();
            watch.join();
            Traffic traffic = model.traffic();
            return new JsonObject()
                    .put("calls", calls)
                    .put("completed", completed.get())
                    .put("seconds", seconds)
                    .put("cpuSeconds", cpuSeconds)
                    .put("meanLevel", (double) levels.get() / Math.max(1, looks.get()))
                    .put("lastLevel", traffic.level())
                    .put("tooMany", traffic.toldToSlowDown())
                    .put("faults", traffic.faults())
                    .put("hedges", traffic.hedges());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    private static void watch(ServedModel model, CountDownLatch over, AtomicLong levels, AtomicLong looks) {
        try {
            while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                levels.addAndGet(model.traffic().level());
                looks.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nanoseconds of all threads of this process, those of the VM included. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The most that was ever resident, in MB of a million bytes; 0 where the system does not say. */
    private static double peakRss() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
