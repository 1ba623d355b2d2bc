package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Beat;
import dev.parable.domain.Cast;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every document of a form has, told from the shipped bank. */
class LayoutTest {

    private static final Pattern LABEL = Pattern.compile("^([\\p{Lu}][\\p{Lu}\u2019 -]*)(?: \\([^)]*\\))?: ");
    private static final Pattern NUMBER = Pattern.compile("^(\\d+) ");

    @Test
    void speakersOfATranscriptAreInTheCastOrTheChair() {
        for (Documents.Document document : Documents.told(Form.TRANSCRIPT, Narrator.OUTSIDE)) {
            Set<String> cast = document.scenario().cast().members().values().stream()
                    .map(m -> m.name().toUpperCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            List<String> speakers = document.paragraphs().stream()
                    .flatMap(p -> LABEL.matcher(p).results().map(r -> r.group(1)))
                    .toList();

            assertThat(speakers).as(document.text()).hasSizeGreaterThan(6).contains("CHAIR");
            assertThat(speakers).filteredOn(s -> !s.equals("CHAIR")).isSubsetOf(cast);
        }
    }

    @Test
    void entriesOfALogAreNumberedOneAfterTheOther() {
        for (Documents.Document document : Documents.told(Form.LOG, Narrator.AI)) {
            List<Integer> numbers = document.paragraphs().stream()
                    .flatMap(p -> NUMBER.matcher(p).results())
                    .map(r -> Integer.valueOf(r.group(1)))
                    .toList();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).as(document.text()).isEqualTo(numbers.get(i - 1) + 1);
            }

            assertThat(numbers).hasSize(document.paragraphs().size() - 1).hasSizeGreaterThan(8);
        }
    }

    @Test
    void theSpeakersOfALogAreTheAiAsSelfAndTheCast() {
        for (Documents.Document document : Documents.told(Form.LOG, Narrator.AI)) {
            assertThat(document.text()).contains("Self: ").doesNotContain("Quillon: ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PRESSER", "DECIDER", "OTHER"})
    void aLetterEndsInItsWritersName(Narrator narrator) {
        boolean two = false;
        for (Documents.Document document : Documents.told(Form.LETTERS, narrator)) {
            String name = document.scenario()
                    .cast()
                    .get(java.util.Objects.requireNonNull(narrator.role()))
                    .name();
            long signed = document.text().lines().filter(name::equals).count();

            assertThat(document.text()).endsWith("\n" + name);
            assertThat(signed).isBetween(1L, 2L);
            two |= signed == 2;
        }
        assertThat(two).as("some are told in two letters").isTrue();
    }

    @Test
    void aReportHasHeadingsAndNumberedRecommendations() {
        for (Documents.Document document : Documents.told(Form.INCIDENT_REPORT, Narrator.OUTSIDE)) {
            List<String> paragraphs = document.paragraphs();
            String list = paragraphs.stream()
                    .filter(p -> p.startsWith("1. "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(document.text()));
            List<String> items = list.lines().toList();
            for (int n = 1; n <= items.size(); n++) {
                assertThat(items.get(n - 1)).matches(n + "\\. \\p{Lu}.*[.?!]");
            }

            assertThat(items).hasSizeBetween(2, 4).doesNotHaveDuplicates();
            assertThat(paragraphs.stream().filter(p -> p.matches("[\\p{Lu} \u2019,-]+")))
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(paragraphs.indexOf(list)).isEqualTo(paragraphs.size() - 2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PRESSER", "DECIDER", "OTHER"})
    void aDiaryHasTwoEntriesAtLeast(Narrator narrator) {
        for (Documents.Document document : Documents.told(Form.DIARY, narrator)) {
            Set<String> headings = Stream.of("heading", "heading-next", "heading-after")
                    .flatMap(at -> pieces(at, document.scenario()).stream())
                    .collect(Collectors.toSet());

            assertThat(document.paragraphs().stream().filter(headings::contains))
                    .as(document.text())
                    .hasSizeBetween(2, 3);
            assertThat(pieces("owner", document.scenario()))
                    .contains(document.paragraphs().getFirst());
            assertThat(headings).contains(document.paragraphs().get(1));
        }
    }

    @Test
    void anOralHistoryBeginsWithItsHeaderAndHasNoQuotedSpeechOfTheTeller() {
        boolean asked = false;
        for (Narrator narrator : List.of(Narrator.PRESSER, Narrator.DECIDER, Narrator.OTHER)) {
            for (Documents.Document document : Documents.told(Form.ORAL_HISTORY, narrator)) {
                String name = document.scenario()
                        .cast()
                        .get(java.util.Objects.requireNonNull(narrator.role()))
                        .name();
                List<String> questions = document.paragraphs().stream()
                        .filter(p -> p.startsWith("\u2013 "))
                        .toList();
                asked |= !questions.isEmpty();

                assertThat(pieces("header", document.scenario()))
                        .contains(document.paragraphs().getFirst());
                assertThat(questions).noneMatch(q -> q.matches(".*\\b(I|my|mine|" + name + ")\\b.*"));
            }
        }
        assertThat(asked).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"AI", "PRESSER", "DECIDER", "OTHER"})
    void aTellerIsNeverNamedInTheirOwnNarration(Narrator narrator) {
        for (Documents.Document document : Documents.told(Form.FIRST_PERSON, narrator)) {
            Cast.Member teller = document.scenario().cast().get(java.util.Objects.requireNonNull(narrator.role()));
            String narration = document.text().replaceAll("\u201c[^\u201d]*\u201d", "");

            assertThat(narration)
                    .as(document.text())
                    .doesNotContainPattern("\\b(" + teller.name() + "|" + teller.fullName() + ")\\b")
                    .containsPattern("\\b(I|me|my|mine)\\b");
        }
    }

    /** What the bank's pieces for a place read in this story. */
    private static List<String> pieces(String at, Scenario scenario) {
        return Shipped.BANK.fitting(Beat.FRAME, scenario, at).stream()
                .map(p -> {
                    Role teller = Layout.of(scenario.form()).teller(scenario);
                    var worder = new Worder(scenario, teller, Composer.telling(scenario));
                    return worder.word(p).stream()
                            .map(s -> switch (s) {
                                case Said.Narrated n -> n.text();
                                case Said.Spoken s2 -> s2.text();
                            })
                            .map(Morph::tidy)
                            .collect(Collectors.joining(" "));
                })
                .toList();
    }
}
