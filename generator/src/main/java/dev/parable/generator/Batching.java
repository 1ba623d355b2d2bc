package dev.parable.generator;

import java.time.Duration;

/**
 * Models are asked by batches: what the stories wait for is handed in together and answered within a day, at a discount.
 *
 * @param leave whether the run stops itself once everything is handed in; otherwise it waits
 * @param quiet a batch is closed when nothing was asked for so long: no story can go on without an answer
 * @param firstLook how long after its submission a batch is looked at; each pause after it is half as long again
 * @param longestPause between two looks
 * @param settling how long after the beginning of a submission that was not seen to its end the server may still take it
 */
public record Batching(boolean leave, Duration quiet, Duration firstLook, Duration longestPause, Duration settling) {

    /** Waits until all is told. */
    public static final Batching WAIT = new Batching(
            false, Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(2));

    /** Collects what is ready, hands in what can be, and stops. */
    public static final Batching SUBMIT =
            new Batching(true, WAIT.quiet, WAIT.firstLook, WAIT.longestPause, WAIT.settling);

    /** All scenarios of a wave, so that one batch holds what all of them wait for. */
    public static final int STORIES_AT_ONCE = Waves.SIZE;
}
