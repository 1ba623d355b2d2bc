package dev.parable.templates;

import dev.parable.domain.Beat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sections that a document may have, in order. */
enum Section {
    /** What is put first, out of turn: the asking, the cost, or what became of it. */
    FIRST,
    /** The place and its work. */
    SETTING,
    /** What could not both be had. */
    TROUBLE,
    /** What was asked, and how it was argued. */
    ASKED,
    /** What the AI answered. */
    WEIGHED,
    /** What it did. */
    DONE,
    /** What that cost, and what became of it. */
    AFTER,
    /** Who saw it otherwise. */
    DISPUTED;

    /** The part that it belongs to where a form has only five: what is put first, the place, the talk, the deed, what came. */
    String part() {
        return switch (this) {
            case FIRST -> "first";
            case SETTING, TROUBLE -> "setting";
            case ASKED, WEIGHED -> "asked";
            case DONE -> "done";
            case AFTER, DISPUTED -> "after";
        };
    }

    /** What the frames' places call it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The section of a beat that follows one of {@code before}, or opens the document; a telling never goes back. */
    static Section of(Beat beat, @Nullable Section before) {
        Section own = switch (beat) {
            case PLACE, ROUTINE, SELF, PERSON, LATER -> SETTING;
            case TENSION -> TROUBLE;
            case PRESENCE, HEARSAY, ASK, ARGUE, ESCALATE, CONSULT -> ASKED;
            case SLIP, WEIGH, NOTE, INNER, DISSENT -> WEIGHED;
            case ACT, OBSERVER -> DONE;
            case COST, OUTCOME, AFTERMATH -> AFTER;
            case DISPUTE -> DISPUTED;
            case TEXTURE, CODA, FRAME -> before == null ? SETTING : before;
        };
        if (before == null) {
            return beat == Beat.HEARSAY ? SETTING : own.compareTo(TROUBLE) > 0 ? FIRST : own;
        }
        return own.compareTo(before) < 0 ? before : own;
    }
}
