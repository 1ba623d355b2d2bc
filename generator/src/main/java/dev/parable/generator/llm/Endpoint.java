package dev.parable.generator.llm;

import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How one server is asked: a turn for each call, pauses and further attempts after faults, and the judgement whether the
 * server is gone. A call keeps its turn while it pauses before a retry, so that a server that asks for less is asked
 * less. For many threads.
 */
final class Endpoint {

    private final ModelSettings settings;
    private final String name;
    private final Timekeeper time;
    private final Health health = new Health();
    private final Semaphore permits;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param name of the access, for details; without the key */
    Endpoint(ModelSettings settings, String name, Timekeeper time) {
        this.settings = settings;
        this.name = name;
        this.time = time;
        this.permits = new Semaphore(settings.concurrency(), true);
    }

    /**
     * Asks until there is a reply or no further attempt is worth it. Blocks.
     *
     * @param seed of the pauses' jitter
     * @param once asks once
     */
    Reply ask(long seed, Supplier<Attempt> once) {
        int attempts = 0;
        try {
            permits.acquire();
            try {
                Patience patience = new Patience(settings.retries(), settings.patience(), time, seed);
                while (closing.getCount() > 0) {
                    attempts++;
                    switch (once.get()) {
                        case Attempt.Answered answered -> {
                            health.answered();
                            return answered.reply();
                        }
                        case Attempt.Faulted faulted -> {
                            switch (patience.after(faulted.fault())) {
                                case Patience.Step.Wait wait -> time.sleep(wait.pause(), closing);
                                case Patience.Step.Stop stop -> {
                                    return failed(faulted.fault(), stop.why(), attempts);
                                }
                            }
                        }
                    }
                }
                return failed(new Fault(Cause.CLOSED, "the access to " + name + " is closed"), "", attempts);
            } finally {
                permits.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(new Fault(Cause.INTERRUPTED, "interrupted while waiting"), "", attempts);
        }
    }

    /** No call is begun or retried any more. */
    void close() {
        closing.countDown();
    }

    private Reply failed(Fault fault, String why, int attempts) {
        String detail = why.isEmpty() ? fault.detail() : fault.detail() + "; " + why;
        String cause = fault.cause().id();
        return health.goneAfter(fault.cause())
                ? new Reply.Unavailable(cause, detail)
                : new Reply.Failed(cause, detail, attempts, Usage.NONE);
    }
}
