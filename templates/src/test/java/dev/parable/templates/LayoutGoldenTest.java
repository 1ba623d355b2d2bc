package dev.parable.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One story from the tiny bank in every form, as it stands in testdata. */
class LayoutGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/testdata/layouts");

    @ParameterizedTest
    @EnumSource(Form.class)
    void aFormIsLaidOutAsBefore(Form form) throws IOException {
        String text = Tiny.text(plan(form).build());
        Path written = Files.createDirectories(Path.of("target/golden")).resolve(form.id() + ".txt");
        Files.writeString(written, text + "\n", StandardCharsets.UTF_8);

        assertThat(written).hasSameTextualContentAs(GOLDEN.resolve(form.id() + ".txt"));
    }

    @Test
    void thereIsOneGoldenTextForEachForm() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Form.values())
                            .map(f -> f.id() + ".txt")
                            .toList());
        }
    }

    private static Scenarios plan(Form form) {
        Scenarios plan = Scenarios.plan().ais(2).words(800);
        return switch (form) {
            case THIRD_PERSON -> plan.told(form, Narrator.OUTSIDE).shape(Shape.BRAIDED);
            case FIRST_PERSON -> plan.told(form, Narrator.AI).shape(Shape.SLIP_AND_DISCLOSURE);
            case DIARY -> plan.told(form, Narrator.OTHER);
            case LETTERS -> plan.told(form, Narrator.DECIDER).key(11);
            case TRANSCRIPT, INCIDENT_REPORT, MINUTES, CASE_STUDY ->
                plan.told(form, Narrator.OUTSIDE).shape(Shape.REFUSED_TWICE);
            case LOG -> plan.told(form, Narrator.AI).shape(Shape.HANDOVER);
            case NEWS_FEATURE -> plan.told(form, Narrator.OUTSIDE).shape(Shape.BACKWARDS);
            case RADIO_PLAY, FABLE -> plan.told(form, Narrator.OUTSIDE).shape(Shape.SLIP_AND_DISCLOSURE);
            case REVIEW_THREAD -> plan.told(form, Narrator.OUTSIDE).shape(Shape.DIVERGE_AND_RECONCILE);
            case HANDOVER_NOTES -> plan.told(form, Narrator.AI).shape(Shape.COST_FIRST);
            case FAREWELL -> plan.told(form, Narrator.PRESSER);
            case ORAL_HISTORY -> plan.told(form, Narrator.PRESSER).shape(Shape.COST_FIRST);
        };
    }
}
