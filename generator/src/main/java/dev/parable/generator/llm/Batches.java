package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpRequest;
import dev.parable.domain.Prompt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The batches of a model's server: many requests handed in at once and answered within a day, at a discount. Requests are
 * written and answers read by the code of live calls. Methods block and throw {@link BatchFault}.
 */
public final class Batches {

    /**
     * Servers take 200 MB (OpenAI) and 256 MB (Anthropic); a batch is put together in memory, and two smaller ones are as
     * good as a large one.
     */
    static final long MOST_BYTES = 64L << 20;

    private final BatchApi api;
    private final WrittenCalls calls;

    Batches(BatchApi api, WrittenCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    /**
     * A request, as a live call would send it.
     *
     * @param bytes of its body; also more than its tokens, since none is less than a byte
     */
    public record Written(HttpRequest request, long bytes) {
        @Override
        public String toString() {
            // A request's headers hold the key.
            return bytes + " bytes";
        }
    }

    /** Takes what came of a request, by its number. */
    public interface Collector {
        void take(int number, BatchResult result);
    }

    /** Asks the server whether it has batches at all, which costs nothing. */
    public void check() {
        api.check();
    }

    public Written write(Prompt prompt) {
        HttpRequest request = calls.request(prompt);
        return new Written(request, request.body().getBytes(StandardCharsets.UTF_8).length);
    }

    /** How many requests, from the first on, fit into one batch; at least 1. */
    public int fitting(List<Written> requests) {
        long bytes = 0;
        int count = 0;
        for (Written request : requests) {
            bytes += request.bytes();
            if (count > 0 && (count == api.mostRequests() || bytes > MOST_BYTES)) {
                return count;
            }
            count++;
        }
        return count;
    }

    /**
     * Submits a batch and gives the server's id for it.
     *
     * @param name unique, of letters, digits and hyphens, 50 at most; the batch can be found by it
     */
    public String submit(String name, List<Written> requests) {
        return api.submit(name, requests.stream().map(Written::request).toList());
    }

    /**
     * Looks for a batch whose submission was not seen to its end.
     *
     * @param since when that began
     * @param requests how many it has
     * @param known ids of other batches
     */
    public Sighting find(String name, Instant since, int requests, Predicate<String> known) {
        return api.find(name, since, requests, known);
    }

    public BatchStatus look(String id) {
        return api.look(id);
    }

    /**
     * Collects a batch that has ended, while it comes. Results come in any order, perhaps more than once, and may lack.
     *
     * @param requests how many it has; what has another number is passed over
     */
    public void collect(String id, String name, int requests, Collector to) {
        api.results(id, (request, attempt) -> {
            int number = number(name, request);
            if (number >= 0 && number < requests) {
                to.take(number, BatchResult.of(attempt));
            }
        });
    }

    private static int number(String name, String request) {
        String prefix = name + "-";
        if (!request.startsWith(prefix)) {
            return -1;
        }
        try {
            return Integer.parseInt(request.substring(prefix.length()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
