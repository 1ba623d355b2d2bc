package dev.parable.quality;

import java.nio.charset.StandardCharsets;
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
        GramCounts grams = GramCounts.of(texts.stream().map(Profile::grams).toList());
        int[] frequencies = grams.texts();
        long total = 0;
        long shared = 0;
        double selfRepetition = 0;
        for (int text = 0; text < texts.size(); text++) {
            int[] ids = grams.ids(text);
            int[] counts = grams.counts(text);
            long elsewhere = 0;
            for (int i = 0; i < ids.length; i++) {
                total += counts[i];
                shared += frequencies[ids[i]] > 1 ? counts[i] : 0;
                elsewhere += frequencies[ids[i]] - 1;
            }
            selfRepetition += Math.log1p((double) elsewhere) / texts.size();
        }
        byte[] bytes = texts.stream()
                .map(Profile::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        List<int[]> ids = texts.stream().map(Profile::ids).toList();
        return new Sample(
                total == 0 ? 0 : shared / (double) total,
                total == 0 ? 0 : grams.different() / (double) total,
                selfRepetition,
                Compression.xz(bytes),
                Compression.gzip(bytes),
                texts.stream().mapToDouble(Profile::mattr).average().orElse(0),
                texts.stream().mapToDouble(Profile::mtld).average().orElse(0),
                SelfBleu.of(ids),
                KernelEntropy.of(ids));
    }
}
