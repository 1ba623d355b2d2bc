package dev.parable.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where time goes, by Flight Recorder's execution samples (one every 10 ms of each running thread): by the innermost of
 * our methods, by the innermost method of all, and by our methods with all that they call.
 *
 * @param samples how many there were
 */
record Samples(int samples, List<Share> own, List<Share> top, List<Share> inclusive) {

    private static final String EVENT = "jdk.ExecutionSample";
    private static final String OURS = "dev.parable.";
    private static final int MOST = 15;

    /** A method, and the share of samples that it is in, 0 to 1. */
    record Share(String method, double share) {}

    /** Records while this runs. Throws {@link UncheckedIOException} if the recording cannot be kept. */
    static Samples of(Runnable work) {
        try {
            Path file = Files.createTempFile("parable-benchmark", ".jfr");
            try (var recording = new Recording()) {
                recording.enable(EVENT).withPeriod(Duration.ofMillis(10));
                recording.start();
                work.run();
                recording.stop();
                recording.dump(file);
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("samples cannot be recorded: " + e.getMessage(), e);
        }
    }

    private static Samples read(Path file) throws IOException {
        Map<String, Integer> own = new TreeMap<>();
        Map<String, Integer> top = new TreeMap<>();
        Map<String, Integer> inclusive = new TreeMap<>();
        int samples = 0;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(EVENT) && event.getStackTrace() != null) {
                    List<String> methods = event.getStackTrace().getFrames().stream()
                            .map(Samples::name)
                            .toList();
                    Set<String> ours = new HashSet<>();
                    methods.stream().filter(m -> m.startsWith(OURS)).forEach(ours::add);
                    if (!ours.isEmpty()) {
                        samples++;
                        top.merge(methods.getFirst(), 1, Integer::sum);
                        own.merge(
                                methods.stream()
                                        .filter(m -> m.startsWith(OURS))
                                        .findFirst()
                                        .orElseThrow(),
                                1,
                                Integer::sum);
                        ours.forEach(m -> inclusive.merge(m, 1, Integer::sum));
                    }
                }
            }
        }
        return new Samples(samples, most(own, samples), most(top, samples), most(inclusive, samples));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static List<Share> most(Map<String, Integer> counts, int of) {
        return counts.entrySet().stream()
                .filter(e -> !e.getKey().contains("$$Lambda") && !e.getKey().contains("lambda$"))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(e -> new Share(e.getKey(), e.getValue() / (double) Math.max(1, of)))
                .toList();
    }
}
