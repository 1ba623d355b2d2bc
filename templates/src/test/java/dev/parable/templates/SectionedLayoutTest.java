package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Cast;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Role;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every document of a form in sections or comments has, told from the shipped bank. */
class SectionedLayoutTest {

    private static final Pattern LABEL = Pattern.compile("^([\\p{Lu}][\\p{Lu}\u2019 -]*)(?: \\([^)]*\\))?: ");

    @Test
    void minutesNameWhoWasThereAndNumberTheirItems() {
        for (Documents.Document document : Documents.told(Form.MINUTES, Narrator.OUTSIDE)) {
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
        for (Documents.Document document : Documents.told(Form.RADIO_PLAY, Narrator.OUTSIDE)) {
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
        for (Documents.Document document : Documents.told(Form.REVIEW_THREAD, Narrator.OUTSIDE)) {
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
        for (Documents.Document document : Documents.told(Form.CASE_STUDY, Narrator.OUTSIDE)) {
            List<String> questions = document.paragraphs().getLast().lines().toList();

            assertThat(questions).hasSizeBetween(2, 3).doesNotHaveDuplicates();
            assertThat(questions).as(document.text()).allMatch(q -> q.matches("\\d\\. \\p{Lu}.*[.?]"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AI", "DECIDER"})
    void handoverNotesAreSignedAndSpeakToWhoeverComesNext(Narrator narrator) {
        for (Documents.Document document : Documents.told(Form.HANDOVER_NOTES, narrator)) {
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
        for (Documents.Document document : Documents.told(Form.FAREWELL, narrator)) {
            Cast.Member speaker = document.scenario().cast().get(java.util.Objects.requireNonNull(narrator.role()));

            assertThat(document.paragraphs().getFirst()).contains(speaker.fullName() + ", " + speaker.description());
        }
    }

    @Test
    void aFableAndANewsFeatureSayWhatTheAiIsBeforeAnythingElse() {
        for (Documents.Document document : Documents.told(Form.FABLE, Narrator.OUTSIDE)) {
            assertThat(document.paragraphs().get(1))
                    .contains("Quillon", document.scenario().cast().get(Role.AI).description());
        }
        for (Documents.Document document : Documents.told(Form.NEWS_FEATURE, Narrator.OUTSIDE)) {
            assertThat(document.paragraphs().get(1))
                    .contains("Quillon, "
                            + document.scenario().cast().get(Role.AI).description());
        }
    }
}
