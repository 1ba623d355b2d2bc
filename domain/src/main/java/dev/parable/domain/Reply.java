package dev.parable.domain;

/** What came back from an LLM. */
public sealed interface Reply {

    /** The model finished of its own accord. Token counts are the server's; 0 where it gave none. */
    record Completed(String text, int inputTokens, int outputTokens) implements Reply {}

    /** The model stopped because it reached its token limit. */
    record Truncated(String text, int inputTokens, int outputTokens) implements Reply {}

    /** The model or its server declined to answer. */
    record Refused(String text) implements Reply {}

    /** This prompt got no answer, after every retry; others may. It is settled: the prompt is not asked again. */
    record Failed(String cause, String detail, int attempts) implements Reply {}

    /** No prompt will get an answer until somebody acts: a wrong key, an empty account, a server that is gone. */
    record Unavailable(String cause, String detail) implements Reply {}
}
