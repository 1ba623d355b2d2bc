package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.domain.LanguageModel;
import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Law 4: a prompt whose completion the ledger holds is not asked again. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PaidOnceTest {

    private static final Prompt PROMPT = new Prompt("You tell.", "Tell one.");

    private final AtomicInteger asked = new AtomicInteger();

    @TempDir
    Path run;

    private LanguageModel numbered() {
        return prompt -> new Reply.Completed("Story " + asked.incrementAndGet(), new Usage(1, 1));
    }

    @Test
    void aRecordedReplyIsReturnedWithoutAsking() {
        Reply first;
        try (Ledger ledger = Ledger.open(run)) {
            first = new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(PROMPT);
            assertThat(new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(PROMPT))
                    .isEqualTo(first);
        }
        try (Ledger ledger = Ledger.open(run)) {
            assertThat(new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(PROMPT))
                    .isEqualTo(first);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aReplyIsInTheLedgerBeforeItIsUsed() {
        try (Ledger ledger = Ledger.open(run)) {
            Reply reply = new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(PROMPT);
            assertThat(ledger.completion(PaidOnce.key("m", PROMPT))).contains(reply);
        }
    }

    @Test
    void refusalsAndTruncationsArePaidForToo() {
        for (Reply reply :
                List.of(new Reply.Refused("No.", Usage.NONE), new Reply.Truncated("Once u", new Usage(1, 9)))) {
            Prompt prompt = new Prompt("", reply.toString());
            try (Ledger ledger = Ledger.open(run)) {
                assertThat(new PaidOnce(p -> reply, "m", "writer", "m", ledger).reply(prompt))
                        .isEqualTo(reply);
                assertThat(new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(prompt))
                        .isEqualTo(reply);
            }
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aFailureForGoodIsNotAskedAgain() {
        var failed = new Reply.Failed("timeout", "slow", 5, Usage.NONE);
        try (Ledger ledger = Ledger.open(run)) {
            assertThat(new PaidOnce(p -> failed, "m", "writer", "m", ledger).reply(PROMPT))
                    .isEqualTo(failed);
            assertThat(new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(PROMPT))
                    .isEqualTo(failed);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatAModelThatIsUnavailableLeftOpenIsAskedAgain() {
        try (Ledger ledger = Ledger.open(run)) {
            assertThat(new PaidOnce(p -> new Reply.Unavailable("connection", "refused"), "m", "writer", "m", ledger)
                            .reply(PROMPT))
                    .isInstanceOf(Reply.Unavailable.class);
            assertThat(new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(PROMPT))
                    .isInstanceOf(Reply.Completed.class);
        }
    }

    @Test
    void callersWithOnePromptShareOneCall() throws InterruptedException {
        int callers = 8;
        var release = new CountDownLatch(1);
        var replies = new ConcurrentLinkedQueue<Reply>();
        try (Ledger ledger = Ledger.open(run)) {
            LanguageModel model = new PaidOnce(
                    prompt -> {
                        int number = asked.incrementAndGet();
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return new Reply.Completed("Story " + number, new Usage(1, 1));
                    },
                    "m",
                    "writer",
                    "m",
                    ledger);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                threads.add(Thread.ofPlatform().start(() -> replies.add(model.reply(PROMPT))));
            }
            while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            release.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(asked).hasValue(1);
        assertThat(replies).hasSize(callers).containsOnly(new Reply.Completed("Story 1", new Usage(1, 1)));
    }

    @Test
    void keysDifferBySamplingSystemAndUserAndWhereOneEnds() {
        assertThat(List.of(
                        PaidOnce.key("m", PROMPT),
                        PaidOnce.key("n", PROMPT),
                        PaidOnce.key("m", new Prompt("You tell!", "Tell one.")),
                        PaidOnce.key("m", new Prompt("You tell.", "Tell two.")),
                        PaidOnce.key("m", new Prompt("", "You tell.Tell one.")),
                        PaidOnce.key("m", new Prompt("You tell.Tell", " one.")),
                        PaidOnce.key("mYou tell.", new Prompt("", "Tell one.")),
                        PaidOnce.key("", new Prompt("mYou tell.", "Tell one.")),
                        PaidOnce.key("1:", new Prompt("1", "1:1")),
                        PaidOnce.key("1:1", new Prompt("", "11:1")),
                        PaidOnce.key("", new Prompt("1:1", "1:1"))))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
        assertThat(PaidOnce.key("m", PROMPT)).isEqualTo(PaidOnce.key("m", new Prompt("You tell.", "Tell one.")));
    }

    @Test
    void aCallWhoseCallerIsStoppedStillEndsInTheLedger() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var reply = new ConcurrentLinkedQueue<Reply>();
        try (Ledger ledger = Ledger.open(run)) {
            try (var once = new PaidOnce(
                    prompt -> {
                        begun.countDown();
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return new Reply.Completed("Paid.", new Usage(3, 4));
                    },
                    "m",
                    "writer",
                    "m",
                    ledger)) {
                Thread caller = Thread.ofVirtual().start(() -> reply.add(once.reply(PROMPT)));
                begun.await();
                caller.interrupt();
                caller.join();
                assertThat(reply.element()).isInstanceOf(Reply.Unavailable.class);
                assertThat(ledger.completions()).isZero();
                release.countDown();
            }
            assertThat(ledger.completions()).isEqualTo(1);
            assertThat(new PaidOnce(numbered(), "m", "writer", "m", ledger).reply(PROMPT))
                    .isEqualTo(new Reply.Completed("Paid.", new Usage(3, 4)));
        }
    }

    @Test
    void whatAnotherRunPaidForIsTakenOverAndCostsNothing() {
        var paid = new Reply.Completed("Paid there.", new Usage(3, 4));
        try (Ledger ledger = Ledger.open(run)) {
            var broke = Allowance.of(1, null, Clock.systemUTC(), (model, input, output) -> output);
            broke.paidBefore("m", 0, 100);
            try (var once = new PaidOnce(numbered(), "m", "writer", "m", ledger, broke, key -> paid)) {
                assertThat(once.reply(PROMPT)).isEqualTo(paid);
            }
            assertThat(asked).hasValue(0);
            assertThat(ledger.completions()).isEqualTo(1);
        }
    }

    @Test
    void anAllowanceThatIsUsedUpStopsTheRunBeforeTheCall() {
        try (Ledger ledger = Ledger.open(run)) {
            var broke = Allowance.of(1, null, Clock.systemUTC(), (model, input, output) -> output);
            broke.paidBefore("m", 0, 100);
            try (var once = new PaidOnce(numbered(), "m", "writer", "m", ledger, broke, key -> null)) {
                assertThatThrownBy(() -> once.reply(PROMPT)).isInstanceOf(RunStopped.class);
            }
            assertThat(asked).hasValue(0);
            assertThat(ledger.spent()).isEmpty();
        }
    }
}
