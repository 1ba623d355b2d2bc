package dev.parable.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the meter says of a corpus agrees with counting everything. */
class CorpusMeterTest {

    private static final long SEED = 7;

    @Test
    void commonPhrasesAreCountedByTextAndExactlyWhereThereIsRoom() {
        List<String> texts = randomTexts(400, 120, 300, 5);
        var meter = new CorpusMeter(SEED);
        texts.forEach(meter::add);
        CorpusMeter.Measure measure = meter.measure();

        for (int n = 1; n <= 5; n++) {
            Map<String, Long> exact = exact(texts, n);
            List<Diversity.Share> found = measure.phrases().getOrDefault(n, List.of());
            for (Diversity.Share share : found) {
                assertThat(share.share() * texts.size())
                        .as("'%s', seed %d", share.what(), SEED)
                        .isCloseTo((double) exact.getOrDefault(share.what(), 0L), within(1e-6));
            }
            if (!found.isEmpty()) {
                assertThat(found.getFirst().share() * texts.size())
                        .isCloseTo(
                                exact.values().stream()
                                        .mapToDouble(Long::doubleValue)
                                        .max()
                                        .orElseThrow(),
                                within(1e-6));
            }
            long all = texts.stream().mapToLong(t -> Words.of(t).size() - 4).sum();
            if (n == 5) {
                assertThat(measure.distinct().getOrDefault(n, -1.0))
                        .isCloseTo(exact.size() / (double) all, within(0.03));
            }
        }
        assertThat(measure.phraseError()).isZero();
        assertThat(measure.texts()).isEqualTo(400);
        assertThat(measure.words()).isEqualTo(400L * 120);
    }

    @Test
    void openingsEndingsNamesAndLabelsAreCounted() {
        var meter = new CorpusMeter(SEED);
        for (int i = 0; i < 10; i++) {
            meter.add(
                    "The gate was shut. Then Benedita came, and Mr Ruiz with Benedita. It was Tuesday.\n\n"
                            + (i < 7 ? "She left the key on the sill." : "Nobody knew of item number " + i + "."),
                    Map.of("form", i < 4 ? "diary" : "log"));
        }
        CorpusMeter.Measure measure = meter.measure();

        assertThat(measure.openings()).containsExactly(new Diversity.Share("the gate was", 1));
        assertThat(measure.endings().getFirst()).isEqualTo(new Diversity.Share("she left the key on the sill", 0.7));
        assertThat(measure.names()).containsExactly(new Diversity.Share("Benedita", 1), new Diversity.Share("Ruiz", 1));
        assertThat(measure.labels().get("form"))
                .containsExactly(new Diversity.Share("log", 0.6), new Diversity.Share("diary", 0.4));
    }

    @Test
    void overusedWordsAreCountedToAThousand() {
        var meter = new CorpusMeter(SEED);
        meter.add("A profound silence hung in the air. " + "and then some more words came in ".repeat(13));
        CorpusMeter.Measure measure = meter.measure();

        assertThat(measure.slopPerThousand()).isCloseTo(1000.0 * 2 / measure.words(), within(1e-9));
        assertThat(measure.slop().stream().map(Diversity.Share::what))
                .containsExactlyInAnyOrder("a profound", "hung in the air");
    }

    @Test
    void theSameTextsGiveTheSameFiguresAndTheReservoirIsBounded() {
        List<String> texts = randomTexts(2_600, 40, 500, 9);
        var one = new CorpusMeter(SEED);
        var other = new CorpusMeter(SEED);
        texts.forEach(one::add);
        texts.forEach(other::add);

        assertThat(one.measure()).isEqualTo(other.measure());
        assertThat(one.sampled()).hasSize(2_000);
        Set<String> early = new HashSet<>(texts.subList(0, 600));
        assertThat(one.sampled().stream().filter(early::contains).count())
                .as("of the first 600 of 2,600, seed %d", SEED)
                .isBetween(400L, 520L);
    }

    @Test
    void nothingCannotBeMeasured() {
        assertThatThrownBy(() -> new CorpusMeter(SEED).measure()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWordOfOneCorpusIsFoundAndACommonOneIsNot() {
        List<String> own = new ArrayList<>();
        List<String> reference = new ArrayList<>();
        var random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            reference.add("and the " + words(random, 60, 200));
            own.add("and the " + words(random, 60, 200) + (i % 4 == 0 ? " brass lantern" : ""));
        }
        List<Overuse.Phrase> phrases = Overuse.of(own, reference, 500, 10);

        assertThat(phrases.getFirst().phrase()).isEqualTo("brass lantern");
        assertThat(phrases.getFirst().share()).isEqualTo(0.25);
        assertThat(phrases.getFirst().reference()).isZero();
        assertThat(phrases)
                .noneMatch(p -> p.phrase().equals("and the") || p.phrase().equals("lantern"));
    }

    @Test
    void selfBleuIsOneForCopiesAndFallsWithDifference() {
        int[] a = IntStream.range(0, 40).toArray();
        int[] b = IntStream.range(100, 140).toArray();
        int[] mixed = IntStream.concat(IntStream.range(0, 20), IntStream.range(200, 220))
                .toArray();

        assertThat(SelfBleu.of(List.of(a, a))).isCloseTo(1, within(1e-9));
        assertThat(SelfBleu.of(List.of(a, b))).isLessThan(0.05);
        assertThat(SelfBleu.of(List.of(a, mixed))).isBetween(0.4, 0.6);
        assertThat(SelfBleu.of(List.of(a))).isZero();
    }

    @Test
    void kernelEntropyCountsWhatIsDifferent() {
        int[] a = IntStream.range(0, 40).toArray();
        int[] b = IntStream.range(100, 140).toArray();

        assertThat(KernelEntropy.of(List.of(a, b))).isCloseTo(2, within(1e-9));
        assertThat(KernelEntropy.of(List.of(a, a, b, b))).isCloseTo(2, within(1e-9));
        assertThat(KernelEntropy.of(List.of(a, a))).isCloseTo(1, within(1e-9));
    }

    private static Map<String, Long> exact(List<String> texts, int n) {
        return texts.stream()
                .map(t -> Words.of(t).tokens())
                .flatMap(t -> IntStream.rangeClosed(0, t.size() - n)
                        .mapToObj(i -> String.join(" ", t.subList(i, i + n)))
                        .distinct())
                .collect(Collectors.groupingBy(g -> g, Collectors.counting()));
    }

    private static List<String> randomTexts(int count, int words, int vocabulary, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> words(random, words, vocabulary))
                .toList();
    }

    /** Words of letters only, the small numbers far more often. */
    private static String words(SplittableRandom random, int words, int vocabulary) {
        return IntStream.range(0, words)
                .map(i -> Math.min(random.nextInt(vocabulary), random.nextInt(vocabulary)))
                .mapToObj(w -> "w" + (char) ('a' + w % 26) + (char) ('a' + w / 26))
                .collect(Collectors.joining(" "));
    }
}
