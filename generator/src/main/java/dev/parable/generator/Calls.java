package dev.parable.generator;

/**
 * What goes on between a run and its models, at one moment.
 *
 * @param inFlight calls at the servers
 * @param waiting calls that wait for a turn
 * @param answered calls that were answered since the start
 * @param toldToSlowDown answers 429 since the start
 * @param spent money, earlier starts of the run included; 0 where no model has a price
 */
public record Calls(int inFlight, int waiting, long answered, long toldToSlowDown, double spent) {}
