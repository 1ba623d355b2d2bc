package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Beat;
import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The places in a form's frame, and the pieces that the shipped bank has for them. */
class FramePlacesTest {

    /** Places from which a list is drawn. */
    private static final Set<String> LISTS = Set.of("recommend", "resolved", "mind", "left", "question");

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
}
