package dev.parable.generator;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * One model, asked at once.
 *
 * @param model by rank
 * @param name the model's, for the ledger's account
 * @param allowance is asked before every call
 */
record LiveCalls(IntFunction<LanguageModel> model, String name, Ledger ledger, Allowance allowance) implements Source {

    @Override
    public Reply get(String key, String role, Prompt prompt, int rank) {
        allowance.begin();
        Usage took = Usage.NONE;
        try {
            long begun = System.nanoTime();
            Reply reply = model.apply(rank).reply(prompt);
            if (reply instanceof Reply.Unavailable) {
                // It may be we who let nobody in any more, which says nothing of the server.
                allowance.stop().check();
            }
            took = reply.usage();
            ledger.record(key, name, role, reply, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            return reply;
        } finally {
            allowance.end(name, took);
        }
    }
}
