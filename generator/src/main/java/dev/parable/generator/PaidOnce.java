package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language model that never asks twice: what the ledger holds under the same sampling and the same prompt is the
 * answer, a new completion (or a failure for good) is in the ledger before it is used, and callers that ask the same at
 * the same time share one call.
 */
final class PaidOnce implements LanguageModel {

    private final LanguageModel model;
    private final String name;
    private final String role;
    private final String sampling;
    private final Ledger ledger;
    private final Map<String, CompletableFuture<Reply>> asking = new ConcurrentHashMap<>();

    /**
     * @param name the model's, for the ledger's account
     * @param role what it is asked for, such as {@code writer}; for the account too, since the prompt says the rest
     * @param sampling model name and every setting that changes what it answers
     */
    PaidOnce(LanguageModel model, String name, String role, String sampling, Ledger ledger) {
        this.model = model;
        this.name = name;
        this.role = role;
        this.sampling = sampling;
        this.ledger = ledger;
    }

    @Override
    public Reply reply(Prompt prompt) {
        String key = key(sampling, prompt);
        var mine = new CompletableFuture<Reply>();
        CompletableFuture<Reply> others = asking.putIfAbsent(key, mine);
        if (others != null) {
            return others.join();
        }
        try {
            Reply reply = ledger.completion(key).orElseGet(() -> ask(key, prompt));
            mine.complete(reply);
            return reply;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.remove(key);
        }
    }

    private Reply ask(String key, Prompt prompt) {
        Reply reply = model.reply(prompt);
        ledger.record(key, name, role, reply);
        return reply;
    }

    /** SHA-256 over sampling, system and user text, and the schema where there is one, each with its length before it. */
    static String key(String sampling, Prompt prompt) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            List<String> parts = prompt.schema().isEmpty()
                    ? List.of(sampling, prompt.system(), prompt.user())
                    : List.of(sampling, prompt.system(), prompt.user(), prompt.schema());
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha256.update(bytes);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
