package dev.parable.generator;

/**
 * The batches of a run, at one moment.
 *
 * @param submitted since the start
 * @param out at the servers, earlier starts' included
 * @param done requests of those that are over, as far as the servers have said
 * @param total requests of those
 */
public record Batched(int submitted, int out, long done, long total) {}
