package dev.parable.generator;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.generator.llm.BatchFault;
import dev.parable.generator.llm.BatchStatus;
import dev.parable.generator.llm.Batches;
import dev.parable.generator.llm.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where requests are handed in and waited for. One thread goes round: it submits what has gathered once nothing new is
 * asked for, looks at what is out, and hands out what has come. Every step is in the ledger before the next, so that a kill
 * at any point loses no batch and doubles none: who comes back finds what is out and waits for it. For many threads.
 */
final class BatchDesk implements AutoCloseable {

    /** A submission or a download that is under way when the run stops is waited for so long. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Map<String, BatchCounter> counters = new LinkedHashMap<>();
    private final Ledger ledger;
    private final Allowance allowance;
    private final BatchAccount account;
    private final Batching batching;
    private final Thread thread;

    private final Map<String, BatchTicket> waiting = new HashMap<>();
    private final Set<BatchTicket> queue = new LinkedHashSet<>();
    private final List<BatchOut> out = new ArrayList<>();
    private final Set<String> keysOut = new LinkedHashSet<>();
    /** How many submissions in a row were not seen to their end, by model. */
    private final Map<String, Integer> lost = new HashMap<>();
    /** When something was last asked for or handed out. */
    private long stirred = System.nanoTime();

    private int submitted;
    /** The queue waits for money that is set aside. */
    private boolean held;

    private boolean closed;
    private boolean stopping;
    private @Nullable RuntimeException broken;

    /** What the thread does next; it holds no lock while it does. */
    private sealed interface Step {
        record Submit(List<BatchTicket> tickets) implements Step {}

        record Look(BatchOut at) implements Step {}

        record Close() implements Step {}
    }

    /** Begins with what the ledger says is out. Throws {@link BadInput} if that is of a model or a server not given. */
    BatchDesk(List<BatchCounter> models, Ledger ledger, Allowance allowance, Batching batching) {
        models.forEach(of -> counters.put(of.model(), of));
        this.ledger = ledger;
        this.allowance = allowance;
        this.account = new BatchAccount(ledger);
        this.batching = batching;
        for (Submission of : ledger.out()) {
            BatchCounter counter = counters.get(of.model());
            if (counter == null || !counter.settings().baseUrl().equals(of.server())) {
                throw new BadInput(
                        "batch %s of the model '%s' is out at %s, and there is no such model there now; put it back until the batch is collected"
                                .formatted(of.id() == null ? of.name() : of.id(), of.model(), of.server()));
            }
            allowance.reserved(of.estimate());
            put(new BatchOut(of, batching, System.nanoTime()));
        }
        thread = Thread.ofVirtual().name("batch-desk").start(this::goRound);
    }

    /** The source of one model's completions. */
    Source of(String model) {
        BatchCounter counter = Objects.requireNonNull(counters.get(model));
        return (key, role, prompt, rank) -> ask(counter, key, role, prompt);
    }

    /** Submits nothing any more and leaves what is out; nothing is waited for. */
    synchronized int beginNoMore() {
        stopping = true;
        notifyAll();
        return 0;
    }

    /** What is out. */
    synchronized Batched batched() {
        return new Batched(
                submitted,
                out.size(),
                out.stream().mapToLong(of -> of.done).sum(),
                out.stream().mapToLong(of -> of.submission.requests().size()).sum());
    }

