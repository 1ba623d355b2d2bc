package dev.parable.generator;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.BatchResult;
import dev.parable.generator.llm.ModelSettings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What comes of one batch, on its way into the ledger. A request that may be asked again is left open, until it was asked
 * as often as its model's retries allow.
 */
final class BatchCollecting {

    /** Completions that share a commit. */
    private static final int TOGETHER = 512;

    /** So many requests that all came to nothing for good, and none that was answered, are the server's trouble. */
    private static final int GONE = 16;

    private static final BatchResult.Again MISSING =
            new BatchResult.Again("malformed", "the batch has no result for this request");

    private final Submission batch;
    private final ModelSettings settings;
    private final Ledger ledger;
    private final Allowance allowance;
    private final BiConsumer<String, Reply> to;
    private final BitSet settled = new BitSet();
    private final Map<Integer, BatchResult.Again> again = new HashMap<>();
    private final List<Ledger.Collected> together = new ArrayList<>();
    private int answered;
    private Reply.@Nullable Unavailable nobody;

    /** @param to is given every reply by its key, once it is in the ledger */
    BatchCollecting(
            Submission batch,
            ModelSettings settings,
            Ledger ledger,
            Allowance allowance,
            BiConsumer<String, Reply> to) {
        this.batch = batch;
        this.settings = settings;
        this.ledger = ledger;
        this.allowance = allowance;
        this.to = to;
    }

    void take(int number, BatchResult result) {
        switch (result) {
            case BatchResult.Answered of -> {
                answered++;
                settle(number, of.reply());
            }
            case BatchResult.Never never ->
                settle(number, new Reply.Failed(never.cause(), never.detail(), attempts(number), Usage.NONE));
            case BatchResult.Again fault -> again.put(number, fault);
            case BatchResult.Nobody fault -> nobody = fault.why();
        }
    }

    /** All has come. Gives why no request can be answered for now; null where others may. */
    Reply.@Nullable Unavailable end() {
        Map<Integer, BatchResult.Again> givenUp = new HashMap<>();
        for (int number = 0; nobody == null && number < batch.requests().size(); number++) {
            if (!settled.get(number) && attempts(number) > settings.retries()) {
                givenUp.put(number, again.getOrDefault(number, MISSING));
            }
        }
        if (answered == 0 && givenUp.size() >= GONE) {
            BatchResult.Again one = givenUp.values().iterator().next();
            nobody = new Reply.Unavailable(
                    one.cause(), "%s; so ended every request of batch %s".formatted(one.detail(), batch.name()));
        } else {
            givenUp.forEach((number, fault) -> settle(
                    number,
                    new Reply.Failed(
                            fault.cause(),
                            "%s; given up after %d batches".formatted(fault.detail(), attempts(number)),
                            attempts(number),
                            Usage.NONE)));
        }
        flush();
        ledger.allCollected(batch.name());
        return nobody;
    }

    private int attempts(int number) {
        return ledger.timesBatched(batch.requests().get(number).key()) + 1;
    }

    private void settle(int number, Reply reply) {
        if (settled.get(number)) {
            return;
        }
        settled.set(number);
        Submission.Asked asked = batch.requests().get(number);
        // An earlier start may have been killed in the midst of this; what it kept is counted as spent already.
        Reply known = ledger.completion(asked.key()).orElse(null);
        if (known != null) {
            to.accept(asked.key(), known);
            return;
        }
        together.add(new Ledger.Collected(asked, reply));
        if (together.size() == TOGETHER) {
            flush();
        }
    }

    private void flush() {
        ledger.collected(batch.model(), together);
        for (Ledger.Collected of : together) {
            allowance.paid(BatchAccount.cost(settings, of.reply().usage()));
            to.accept(of.asked().key(), of.reply());
        }
        together.clear();
    }
}
