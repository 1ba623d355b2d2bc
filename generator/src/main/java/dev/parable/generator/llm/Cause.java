package dev.parable.generator.llm;

import java.util.Locale;

/** Why there is no reply. The id goes into the cause of a failed or unavailable {@link dev.parable.domain.Reply}. */
enum Cause {
    /** 429: too many calls, or too many tokens a minute; 529, and whatever else says that the server is overloaded. */
    RATE_LIMITED(About.SERVER, Again.UNCOUNTED),
    /** 5xx, or an error in the midst of a stream. */
    SERVER_ERROR(About.SERVER, Again.COUNTED),
    /** Refused, reset, closed early, or a name that does not resolve. */
    CONNECTION(About.SERVER, Again.COUNTED),
    /** The exchange took longer than its time. */
    TIMEOUT(About.SERVER, Again.COUNTED),
    /** A stream said nothing for too long. */
    STALLED(About.SERVER, Again.COUNTED),
    /** The answer is not a chat completion. */
    MALFORMED(About.SERVER, Again.COUNTED),
    /** The answer exceeds the bound on bodies. */
    TOO_LARGE(About.PROMPT, Again.NEVER),
    /** 401 or 403. */
    UNAUTHORIZED(About.ACCESS, Again.NEVER),
    /** 404: no such model, or no such server path. */
    NOT_FOUND(About.ACCESS, Again.NEVER),
    /** Any other status: the server will not take the request as it is. */
    BAD_REQUEST(About.PROMPT, Again.NEVER),
    /** 402, or another status that says so: the account is out of credit, and no waiting cures it. */
    OUT_OF_CREDIT(About.ACCESS, Again.NEVER),
    /** The model finished and said nothing. */
    EMPTY(About.PROMPT, Again.NEVER),
    /** The model stopped for a reason other than being done. */
    UNFINISHED(About.PROMPT, Again.NEVER),
    /** The calling thread was interrupted. */
    INTERRUPTED(About.CALLER, Again.NEVER),
    /** The model access was closed. */
    CLOSED(About.CALLER, Again.NEVER);

    /** Whose trouble it is. */
    enum About {
        /** This prompt's: the server is well. */
        PROMPT,
        /** The server's, for a while, or this prompt's: only others can tell. */
        SERVER,
        /** Every prompt's, until somebody acts. */
        ACCESS,
        /** Ours: nothing is known of the server. */
        CALLER
    }

    /** Whether the same prompt is asked again. */
    enum Again {
        NEVER,
        COUNTED,
        UNCOUNTED
    }

    private final About about;
    private final Again again;

    Cause(About about, Again again) {
        this.about = about;
        this.again = again;
    }

    About about() {
        return about;
    }

    Again again() {
        return again;
    }

    /** Lower case, words joined by hyphens. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
