package dev.parable.generator.llm;

import static dev.parable.generator.llm.Scripts.error;
import static dev.parable.generator.llm.Scripts.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.generator.llm.ChatServer.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many calls to one server, over sockets. */
@Timeout(60)
class CallingTest {

    @Test
    void aHardLimitIsLearntAndNoStormFollows() throws Exception {
        int limit = 8;
        int calls = 400;
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Script limited = call -> {
            boolean refuse = inFlight.incrementAndGet() > limit;
            if (refuse) {
                refused.incrementAndGet();
            } else {
                Thread.sleep(2);
            }
            // Before the answer: the caller may ask again over another connection as soon as it has it.
            inFlight.decrementAndGet();
            return (refuse ? error(429, "slow down", "Retry-After: 1") : story("Once.")).answer(call);
        };
        try (ChatServer server = new ChatServer(limited);
                ServedModel model = open(server, new Pace(64, RateLimit.NONE, false), Timekeeper.system())) {
            for (Reply reply : ask(model, calls)) {
                assertThat(reply).isInstanceOf(Reply.Completed.class);
            }
            assertThat(model.traffic().toldToSlowDown()).isEqualTo(refused.get());
            // At 64 at once for good, each call that was taken would have cost seven refusals.
            assertThat(refused.get()).isLessThan(calls / 2);
        }
    }

    @Test
    void aStragglerIsHungUpOnWhenItsSecondAttemptIsFaster() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch hungUp = new CountDownLatch(1);
        Script straggling = call -> {
            if (asked.getAndIncrement() == Latencies.ENOUGH + 20) {
                if (call.socket().getInputStream().read() < 0) {
                    hungUp.countDown();
                }
                return false;
            }
            return story("Once.").answer(call);
        };
        try (ChatServer server = new ChatServer(straggling);
                ServedModel model = open(server, new Pace(4, RateLimit.NONE, true), Timekeeper.system())) {
            for (Reply reply : ask(model, Latencies.ENOUGH + 40)) {
                assertThat(reply).isInstanceOf(Reply.Completed.class);
            }
            assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(model.traffic().hedges()).isEqualTo(1);
            assertThat(asked).hasValue(Latencies.ENOUGH + 41);
        }
    }

    @Test
    void laterStagesGoFirst() throws Exception {
        Semaphore mayAnswer = new Semaphore(0);
        List<String> bodies = new ArrayList<>();
        Script slow = call -> {
            synchronized (bodies) {
                bodies.add(call.asked().body());
            }
            mayAnswer.acquire();
            return story("Once.").answer(call);
        };
        try (ChatServer server = new ChatServer(slow);
                ServedModel model = open(server, new Pace(1, RateLimit.NONE, false), Timekeeper.system());
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> replies = new ArrayList<>();
            List<LanguageModel> stages = List.of(model, model, model.ranked(1), model.ranked(2));
            for (int i = 0; i < stages.size(); i++) {
                LanguageModel stage = stages.get(i);
                String text = "stage no. " + i;
                replies.add(callers.submit(() -> stage.reply(new Prompt("", text))));
                while (model.traffic().inFlight() + model.traffic().waiting() <= i) {
                    Thread.onSpinWait();
                }
            }
            mayAnswer.release(stages.size());
            for (Future<Reply> reply : replies) {
                assertThat(reply.get()).isInstanceOf(Reply.Completed.class);
            }
            assertThat(bodies.stream().map(b -> b.replaceAll("(?s).*stage no. (\\d).*", "$1")))
                    .containsExactly("0", "3", "2", "1");
        }
    }

    private static ServedModel open(ChatServer server, Pace pace, Timekeeper time) {
        ModelSettings settings = ModelSettings.parse("openai:teller")
                .withBaseUrl(server.baseUrl())
                .withApiKeyVariable("");
        return ServedModel.open(settings, pace, Map.of(), TestBench.limits(TestBench.AMPLE, TestBench.AMPLE), time);
    }

    private static List<Reply> ask(ServedModel model, int calls) throws Exception {
        List<Future<Reply>> replies = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                Prompt prompt = new Prompt("You tell stories.", "Tell no. " + i + ".");
                replies.add(callers.submit(() -> model.reply(prompt)));
            }
        }
        List<Reply> all = new ArrayList<>();
        for (Future<Reply> reply : replies) {
            all.add(reply.get());
        }
        return all;
    }
}
