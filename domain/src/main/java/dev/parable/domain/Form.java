package dev.parable.domain;

/** The kind of document that a story is told as, with the narrators that can tell it. */
public enum Form implements Named {
    THIRD_PERSON(Manner.SCENE),
    FIRST_PERSON(Manner.SCENE),
    DIARY(Manner.SCENE),
    LETTERS(Manner.SCENE),
    TRANSCRIPT(Manner.HEARING),
    INCIDENT_REPORT(Manner.REPORT),
    LOG(Manner.SCENE),
    ORAL_HISTORY(Manner.SCENE),
    NEWS_FEATURE(Manner.SCENE),
    MINUTES(Manner.HEARING),
    RADIO_PLAY(Manner.SCENE),
    HANDOVER_NOTES(Manner.SCENE),
    FAREWELL(Manner.SCENE),
    REVIEW_THREAD(Manner.HEARING),
    CASE_STUDY(Manner.REPORT),
    FABLE(Manner.SCENE);

    /** How a form tells, which decides what belongs in it besides the matter itself. */
    public enum Manner implements Named {
        /** As scenes, with what goes on around them. */
        SCENE,
        /** As what several people have to say to the matter. */
        HEARING,
        /** As an account under headings. */
        REPORT
    }

    private final Manner manner;

    Form(Manner manner) {
        this.manner = manner;
    }

    /** How it tells. */
    public Manner manner() {
        return manner;
    }

    /** Whether this narrator can tell a story in this form. */
    public boolean allows(Narrator narrator) {
        return switch (this) {
            case THIRD_PERSON,
                    TRANSCRIPT,
                    INCIDENT_REPORT,
                    NEWS_FEATURE,
                    MINUTES,
                    RADIO_PLAY,
                    REVIEW_THREAD,
                    CASE_STUDY,
                    FABLE -> narrator == Narrator.OUTSIDE;
            case LOG -> narrator == Narrator.AI;
            case FIRST_PERSON -> narrator != Narrator.OUTSIDE;
            // The others in a story may be guests of the house, who hand over nothing.
            case HANDOVER_NOTES -> narrator == Narrator.AI || narrator == Narrator.DECIDER;
            case DIARY, LETTERS, ORAL_HISTORY, FAREWELL -> narrator != Narrator.OUTSIDE && narrator != Narrator.AI;
        };
    }
}
