package dev.parable.generator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch in the ledger, from before it is submitted.
 *
 * @param name ours for it, which its server is told too
 * @param model the user's name for the model
 * @param server the base URL that it is submitted to
 * @param id the server's for it; null until that is known
 * @param begun when the submission began
 * @param estimate what it is expected to cost; 0 where there is no price
 * @param requests by number
 */
record Submission(
        String name,
        String model,
        String server,
        @Nullable String id,
        Instant begun,
        double estimate,
        List<Asked> requests) {

    /** A request: the key of its completion, and what it is for. */
    record Asked(String key, String role) {}

    Submission {
        requests = List.copyOf(requests);
    }
}
