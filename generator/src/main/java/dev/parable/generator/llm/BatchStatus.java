package dev.parable.generator.llm;

/** How a batch is doing, by its server's word. */
public sealed interface BatchStatus {

    /**
     * It is being worked on.
     *
     * @param done requests that are over, whatever came of them
     * @param total 0 while the server has not counted
     */
    record Running(long done, long total) implements BatchStatus {}

    /** It is over, and what there is can be collected; requests may lack an answer. */
    record Ended() implements BatchStatus {}

    /** The server did not take it, and none of its requests was tried. */
    record Refused(String reason) implements BatchStatus {}
}
