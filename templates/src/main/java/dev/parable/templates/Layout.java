package dev.parable.templates;

import dev.parable.domain.Form;
import dev.parable.domain.Narrator;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lays the chosen passages out as a document of one form. */
interface Layout {

    Pattern POINTS_BACK = Pattern.compile("(?s)(It|That|This|He|She|They|And|But|So|Then)\\b.*");

    /** The paragraphs of the document, not yet tidied. */
    List<String> lay(List<Passage> passages, Worder worder, Frames frames);

    /** Who says "I" when the document starts, or null. */
    default @Nullable Role teller(Scenario scenario) {
        return scenario.cell().narrator() == Narrator.OUTSIDE
                ? null
                : scenario.cell().narrator().role();
    }

    /** Whether a text begins with a word that points back, so that it does not run on from a sentence put before it. */
    static boolean pointsBack(String text) {
        return POINTS_BACK.matcher(text).matches();
    }

    /** Adds a paragraph if there is one. */
    static void add(List<String> paragraphs, String paragraph) {
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph);
        }
    }

    static Layout of(Form form) {
        return switch (form) {
            case THIRD_PERSON, FIRST_PERSON -> new ProseLayout();
            case DIARY -> new DiaryLayout();
            case LETTERS -> new LettersLayout();
            case TRANSCRIPT -> new TranscriptLayout();
            case INCIDENT_REPORT -> new ReportLayout();
            case LOG -> new LogLayout();
            case ORAL_HISTORY -> new OralLayout();
            case NEWS_FEATURE -> new NewsLayout();
            case MINUTES -> new MinutesLayout();
            case RADIO_PLAY -> new RadioLayout();
            case HANDOVER_NOTES -> new HandoverLayout();
            case FAREWELL -> new FarewellLayout();
            case REVIEW_THREAD -> new ThreadLayout();
            case CASE_STUDY -> new CaseLayout();
            case FABLE -> new FableLayout();
        };
    }
}
