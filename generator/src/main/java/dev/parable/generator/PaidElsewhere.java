package dev.parable.generator;

import dev.parable.domain.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Completions in the ledgers of other runs, by key. */
final class PaidElsewhere implements Function<String, @Nullable Reply>, AutoCloseable {

    private final List<Ledger> ledgers = new ArrayList<>();

    private PaidElsewhere() {}

    /** Throws {@link BadInput} if one of the folders has no ledger. */
    static PaidElsewhere open(List<Path> runs) {
        for (Path run : runs) {
            if (!Files.isRegularFile(run.resolve(Ledger.FILE))) {
                throw new BadInput(
                        "--paid %s: there is no %s, so nothing was paid for there".formatted(run, Ledger.FILE));
            }
        }
        var elsewhere = new PaidElsewhere();
        try {
            runs.forEach(run -> elsewhere.ledgers.add(Ledger.open(run)));
            return elsewhere;
        } catch (RuntimeException e) {
            elsewhere.close();
            throw e;
        }
    }

    /** A completion; null where none of them has one. Failures are asked again: what failed there may come here. */
    @Override
    public @Nullable Reply apply(String key) {
        for (Ledger ledger : ledgers) {
            Reply reply = ledger.completion(key).orElse(null);
            if (reply != null && !(reply instanceof Reply.Failed)) {
                return reply;
            }
        }
        return null;
    }

    @Override
    public void close() {
        ledgers.forEach(Ledger::close);
    }
}
