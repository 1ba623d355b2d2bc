package dev.parable.generator.llm;

/**
 * What goes on at one endpoint, at one moment and since it was opened.
 *
 * @param inFlight calls at the server, hedges included
 * @param waiting calls that wait for a turn
 * @param level how many may be at the server at once now
 * @param answered attempts that the server answered
 * @param faults attempts that came to nothing, those told to slow down and those given up by us left out
 * @param toldToSlowDown attempts answered with 429
 * @param hedges stragglers that were asked again
 * @param open whether the server is given a rest because nothing was answered
 */
public record Traffic(
        int inFlight,
        int waiting,
        int level,
        long answered,
        long faults,
        long toldToSlowDown,
        long hedges,
        boolean open) {}
