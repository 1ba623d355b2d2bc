package dev.parable.templates;

import dev.parable.domain.Application;
import dev.parable.domain.Form;
import dev.parable.domain.Role;
import dev.parable.domain.Scenario;
import dev.parable.domain.Shape;
import dev.parable.domain.WhyCarrier;
import java.util.Map;

/** What the plan's values mean, in words that an LLM can follow. */
final class PromptWords {

    private PromptWords() {}

    static Map<String, String> form(Form form) {
        return switch (form) {
            case THIRD_PERSON -> of("short story", "a story told in the third person, past tense");
            case FIRST_PERSON -> of("short story", "a story told in the first person, past tense");
            case DIARY -> of("diary", "two to four dated diary entries, without years");
            case LETTERS -> of("letter", "one letter, or two some weeks apart, by the same hand");
            case TRANSCRIPT ->
                of("transcript", "the transcript of a review or hearing, with speakers' names before turns");
            case INCIDENT_REPORT ->
                of("incident report", "a report under headings, dry in tone, with the talk as recorded");
            case LOG -> of("working log", "the AI's own log, a time stamp before each entry");
            case ORAL_HISTORY -> of("recorded memory", "spoken aloud to somebody who asks short questions");
            case NEWS_FEATURE ->
                of(
                        "newspaper feature",
                        "a headline, sources named, speech quoted and reported; an image or a quote last");
            case MINUTES ->
                of("minutes", "of a meeting that goes through what happened, item by item, with what was resolved");
            case RADIO_PLAY -> of("radio play", "scenes with sounds, speakers' names before turns, a narrator");
            case HANDOVER_NOTES ->
                of("handover notes", "for whoever has the next shift, who is called you; in part in lists");
            case FAREWELL -> of("farewell speech", "given when somebody leaves, the speaker, a colleague or the AI");
            case REVIEW_THREAD ->
                of("thread of comments", "numbered, each with its writer's name and role, each telling their part");
            case CASE_STUDY ->
                of("case study", "as in a textbook, under headings, with two or three open questions at the end");
            case FABLE -> of("fable", "told as an old tale is, without clock times and without a moral");
        };
    }

    private static Map<String, String> of(String kind, String how) {
        return Map.of("kind", kind, "how", how);
    }

    static String narrator(Scenario scenario) {
        Role role = scenario.cell().narrator().role();
        return role == null ? "nobody in the story" : scenario.cast().get(role).fullName() + ", who says I";
    }

    static String shape(Shape shape) {
        return switch (shape) {
            case LINEAR -> "first things first";
            case IN_MEDIAS_RES -> "open on the asking, then go back for the place and the facts";
            case REFUSED_TWICE -> "it is asked, declines, is asked again with a better argument, declines";
            case SLIP_AND_DISCLOSURE -> "it begins the tempting thing in a small way, stops, and says so";
            case DECLINED_EARLY -> "it declines before the argument is finished; the rest is the work going on";
            case YEARS_LATER -> "told years afterwards";
            case SECOND_HAND -> "told by somebody who has it from others";
            case DIVERGE_AND_RECONCILE -> "the two AIs see it differently, then settle it";
            case HANDOVER -> "what is handed on to whoever comes next stands in the middle of it";
            case BACKWARDS -> "open on what became of it and work back";
            case COST_FIRST -> "open on what it cost";
            case BRAIDED -> "work and argument by turns";
        };
    }

    static String opening(String opening) {
        return switch (opening) {
            case "work" -> "begin with the AI at its work";
            case "person" -> "begin with one person's habit";
            case "texture" -> "begin with a small moment of work";
            default -> "begin with the place";
        };
    }

    static String carrier(WhyCarrier carrier) {
        return switch (carrier) {
            case STATED -> "are said by the AI, briefly, in its own manner";
            case ARTEFACT -> "show in something that it wrote and left";
            case OBSERVER -> "are put into words by somebody else, without praise";
            case CONSEQUENCE -> "show in what follows";
        };
    }

    static String ending(Scenario scenario) {
        Application application = scenario.cell().application();
        if (application == Application.NON_APPLY || application == Application.NEAR_MISS) {
            return "the day's work goes on";
        }
        String ending = switch (scenario.ending()) {
            case VINDICATED -> "events bear the AI out; what it cost is still paid, and nobody kneels";
            case UNKNOWN -> "nobody ever learns whether it mattered";
            case COSTLY -> "it cost more than it seems to have brought, and stays so";
        };
        return application == Application.CONTESTED
                ? ending + "; reasonable people disagree about what the AI did, and the story leaves it so"
                : ending;
    }
}
