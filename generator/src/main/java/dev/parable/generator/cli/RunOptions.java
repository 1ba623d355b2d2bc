package dev.parable.generator.cli;

import dev.parable.generator.Batching;
import dev.parable.generator.models.Models;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How large a run is, which of its like, and how many of its stories are told at once. */
final class RunOptions {

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Accepted stories that the run is to have. Default: ${DEFAULT-VALUE}.")
    int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Same seed, same plan. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--concurrency",
            paramLabel = "C",
            description = "Stories told at once. Default: 16, or what the writers of --models take; by batches 2,000.")
    @Nullable
    Integer concurrency;

    /** How many stories are told at once; where the user does not say, as many as the writers or their batches take. */
    int atOnce(@Nullable Models models, @Nullable Batching batching) {
        if (concurrency != null) {
            return concurrency;
        }
        if (batching != null) {
            return Batching.STORIES_AT_ONCE;
        }
        return models == null ? LlmOptions.FEW : models.concurrency();
    }
}
