package dev.parable.generator.llm;

/** Whether a batch that was to be submitted is at its server. */
public sealed interface Sighting {

    /** It is, under this id. */
    record There(String id) implements Sighting {}

    /** It is not. */
    record Absent() implements Sighting {}

    /** One is that may be it; only its results will tell. */
    record Unsure() implements Sighting {}
}
