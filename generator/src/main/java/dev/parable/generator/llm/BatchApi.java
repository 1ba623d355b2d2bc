package dev.parable.generator.llm;

import dev.langchain4j.http.client.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What a protocol has for batches. Requests are told apart by ids of the caller's, {@code NAME-NUMBER}. */
sealed interface BatchApi permits OpenAiBatches, AnthropicBatches {

    /** Clocks of client and server may differ by so much. */
    Duration SKEW = Duration.ofMinutes(10);

    /** Most requests in a batch. */
    int mostRequests();

    /** Asks for the list of batches, which costs nothing; throws {@link BatchFault} where there is none. */
    void check();

    /** Submits a batch and gives the server's id for it. */
    String submit(String name, List<HttpRequest> requests);

    /**
     * Looks for a batch whose id is not known.
     *
     * @param since when it was submitted, at the earliest
     * @param requests how many it has
     * @param known ids of other batches
     */
    Sighting find(String name, Instant since, int requests, Predicate<String> known);

    BatchStatus look(String id);

    /** Every result of a batch that has ended, by the caller's id of the request, in any order, perhaps more than once. */
    void results(String id, BiConsumer<String, Attempt> to);

    /** The caller's id of a request. */
    static String requestId(String name, int number) {
        return name + "-" + number;
    }
}
