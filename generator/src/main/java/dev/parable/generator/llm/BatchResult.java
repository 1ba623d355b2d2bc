package dev.parable.generator.llm;

import dev.parable.domain.Reply;

/** What came of one request of a batch. */
public sealed interface BatchResult {

    /** The model answered. */
    record Answered(Reply reply) implements BatchResult {}

    /** It did not, and may if it is asked again: the request expired, was canceled or met a fault of the server. */
    record Again(String cause, String detail) implements BatchResult {}

    /** This request will not be answered. */
    record Never(String cause, String detail) implements BatchResult {}

    /** No request will be, until somebody acts. */
    record Nobody(Reply.Unavailable why) implements BatchResult {}

    /** As a live call is judged. */
    static BatchResult of(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Answered answered -> new Answered(answered.reply());
            case Attempt.Faulted faulted -> {
                Fault fault = faulted.fault();
                if (fault.cause().about() == Cause.About.ACCESS) {
                    yield new Nobody(new Reply.Unavailable(fault.cause().id(), fault.detail()));
                }
                yield fault.again() == Cause.Again.NEVER
                        ? new Never(fault.cause().id(), fault.detail())
                        : new Again(fault.cause().id(), fault.detail());
            }
        };
    }
}
