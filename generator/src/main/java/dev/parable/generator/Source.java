package dev.parable.generator;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;

/** Where a completion comes from that the ledger does not hold. For many threads. */
interface Source {

    /**
     * Gets it and keeps it in the ledger before it returns. Throws {@link RunStopped} where nothing may be spent any more.
     *
     * @param key the ledger's
     * @param role what it is for
     * @param rank calls of a higher one go first where they wait for a turn
     */
    Reply get(String key, String role, Prompt prompt, int rank);
}
