package dev.parable.quality;

import dev.parable.domain.Reply;

/** A judge's model answers nobody for now. It says nothing about the story, which has to wait. */
public final class JudgeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final Reply.Unavailable reply;

    JudgeUnavailable(Criterion criterion, Reply.Unavailable reply) {
        super("the model that judges %s is unavailable (%s): %s"
                .formatted(criterion.id(), reply.cause(), reply.detail()));
        this.reply = reply;
    }

    /** What its server said. */
    public Reply.Unavailable reply() {
        return reply;
    }
}
