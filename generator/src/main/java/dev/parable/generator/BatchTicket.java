package dev.parable.generator;

import dev.parable.domain.Reply;
import dev.parable.generator.llm.Batches;
import java.util.concurrent.CompletableFuture;

/**
 * A request that somebody waits for.
 *
 * @param model the user's name for it
 * @param key of its completion
 * @param role what it is for
 * @param reply ends when the reply is in the ledger, or nothing is waited for any more
 */
record BatchTicket(String model, String key, String role, Batches.Written written, CompletableFuture<Reply> reply) {}
