package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.silence;
import static dev.parable.generator.llm.Scripts.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.Reply;
import dev.parable.generator.llm.ChatServer.Script;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads: how many calls at once, who may call, what interrupting and closing do. */
@Timeout(60)
class ConcurrencyTest {

    @Test
    void asManyCallsAsAllowedAreAtTheServerAtOnceAndNoMore() throws Exception {
        int permits = 4;
        int calls = 5 * permits;
        CyclicBarrier full = new CyclicBarrier(permits);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        Script together = call -> {
            peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                full.await(20, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IOException("only " + inFlight.get() + " calls came", e);
            }
            inFlight.decrementAndGet();
            return story("Once.").answer(call);
        };
        try (TestBench bench = new TestBench(
                        TestBench.limits(TestBench.AMPLE, TestBench.AMPLE),
                        s -> s.withConcurrency(permits).withRetries(0),
                        together);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                replies.add(callers.submit(bench::reply));
            }
            for (Future<Reply> reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Completed.class);
            }
            assertThat(peak.get()).isEqualTo(permits);
            assertThat(bench.server.connections()).isLessThan(calls);
        }
    }

    @Test
    void anEventLoopIsRefused() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (TestBench bench = TestBench.with(story("Once."))) {
            List<Function<ServedModel, Reply>> calls =
                    List.of(m -> m.reply(TestBench.PROMPT), m -> m.stream(TestBench.PROMPT, text -> {}));
            for (Function<ServedModel, Reply> call : calls) {
                CompletableFuture<Reply> result = new CompletableFuture<>();
                vertx.runOnContext(ignored -> {
                    try {
                        result.complete(call.apply(bench.model));
                    } catch (RuntimeException e) {
                        result.completeExceptionally(e);
                    }
                });
                assertThatThrownBy(result::get)
                        .hasCauseInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("virtual thread");
            }
            assertThat(bench.requests()).isZero();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    @Test
    void anInterruptedCallFailsHangsUpAndStaysInterrupted() throws Exception {
        interruptedCallsHangUp(TestBench::reply);
    }

    @Test
    void anInterruptedStreamFailsHangsUpAndStaysInterrupted() throws Exception {
        interruptedCallsHangUp(bench -> bench.model.stream(TestBench.PROMPT, text -> {}));
    }

    private static void interruptedCallsHangUp(Function<TestBench, Reply> call) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        Script script = request -> {
            asked.countDown();
            if (request.socket().getInputStream().read() < 0) {
                hungUp.countDown();
            }
            return false;
        };
        try (TestBench bench = TestBench.with(script)) {
            CompletableFuture<Reply> reply = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                reply.complete(call.apply(bench));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            asked.await();
            caller.interrupt();
            assertThat(((Reply.Unavailable) reply.get()).cause()).isEqualTo("interrupted");
            assertThat(flag.get()).isTrue();
            assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingEndsTheCallsInFlight() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        Script script = call -> {
            asked.countDown();
            return silence().answer(call);
        };
        try (TestBench bench = TestBench.with(script);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> reply = callers.submit(bench::reply);
            Future<Reply> stream = callers.submit(() -> bench.model.stream(TestBench.PROMPT, text -> {}));
            asked.await();
            bench.model.close();
            assertThat(((Reply.Unavailable) reply.get()).cause()).isEqualTo("closed");
            assertThat(((Reply.Unavailable) stream.get()).cause()).isEqualTo("closed");
        }
    }

    @Test
    void closingEndsAPause() throws Exception {
        CountDownLatch pausing = new CountDownLatch(1);
        Timekeeper real = Timekeeper.system();
        Timekeeper time = new Timekeeper() {
            @Override
            public Instant now() {
                return real.now();
            }

            @Override
            public long nanos() {
                return real.nanos();
            }

            @Override
            public void sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
                pausing.countDown();
                real.sleep(pause, wake);
            }
        };
        try (TestBench bench = TestBench.withClock(time, Scripts.error(429, "slow down", "Retry-After: 300"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply> reply = callers.submit(bench::reply);
            pausing.await();
            bench.model.close();
            assertThat(((Reply.Unavailable) reply.get()).cause()).isEqualTo("closed");
        }
    }

    @Test
    void whatIsClosedAsksNothing() throws IOException {
        try (TestBench bench = TestBench.with(story("Once."))) {
            bench.model.close();
            assertThat(bench.unavailability().cause()).isEqualTo("closed");
            assertThat(bench.requests()).isZero();
        }
    }

    @Test
    void closingLeavesNoThreads() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<Thread> own = new ArrayList<>();
        try (TestBench bench = TestBench.with(story("Once."))) {
            bench.reply();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (!before.contains(thread) && thread.getName().startsWith("vert")) {
                    own.add(thread);
                }
            }
            assertThat(own).isNotEmpty();
        }
        for (Thread thread : own) {
            thread.join(20_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }
}
