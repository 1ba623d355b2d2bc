package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Application;
import dev.parable.domain.Beat;
import dev.parable.domain.Ending;
import dev.parable.domain.Form;
import dev.parable.domain.Named;
import dev.parable.domain.Narrator;
import dev.parable.domain.Shape;
import dev.parable.domain.WhyCarrier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bank that ships. */
class BankTest {

    private static final Map<String, Set<String>> VALUES = Map.of(
            "application", ids(Application.values()),
            "narrator", ids(Narrator.values()),
            "form", ids(Form.values()),
            "manner", ids(Form.Manner.values()),
            "ending", ids(Ending.values()),
            "shape", ids(Shape.values()),
            "carrier", ids(WhyCarrier.values()),
            "era", Set.of("modern", "old", "far"));

    /** Conditions whose values are other modules' or the layouts'. */
    private static final Set<String> OPEN = Set.of("archetype", "premise", "world", "pressure", "at", "afterwards");

    @Test
    void theIndexListsWhatIsInTheFolder() throws IOException, URISyntaxException {
        Path index = Path.of(Objects.requireNonNull(Bank.class.getResource("/bank/index.txt"))
                .toURI());
        Path folder = Objects.requireNonNull(index.getParent());
        try (Stream<Path> tree = Files.walk(folder)) {
            List<String> files = tree.filter(f -> f.toString().endsWith(".yaml"))
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();

            assertThat(Files.readString(index, StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(files);
        }
    }

    @Test
    void theLintFindsNoProblem() {
        BankLint.Report report = BankLint.shipped();

        assertThat(report.problems()).isEmpty();
        assertThat(report.text()).contains("authored words").endsWith("No problems." + System.lineSeparator());
    }

    @Test
    void itHasTwentyThousandWordsAtLeast() {
        assertThat(Shipped.BANK.words()).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void everyConditionNamesSomethingThatAPlanHas() {
        List<String> wrong = new ArrayList<>();
        for (Passage passage : Shipped.BANK.all()) {
            passage.when().forEach((condition, values) -> {
                Set<String> known = VALUES.get(condition);
                if (known == null ? !OPEN.contains(condition) : !known.containsAll(values)) {
                    wrong.add("%s: %s %s".formatted(passage.id(), condition, values));
                }
                values.stream()
                        .filter(v -> !v.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                        .forEach(v -> wrong.add("%s: %s '%s' is not an id".formatted(passage.id(), condition, v)));
            });
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void noPassageIdIsUsedTwice() {
        List<String> ids = Shipped.BANK.all().stream().map(Passage::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void noTextIsThereTwice() {
        var first = new TreeMap<String, String>();
        List<String> again = new ArrayList<>();
        for (Passage passage : Shipped.BANK.all()) {
            // A frame's piece may serve two places.
            String text = passage.when().getOrDefault("at", Set.of()) + source(passage);
            String before = first.putIfAbsent(text, passage.id());
            if (before != null) {
                again.add(before + " = " + passage.id());
            }
        }

        assertThat(again).isEmpty();
    }

    @Test
    void filesTellOfWhatTheyAreNamedFor() {
        List<String> wrong = new ArrayList<>();
        for (Passage passage : Shipped.BANK.all()) {
            String folder = passage.id().substring(0, passage.id().indexOf('/'));
            String name =
                    passage.id().substring(folder.length() + 1, passage.id().indexOf('#'));
            Set<String> own = switch (folder) {
                case "worlds" -> passage.when().get("world");
                case "premises", "archetypes" -> passage.when().get("archetype");
                default -> null;
            };
            if (!folder.equals("telling") && !Set.of(name).equals(own)) {
                wrong.add("%s is for %s".formatted(passage.id(), own));
            }
            if (folder.equals("telling") && passage.specificity() > 0) {
                wrong.add(passage.id() + " is of one premise, archetype or world; it belongs to another folder");
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void premisesOfArchetypeFilesAreThoseOfPremiseFiles() {
        var premises = new TreeMap<String, Set<String>>();
        Shipped.BANK.all().stream()
                .filter(p -> p.id().startsWith("premises/"))
                .forEach(p -> premises.computeIfAbsent(archetype(p), a -> new TreeSet<>())
                        .addAll(p.when().getOrDefault("premise", Set.of())));
        List<String> unknown = Shipped.BANK.all().stream()
                .filter(p -> p.id().startsWith("archetypes/") && p.when().containsKey("premise"))
                .filter(p -> !premises.getOrDefault(archetype(p), Set.of())
                        .containsAll(p.when().get("premise")))
                .map(p -> p.id() + " " + p.when().get("premise"))
                .toList();

        assertThat(premises).isNotEmpty();
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyPremiseHasTextsForItsWholeStory() {
        List<String> missing = new ArrayList<>();
        List<Shipped.Dilemma> dilemmas = Shipped.dilemmas();
        for (Shipped.Dilemma dilemma : dilemmas) {
            Set<String> beats = Shipped.beats(dilemma);
            List<String> needed = switch (dilemma.application()) {
                case APPLY, CONTESTED ->
                    List.of(
                            "tension",
                            "ask",
                            "argue",
                            "weigh",
                            "note",
                            "act",
                            "cost",
                            "vindicated",
                            "unknown",
                            "costly",
                            "coda");
                case NEAR_MISS -> List.of("tension", "ask", "weigh", "act", "outcome", "coda");
                case NON_APPLY -> List.of("tension", "ask", "act", "outcome", "coda");
            };
            needed.stream()
                    .filter(b -> !beats.contains(b))
                    .forEach(b -> missing.add(dilemma.premise() + " has no " + b));
        }

        assertThat(dilemmas).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyWorldHasTextsForPlaceRoutineAndTexture() {
        var beats = new TreeMap<String, Set<Beat>>();
        Shipped.BANK.all().stream()
                .filter(p -> p.id().startsWith("worlds/"))
                .forEach(p -> beats.computeIfAbsent(
                                p.when()
                                        .getOrDefault("world", Set.of("?"))
                                        .iterator()
                                        .next(),
                                w -> new HashSet<>())
                        .add(p.beat()));

        assertThat(beats).isNotEmpty();
        assertThat(beats.values()).allSatisfy(b -> assertThat(b).contains(Beat.PLACE, Beat.ROUTINE, Beat.TEXTURE));
    }

    @Test
    void theDigestIsOfAllFiles() {
        assertThat(Shipped.BANK.sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(Bank.shipped().sha256())
                .isNotEqualTo(Tiny.BANK.sha256());
    }

    @Test
    void aFileThatIsListedAndMissingIsNamed() {
        Bank bank = new Bank(List.of("telling/nowhere.yaml"), file -> {
            throw new IllegalStateException("resource /bank/%s is missing".formatted(file));
        });

        assertThatThrownBy(bank::all)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("telling/nowhere.yaml");
    }

    private static String archetype(Passage passage) {
        return passage.when().getOrDefault("archetype", Set.of("")).iterator().next();
    }

    private static String source(Passage passage) {
        return passage.lines().stream()
                .map(l ->
                        l.speaker() + ":" + (l.stage() == null ? "" : l.stage().source())
                                + l.text().source())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> ids(Named[] values) {
        return Arrays.stream(values).map(Named::id).collect(Collectors.toUnmodifiableSet());
    }
}
