package dev.parable.generator.llm;

import dev.parable.domain.Reply;

/** A server did not do what was asked of it about a batch. */
public final class BatchFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Cause kind;

    BatchFault(Cause kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    /** Whether the server may have done it all the same: the answer is what was lost, or the server broke while at it. */
    public boolean unsure() {
        return kind.about() == Cause.About.SERVER || kind.about() == Cause.About.CALLER;
    }

    /** Whether the server does not know what was asked for: it has no batches, or not this one. */
    public boolean absent() {
        return kind == Cause.NOT_FOUND || kind == Cause.BAD_REQUEST;
    }

    /** What every prompt is answered with because of it. */
    public Reply.Unavailable reply() {
        return new Reply.Unavailable(kind.id(), String.valueOf(getMessage()));
    }
}
