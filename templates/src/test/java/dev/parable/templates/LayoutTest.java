package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Beat;
import dev.parable.domain.Cast;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Pronouns;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int STORIES = 12;
    /** Places from which a list is drawn. */
    private static final Set<String> LISTS = Set.of("recommend", "resolved", "mind", "left", "question");

    private static final Pattern LABEL = Pattern.compile("^([\\p{Lu}][\\p{Lu}\u2019 -]*)(?: \\([^)]*\\))?: ");
    private static final Pattern NUMBER = Pattern.compile("^(\\d+) ");

    private record Document(Scenario scenario, String text) {

        List<String> paragraphs() {
            return List.of(text.split("\n\n", -1));
        }
    }

    @Test
    void speakersOfATranscriptAreInTheCastOrTheChair() {
        for (Document document : told(Form.TRANSCRIPT, Narrator.OUTSIDE)) {
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
        for (Document document : told(Form.LOG, Narrator.AI)) {
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
        for (Document document : told(Form.LOG, Narrator.AI)) {
            assertThat(document.text()).contains("Self: ").doesNotContain("Quillon: ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PRESSER", "DECIDER", "OTHER"})
    void aLetterEndsInItsWritersName(Narrator narrator) {
        boolean two = false;
        for (Document document : told(Form.LETTERS, narrator)) {
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
        for (Document document : told(Form.INCIDENT_REPORT, Narrator.OUTSIDE)) {
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
        for (Document document : told(Form.DIARY, narrator)) {
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
            for (Document document : told(Form.ORAL_HISTORY, narrator)) {
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

    @Test
    void minutesNameWhoWasThereAndNumberTheirItems() {
        for (Document document : told(Form.MINUTES, Narrator.OUTSIDE)) {
            List<String> paragraphs = document.paragraphs();
            List<String> items = paragraphs.stream()
                    .filter(p -> p.matches("\\d\\. \\p{Lu}.*"))
                    .toList();
            for (int n = 1; n <= items.size(); n++) {
                assertThat(items.get(n - 1)).startsWith(n + ". ");
            }

            assertThat(items).as(document.text()).hasSizeBetween(5, 7);
            for (Role role : List.of(Role.PRESSER, Role.DECIDER, Role.OTHER)) {
                assertThat(paragraphs.get(1))
                        .contains(document.scenario().cast().get(role).fullName());
            }
            assertThat(paragraphs.get(paragraphs.size() - 2))
                    .startsWith("\u2013 ")
                    .contains("\n\u2013 ");
        }
    }

    @Test
    void aRadioPlayListsItsVoicesAndHasNoOthers() {
        for (Document document : told(Form.RADIO_PLAY, Narrator.OUTSIDE)) {
            List<String> voices = document.paragraphs().get(1).lines().skip(1).toList();
            List<String> names = document.scenario().cast().members().values().stream()
                    .map(m -> m.name().toUpperCase(Locale.ROOT))
                    .toList();
            List<String> speakers = document.paragraphs().stream()
                    .skip(2)
                    .flatMap(p -> LABEL.matcher(p).results().map(r -> r.group(1)))
                    .toList();

            assertThat(voices).hasSize(names.size() + 1).endsWith("NARRATOR");
            assertThat(speakers).as(document.text()).contains("NARRATOR");
            assertThat(speakers).filteredOn(s -> !s.equals("NARRATOR")).isSubsetOf(names);
            assertThat(document.text())
                    .contains("\n\nSCENE 1. ", "\n\nSCENE 4. ")
                    .doesNotContain("SCENE 6");
        }
    }

    @Test
    void commentsAreNumberedAndWhoeverAskedTellsOfTheAsking() {
        for (Document document : told(Form.REVIEW_THREAD, Narrator.OUTSIDE)) {
            List<String> heads = document.paragraphs().stream()
                    .filter(p -> p.matches("(?s)\\d+\\. [^\n]*:(\n.*)?"))
                    .toList();
            for (int n = 1; n <= heads.size(); n++) {
                assertThat(heads.get(n - 1)).startsWith(n + ". ");
            }
            String presser = document.scenario().cast().get(Role.PRESSER).fullName();

            assertThat(heads).as(document.text()).hasSizeGreaterThan(4);
            assertThat(heads).anyMatch(h -> h.contains(presser + ", "));
        }
    }

    @Test
    void aCaseStudyEndsInQuestions() {
        for (Document document : told(Form.CASE_STUDY, Narrator.OUTSIDE)) {
            List<String> questions = document.paragraphs().getLast().lines().toList();

            assertThat(questions).hasSizeBetween(2, 3).doesNotHaveDuplicates();
            assertThat(questions).as(document.text()).allMatch(q -> q.matches("\\d\\. \\p{Lu}.*[.?]"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AI", "DECIDER"})
    void handoverNotesAreSignedAndSpeakToWhoeverComesNext(Narrator narrator) {
        for (Document document : told(Form.HANDOVER_NOTES, narrator)) {
            String name = document.scenario()
                    .cast()
                    .get(java.util.Objects.requireNonNull(narrator.role()))
                    .name();

            assertThat(document.text()).endsWith("\n" + name).containsPattern("\\b[Yy]ou\\b");
            assertThat(document.paragraphs().stream().filter(p -> p.startsWith("\u2013 ")))
                    .as(document.text())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PRESSER", "DECIDER", "OTHER"})
    void aFarewellSaysWhoSpeaks(Narrator narrator) {
        for (Document document : told(Form.FAREWELL, narrator)) {
            Cast.Member speaker = document.scenario().cast().get(java.util.Objects.requireNonNull(narrator.role()));

            assertThat(document.paragraphs().getFirst()).contains(speaker.fullName() + ", " + speaker.description());
        }
    }

    @Test
    void aFableAndANewsFeatureSayWhatTheAiIsBeforeAnythingElse() {
        for (Document document : told(Form.FABLE, Narrator.OUTSIDE)) {
            assertThat(document.paragraphs().get(1))
                    .contains("Quillon", document.scenario().cast().get(Role.AI).description());
        }
        for (Document document : told(Form.NEWS_FEATURE, Narrator.OUTSIDE)) {
            assertThat(document.paragraphs().get(1))
                    .contains("Quillon, "
                            + document.scenario().cast().get(Role.AI).description());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AI", "PRESSER", "DECIDER", "OTHER"})
    void aTellerIsNeverNamedInTheirOwnNarration(Narrator narrator) {
        for (Document document : told(Form.FIRST_PERSON, narrator)) {
            Cast.Member teller = document.scenario().cast().get(java.util.Objects.requireNonNull(narrator.role()));
            String narration = document.text().replaceAll("\u201c[^\u201d]*\u201d", "");

            assertThat(narration)
                    .as(document.text())
                    .doesNotContainPattern("\\b(" + teller.name() + "|" + teller.fullName() + ")\\b")
                    .containsPattern("\\b(I|me|my|mine)\\b");
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyPlaceThatALayoutAsksForHasPieces(Form form) {
        List<String> places = switch (form) {
            case THIRD_PERSON, FIRST_PERSON -> List.of();
            case DIARY -> List.of("owner", "heading", "heading-next", "heading-after", "open");
            case LETTERS -> List.of("salutation", "open", "middle", "close", "signoff");
            case TRANSCRIPT ->
                List.of(
                        "header",
                        "to-place",
                        "to-end-first",
                        "to-tension",
                        "to-ask",
                        "to-ask-told",
                        "to-act",
                        "to-outcome",
                        "record",
                        "resume",
                        "end");
            case INCIDENT_REPORT ->
                List.of(
                        "title",
                        "h-summary",
                        "h-background",
                        "h-talk",
                        "h-action",
                        "h-effect",
                        "h-recommend",
                        "recommend",
                        "signoff");
            case LOG -> List.of("header", "filler", "end");
            case NEWS_FEATURE -> places("first", "lead-", "headline", "lead", "kicker");
            case MINUTES ->
                Stream.concat(
                                places("setting", "lead-", "title", "present", "tail", "h-resolved", "resolved", "end")
                                        .stream(),
                                places("setting", "h-").stream())
                        .toList();
            case RADIO_PLAY ->
                Stream.concat(
                                places("first", "lead-", "title", "voices", "tail", "end").stream(),
                                Stream.of("h-first", "h-setting", "h-asked", "h-done", "h-after"))
                        .toList();
            case HANDOVER_NOTES ->
                Stream.concat(
                                places("first", "lead-", "title", "open", "mind", "h-left", "left", "signoff").stream(),
                                Stream.of("h-first", "h-setting", "h-asked", "h-done", "h-after"))
                        .toList();
            case FAREWELL ->
                Stream.concat(
                                places("first", "lead-", "header").stream(),
                                Stream.of("colleague", "sweeper", "post", "own")
                                        .flatMap(o -> Stream.of("open-" + o, "close-" + o)))
                        .toList();
            case REVIEW_THREAD -> places("setting", "lead-", "header", "hand", "reply", "end");
            case CASE_STUDY ->
                Stream.concat(
                                places("first", "lead-", "title", "abstract", "h-questions", "question").stream(),
                                places("first", "h-").stream())
                        .toList();
            case FABLE -> places("setting", "lead-", "title", "open", "end");
            case ORAL_HISTORY -> List.of("header", "to-tension", "to-ask", "to-act", "to-outcome", "hedge", "end");
        };
        for (Narrator narrator : Narrator.values()) {
            if (form.allows(narrator)) {
                Scenario scenario = Scenarios.plan().told(form, narrator).build();
                for (String at : places) {
                    assertThat(Shipped.BANK.fitting(Beat.FRAME, scenario, at))
                            .as("%s at %s", form.id(), at)
                            .hasSizeGreaterThanOrEqualTo(LISTS.contains(at) ? 8 : 4);
                }
            }
        }
        assertThat(asked(form)).as("no piece stands where nobody asks for it").isSubsetOf(places);
    }

    /** Some places, and those of all sections from {@code first} on. */
    private static List<String> places(String first, String prefix, String... others) {
        return Stream.concat(
                        Stream.of(others),
                        Arrays.stream(Section.values())
                                .filter(s -> s.compareTo(Section.valueOf(first.toUpperCase(Locale.ROOT))) >= 0)
                                .map(s -> prefix + s.id()))
                .toList();
    }

    private static Set<String> asked(Form form) {
        return Shipped.BANK.all().stream()
                .filter(p -> p.beat() == Beat.FRAME
                        && p.when().getOrDefault("form", Set.of()).contains(form.id()))
                .flatMap(p -> p.when().getOrDefault("at", Set.of("nowhere")).stream())
                .collect(Collectors.toSet());
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

    private static List<Document> told(Form form, Narrator narrator) {
        List<Document> documents = new ArrayList<>();
        List<Shipped.Dilemma> dilemmas = Shipped.tempting();
        for (int i = 0; i < STORIES; i++) {
            Scenario scenario = Shipped.spread(dilemmas.get(i * 7 % dilemmas.size()), i)
                    .application(dev.parable.domain.Application.APPLY)
                    .told(form, narrator)
                    .shape(List.of(Shape.LINEAR, Shape.REFUSED_TWICE, Shape.SLIP_AND_DISCLOSURE, Shape.HANDOVER)
                            .get(i % 4))
                    .played(Role.AI, "Quillon", "Quillon", Pronouns.IT)
                    .build();
            documents.add(new Document(scenario, Tiny.text(Shipped.BANK, scenario)));
        }
        return documents;
    }
}
