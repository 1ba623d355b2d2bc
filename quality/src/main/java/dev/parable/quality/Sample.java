package dev.parable.quality;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of one sample of texts. See {@link Diversity} for what they mean. */
record Sample(
        double shared4,
        double distinct4,
        double selfRepetition4,
        double xz,
        double gzip,
        double mattr100,
        double mtld,
        double selfBleu,
        double rke) {

    static Sample of(List<Profile> texts) {
        var frequencies = new HashMap<Long, Integer>();
        for (Profile text : texts) {
            for (long gram : text.distinct()) {
                frequencies.merge(gram, 1, Integer::sum);
            }
        }
        long total = texts.stream().mapToLong(text -> text.grams().length).sum();
        long shared = texts.stream()
                .flatMapToLong(text -> Arrays.stream(text.grams()))
                .filter(gram -> frequencies.getOrDefault(gram, 0) > 1)
                .count();
        double selfRepetition = texts.stream()
                .mapToDouble(text -> Math.log1p(Arrays.stream(text.distinct())
                        .mapToDouble(gram -> frequencies.getOrDefault(gram, 1) - 1.0)
                        .sum()))
                .average()
                .orElse(0);
        byte[] bytes = texts.stream()
                .map(Profile::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        List<int[]> ids = texts.stream().map(Profile::ids).toList();
        return new Sample(
                total == 0 ? 0 : shared / (double) total,
                total == 0 ? 0 : frequencies.size() / (double) total,
                selfRepetition,
                Compression.xz(bytes),
                Compression.gzip(bytes),
                texts.stream().mapToDouble(Profile::mattr).average().orElse(0),
                texts.stream().mapToDouble(Profile::mtld).average().orElse(0),
                SelfBleu.of(ids),
                KernelEntropy.of(ids));
    }
}
