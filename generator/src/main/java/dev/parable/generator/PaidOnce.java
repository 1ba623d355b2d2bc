package dev.parable.generator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A language model that never asks twice: what the ledger holds under the same sampling and the same prompt is the
 * answer, a new completion (or a failure for good) is in the ledger before it is used, and callers that ask the same at
 * the same time share one call. A call that its caller no longer waits for, because the run is stopping, still ends in the
 * ledger: it is paid for.
 */
final class PaidOnce implements LanguageModel, AutoCloseable {

    /** In characters; a run asks for recent completions again and again when it is started anew or read. */
    private static final long CACHED = 32L << 20;

    /** Calls that are out when a run stops are waited for so long. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Source source;
    private final String name;
    private final String role;
    private final String sampling;
    private final Ledger ledger;
    private final Function<String, @Nullable Reply> earlier;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Reply>> asking = new ConcurrentHashMap<>();
    private final Cache<String, Reply> recent = Caffeine.newBuilder()
            .maximumWeight(CACHED)
            .<String, Reply>weigher((key, reply) -> key.length() + reply.said().length())
            .build();

    /**
     * @param source what is asked where the ledger does not know
     * @param name the model's, for the ledger's account
     * @param role what it is asked for, such as {@code writer}; for the account too, since the prompt says the rest
     * @param sampling model name and every setting that changes what it answers
     * @param earlier what other runs have paid for, by key; null where they have not
     */
    PaidOnce(
            Source source,
            String name,
            String role,
            String sampling,
            Ledger ledger,
            Function<String, @Nullable Reply> earlier) {
        this.source = source;
        this.name = name;
        this.role = role;
        this.sampling = sampling;
        this.ledger = ledger;
        this.earlier = earlier;
    }

    /**
     * Of a model that is asked at once.
     *
     * @param model by rank: calls of a higher one go first where they wait for a turn
     * @param allowance is asked before every call
     */
    PaidOnce(
            IntFunction<LanguageModel> model,
            String name,
            String role,
            String sampling,
            Ledger ledger,
            Allowance allowance,
            Function<String, @Nullable Reply> earlier) {
        this(new LiveCalls(model, name, ledger, allowance), name, role, sampling, ledger, earlier);
    }

    /** With no limit and no other runs. */
    PaidOnce(LanguageModel model, String name, String role, String sampling, Ledger ledger) {
        this(rank -> model, name, role, sampling, ledger, Allowance.unlimited((of, input, output) -> 0), key -> null);
    }

    /** Throws {@link RunStopped} where the allowance is used up. */
    @Override
    public Reply reply(Prompt prompt) {
        return reply(prompt, 0);
    }

    /** The same for calls of a rank. */
    LanguageModel ranked(int rank) {
        return prompt -> reply(prompt, rank);
    }

    private Reply reply(Prompt prompt, int rank) {
        String key = key(sampling, prompt);
        Reply known = recent.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var mine = new CompletableFuture<Reply>();
        CompletableFuture<Reply> others = asking.putIfAbsent(key, mine);
        if (others != null) {
            return awaited(others);
        }
        try {
            Reply reply = ledger.completion(key).orElse(null);
            if (reply != null) {
                asking.remove(key);
                recent.put(key, reply);
                mine.complete(reply);
                return reply;
            }
            calls.execute(() -> settle(key, prompt, rank, mine));
        } catch (RuntimeException | Error e) {
            asking.remove(key);
            mine.completeExceptionally(e);
            throw e;
        }
        return awaited(mine);
    }

    private void settle(String key, Prompt prompt, int rank, CompletableFuture<Reply> to) {
        try {
            Reply paid = earlier.apply(key);
            Reply reply = paid == null ? source.get(key, role, prompt, rank) : paid;
            if (paid != null) {
                ledger.record(key, name, role, paid, 0);
            }
            if (!(reply instanceof Reply.Unavailable)) {
                recent.put(key, reply);
            }
            asking.remove(key);
            to.complete(reply);
        } catch (RuntimeException | Error e) {
            asking.remove(key);
            to.completeExceptionally(e);
        }
    }

    private static Reply awaited(CompletableFuture<Reply> reply) {
        try {
            return reply.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unavailable("interrupted", "the run is stopping");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** Waits for the calls that are out, two minutes at most, so that what is paid for is kept. Close it before its model. */
    @Override
    public void close() {
        calls.shutdown();
        boolean interrupted = false;
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!calls.isTerminated() && System.nanoTime() < end) {
            try {
                calls.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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