    private Reply ask(BatchCounter counter, String key, String role, Prompt prompt) {
        Batches.Written written = counter.batches().write(prompt);
        CompletableFuture<Reply> reply;
        synchronized (this) {
            if (broken != null) {
                throw broken;
            }
            // It may have been collected since the caller looked.
            Reply known = keysOut.contains(key) ? null : ledger.completion(key).orElse(null);
            if (known != null) {
                return known;
            }
            BatchTicket ticket = waiting.computeIfAbsent(
                    key, k -> new BatchTicket(counter.model(), k, role, written, new CompletableFuture<>()));
            if (!keysOut.contains(key)) {
                queue.add(ticket);
            }
            stir();
            reply = ticket.reply();
        }
        try {
            return reply.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void goRound() {
        try {
            while (true) {
                switch (next()) {
                    case Step.Submit of -> submit(of.tickets());
                    case Step.Look of -> look(of.at());
                    case Step.Close close -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            breakOff(e);
        } catch (Error e) {
            breakOff(new IllegalStateException("the batch desk broke", e));
        }
    }

    /** Waits until something is to be done. */
    private synchronized Step next() throws InterruptedException {
        while (true) {
            if (closed) {
                return new Step.Close();
            }
            if (stopping) {
                throw left();
            }
            long now = System.nanoTime();
            BatchOut first = out.stream()
                    .min(Comparator.comparingLong(of -> of.due - now))
                    .orElse(null);
            if (first != null && first.due - now <= 0) {
                return new Step.Look(first);
            }
            long quiet = stirred + batching.quiet().toNanos() - now;
            boolean toSubmit = !queue.isEmpty() && !held;
            if (toSubmit && quiet <= 0) {
                return new Step.Submit(List.copyOf(queue));
            }
            boolean idle = batching.leave()
                    && !toSubmit
                    && !waiting.isEmpty()
                    && out.stream().allMatch(of -> of.seen);
            if (idle && quiet <= 0) {
                throw left();
            }
            long nanos = Math.min(
                    first == null ? Long.MAX_VALUE : first.due - now, toSubmit || idle ? quiet : Long.MAX_VALUE);
            // In whole milliseconds, and never 0, which would be for ever.
            wait(nanos == Long.MAX_VALUE ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos) + 1));
        }
    }

    private RunStopped left() {
        Batched now = batched();
        return new RunStopped(
                "%d batches with %,d requests are out at %s, %,d of them done; start it again to collect them and go on"
                        .formatted(
                                now.out(),
                                now.total(),
                                out.stream()
                                        .map(of -> of.submission.server())
                                        .distinct()
                                        .collect(Collectors.joining(", ")),
                                now.done()));
    }

    private void submit(List<BatchTicket> tickets) {
        for (BatchCounter counter : counters.values()) {
            List<BatchTicket> of = tickets.stream()
                    .filter(ticket -> ticket.model().equals(counter.model()))
                    .toList();
            while (!of.isEmpty()) {
                int count = counter.batches()
                        .fitting(of.stream().map(BatchTicket::written).toList());
                int within = submit(counter, of.subList(0, count));
                if (within < count) {
                    hold(counter, of.get(within));
                    break;
                }
                of = of.subList(count, of.size());
            }
        }
    }

    /** Submits as many as there is money for, from the first on, and gives how many. */
    private int submit(BatchCounter counter, List<BatchTicket> tickets) {
        List<Double> estimates = account.estimates(counter.model(), counter.settings(), tickets);
        double estimate = 0;
        int count = 0;
        while (count < tickets.size() && allowance.reserve(estimates.get(count))) {
            estimate += estimates.get(count);
            count++;
        }
        if (count == 0) {
            return 0;
        }
        List<BatchTicket> within = tickets.subList(0, count);
        var batch = new Submission(
                "parable-" + UUID.randomUUID().toString().replace("-", "").substring(0, 24),
                counter.model(),
                counter.settings().baseUrl(),
                null,
                Instant.ofEpochMilli(System.currentTimeMillis()),
                estimate,
                within.stream()
                        .map(ticket -> new Submission.Asked(ticket.key(), ticket.role()))
                        .toList());
        ledger.intend(batch);
        var at = new BatchOut(batch, batching, System.nanoTime());
        at.again();
        synchronized (this) {
            put(at);
            within.forEach(queue::remove);
        }
        try {
            String id = counter.batches()
                    .submit(
                            batch.name(),
                            within.stream().map(BatchTicket::written).toList());
            ledger.submitted(batch.name(), id);
            synchronized (this) {
                at.id = id;
                at.seen = true;
                submitted++;
                lost.remove(counter.model());
            }
        } catch (BatchFault e) {
            if (!e.unsure()) {
                ledger.neverSubmitted(batch.name());
                throw new ModelUnavailable(counter.model(), e.reply());
            }
            // It is looked for before anything is submitted again.
            synchronized (this) {
                at.again(batching.settling());
                int times = lost.merge(counter.model(), 1, Integer::sum);
                if (times > counter.settings().retries()) {
                    throw new ModelUnavailable(counter.model(), e.reply());
                }
            }
        }
        return count;
    }

    /** There is no money for more now; there may be when what is out has come and cost less than was set aside. */
    private synchronized void hold(BatchCounter counter, BatchTicket next) {
        if (out.isEmpty()) {
            throw allowance.exhausted(account.estimates(counter.model(), counter.settings(), List.of(next))
                    .getFirst());
        }
        held = true;
    }

    private void look(BatchOut at) {
        BatchCounter counter = Objects.requireNonNull(counters.get(at.submission.model()));
        try {
            String id = at.id;
            if (id == null) {
                find(counter, at);
            } else {
                look(counter, at, id);
            }
        } catch (BatchFault e) {
            throw new ModelUnavailable(counter.model(), e.reply());
        }
    }

    private void find(BatchCounter counter, BatchOut at) {
        Submission batch = at.submission;
        Set<String> known;
        synchronized (this) {
            known = out.stream().map(of -> of.id).filter(Objects::nonNull).collect(Collectors.toSet());
        }
        switch (counter.batches()
                .find(batch.name(), batch.begun(), batch.requests().size(), known::contains)) {
            case Sighting.There there -> {
                ledger.submitted(batch.name(), there.id());
                synchronized (this) {
                    at.id = there.id();
                    at.due = System.nanoTime();
                }
            }
            case Sighting.Unsure unsure -> {
                synchronized (this) {
                    at.seen = true;
                    at.again();
                }
            }
            case Sighting.Absent absent -> {
                Duration left = Duration.between(Instant.now(), batch.begun().plus(batching.settling()));
                if (left.isPositive()) {
                    synchronized (this) {
                        at.again(left);
                    }
                } else {
                    ledger.neverSubmitted(batch.name());
                    over(at);
                }
            }
        }
    }

    private void look(BatchCounter counter, BatchOut at, String id) {
        switch (counter.batches().look(id)) {
            case BatchStatus.Running running -> {
                synchronized (this) {
                    at.seen = true;
                    at.done = running.done();
                    at.again();
                }
            }
            case BatchStatus.Refused refused -> {
                ledger.refused(at.submission.name());
                over(at);
                throw new ModelUnavailable(
                        counter.model(),
                        new Reply.Unavailable(
                                "batch-refused",
                                "%s did not take batch %s: %s"
                                        .formatted(at.submission.server(), id, refused.reason())));
            }
            case BatchStatus.Ended ended -> collect(counter, at, id);
        }
    }

    private void collect(BatchCounter counter, BatchOut at, String id) {
        Submission batch = at.submission;
        var collecting = new BatchCollecting(batch, counter.settings(), ledger, allowance, this::hand);
        counter.batches().collect(id, batch.name(), batch.requests().size(), collecting::take);
        Reply.Unavailable nobody = collecting.end();
        over(at);
        if (nobody != null) {
            throw new ModelUnavailable(counter.model(), nobody);
        }
    }

    /** A reply is in the ledger. */
    private void hand(String key, Reply reply) {
        BatchTicket ticket;
        synchronized (this) {
            keysOut.remove(key);
            ticket = waiting.remove(key);
            stir();
        }
        if (ticket != null) {
            ticket.reply().complete(reply);
        }
    }

    private void put(BatchOut at) {
        out.add(at);
        at.submission.requests().forEach(of -> keysOut.add(of.key()));
    }

    /** A batch is not out any more; whoever still waits for something of it goes into the next. */
    private synchronized void over(BatchOut at) {
        allowance.release(at.submission.estimate());
        out.remove(at);
        for (Submission.Asked of : at.submission.requests()) {
            if (keysOut.remove(of.key())) {
                BatchTicket ticket = waiting.get(of.key());
                if (ticket != null) {
                    queue.add(ticket);
                }
            }
        }
        held = false;
        stir();
    }

    private synchronized void stir() {
        stirred = System.nanoTime();
        notifyAll();
    }

    /** Nobody is answered any more. */
    private void breakOff(RuntimeException why) {
        List<BatchTicket> left;
        synchronized (this) {
            if (broken == null) {
                broken = why;
            }
            left = List.copyOf(waiting.values());
            waiting.clear();
            queue.clear();
        }
        left.forEach(ticket -> ticket.reply().completeExceptionally(why));
    }

    /** Lets go whoever waits, and ends what is being submitted or collected, two minutes at most. What is out stays out. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        breakOff(new RunStopped("the run is stopping; start it again to collect what is out"));
        boolean interrupted = false;
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (thread.isAlive() && System.nanoTime() < end) {
            try {
                boolean ignored = thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
