package dev.parable.generator;

import org.jspecify.annotations.Nullable;

/**
 * What goes on between a run and its models, at one moment.
 *
 * @param inFlight calls at the servers
 * @param waiting calls that wait for a turn
 * @param answered calls that were answered since the start
 * @param toldToSlowDown answers 429 since the start
 * @param spent money, earlier starts of the run included; 0 where no model has a price
 * @param batched where models are asked by batches, in place of all before but the money
 */
public record Calls(
        int inFlight,
        int waiting,
        long answered,
        long toldToSlowDown,
        double spent,
        @Nullable Batched batched) {}
