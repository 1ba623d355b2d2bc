package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parable.domain.Prompt;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import dev.parable.generator.llm.BatchServer;
import dev.parable.generator.llm.BatchServer.Fate;
import dev.parable.generator.llm.ModelSettings;
import dev.parable.generator.llm.Price;
import dev.parable.generator.llm.Protocol;
import dev.parable.generator.llm.ServedModel;
import dev.parable.generator.models.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches over a socket, in both protocols: what is handed in once is paid for once, whatever happens on the way. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchDeskTest {

    private static final String KEY = "sk-test-secret-0123456789abcdef";

    static final Batching QUICK = new Batching(
            false, Duration.ofMillis(300), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(300));
    private static final Batching LEAVING =
            new Batching(true, QUICK.quiet(), QUICK.firstLook(), QUICK.longestPause(), QUICK.settling());
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    /** A start of the program on the ledger of a folder. */
    private static final class Start implements AutoCloseable {

        final Ledger ledger;
        final Allowance allowance;
        private final ServedModel served;
        private final BatchDesk desk;
        private final PaidOnce model;

        Start(Path run, ModelSettings settings, Batching batching, double budget) {
            ledger = Ledger.open(run);
            Models models = Models.single(settings);
            allowance = new Spending(budget, null, List.of()).allowance(models, ledger, new Stop());
            served = ServedModel.open(settings, Map.of("K", KEY));
            desk = new BatchDesk(
                    List.of(new BatchCounter("teller", settings, served.batches())), ledger, allowance, batching);
            model = new PaidOnce(desk.of("teller"), "teller", "writer", settings.sampling(), ledger, key -> null);
        }

        /** Asks so many prompts at once and waits for all. */
        List<Reply> replies(int count) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Reply>> asked = IntStream.range(0, count)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> model.reply(prompt(i)), threads))
                        .toList();
                return asked.stream().map(CompletableFuture::join).toList();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        @Override
        public void close() {
            desk.close();
            model.close();
            served.close();
            ledger.close();
        }
    }

    private static Prompt prompt(int i) {
        return new Prompt("You tell stories.", "Tell number %d.".formatted(i));
    }

    private static BatchServer server(Protocol protocol) throws IOException {
        return new BatchServer(protocol, user -> "A story to: " + user);
    }

    private static ModelSettings settings(Protocol protocol, BatchServer server) {
        return ModelSettings.of(protocol, "teller")
                .withBaseUrl(server.baseUrl())
                .withApiKeyVariable("K")
                .withMaxTokens(1000)
                .withRetries(1)
                .withPrice(new Price(BigDecimal.ONE, BigDecimal.TEN));
    }

    private Start start(Protocol protocol, BatchServer server) {
        return new Start(folder, settings(protocol, server), QUICK, NO_LIMIT);
    }

    private static Reply told(int i) {
        return new Reply.Completed("A story to: Tell number %d.".formatted(i), new Usage(700, 300));
    }

    private static List<Reply> told(int from, int to) {
        return IntStream.range(from, to).mapToObj(BatchDeskTest::told).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void whatIsAskedTogetherGoesIntoOneBatchAndIsPaidAtItsPrice(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol);
                Start start = start(protocol, server)) {
            assertThat(start.replies(5)).isEqualTo(told(0, 5));
            assertThat(start.replies(5)).isEqualTo(told(0, 5));

            assertThat(server.batches()).hasSize(1);
            assertThat(server.requests()).isEqualTo(5);
            start.desk.close();
            assertThat(start.ledger.out()).isEmpty();
            assertThat(start.ledger.spent())
                    .containsExactly(new Ledger.Spent("teller", "writer", 5, 3500, 1500, 0, 0, true));
            double half = (3500 + 15000) / 2 / 1e6;
            assertThat(start.allowance.spent()).isCloseTo(half, within(1e-12));
            Models models = Models.single(settings(protocol, server));
            assertThat(new Spending(1, null, List.of())
                            .allowance(models, start.ledger, new Stop())
                            .spent())
                    .isCloseTo(half, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aRequestInABatchIsThatOfALiveCall(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol);
                Start start = start(protocol, server);
                ServedModel live = ServedModel.open(settings(protocol, server), Map.of("K", KEY))) {
            start.replies(1);
            assertThat(live.reply(prompt(0))).isEqualTo(told(0));
            assertThat(List.copyOf(server.batches().getFirst().requests().values()))
                    .isEqualTo(server.live())
                    .hasSize(1);
            assertThat(server.keys()).hasSize(1).allMatch(key -> key.endsWith(KEY));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void whatExpiredBrokeOrIsMissingGoesIntoTheNextBatch(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol);
                Start start = start(protocol, server)) {
            Fate[] first = {Fate.ANSWERED, Fate.EXPIRED, Fate.BROKEN, Fate.MISSING};
            server.fate((user, before) -> before == 0 ? first[number(user)] : Fate.ANSWERED);

            assertThat(start.replies(4)).isEqualTo(told(0, 4));
            assertThat(server.batches().stream().map(of -> of.requests().size()))
                    .containsExactly(4, 3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void whatIsNotTakenIsSettledAndWhatNeverComesIsGivenUp(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol);
                Start start = start(protocol, server)) {
            Fate[] fates = {Fate.ANSWERED, Fate.NOT_TAKEN, Fate.EXPIRED};
            server.fate((user, before) -> fates[number(user)]);

            List<Reply> replies = start.replies(3);
            assertThat(replies.getFirst()).isEqualTo(told(0));
            assertThat(replies.get(1)).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
                assertThat(failed.cause()).isEqualTo("bad-request");
                assertThat(failed.detail()).contains("it went wrong");
            });
            assertThat(replies.get(2)).isInstanceOfSatisfying(Reply.Failed.class, failed -> {
                assertThat(failed.detail()).contains("expired").contains("given up after 2 batches");
                assertThat(failed.attempts()).isEqualTo(2);
            });
            assertThat(server.requests()).isEqualTo(4);
            assertThat(start.replies(3)).isEqualTo(replies);
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @Test
    void aBatchThatFailsItsValidationStopsTheRunAndIsSubmittedAnew() throws IOException {
        try (BatchServer server = server(Protocol.OPENAI)) {
            server.fail("Enqueued token limit reached");
            try (Start start = start(Protocol.OPENAI, server)) {
                assertThatThrownBy(() -> start.replies(2))
                        .isInstanceOf(ModelUnavailable.class)
                        .hasMessageContaining("batch-refused")
                        .hasMessageContaining("Enqueued token limit reached");
            }
            server.fail(null);
            try (Start start = start(Protocol.OPENAI, server)) {
                assertThat(start.replies(2)).isEqualTo(told(0, 2));
            }
            assertThat(server.batches()).hasSize(2);
        }
    }

    /** The ledger is as it was when the server had the batch and the program did not know. */
    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aKillBetweenSubmissionAndRecordDoublesNothing(Protocol protocol) throws IOException {
        Path killed = folder.resolve("killed");
        try (BatchServer server = server(protocol)) {
            server.hold(true);
            server.whenCreated(() -> copyLedger(killed));
            try (Start start = start(protocol, server)) {
                try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    var asked = threads.submit(() -> start.model.reply(prompt(0)));
                    while (start.ledger.out().stream().noneMatch(of -> of.id() != null)) {
                        Thread.onSpinWait();
                    }
                    start.desk.close();
                    assertThatThrownBy(asked::get).hasRootCauseInstanceOf(RunStopped.class);
                }
            }
            server.whenCreated(() -> {});
            try (Ledger ledger = Ledger.open(killed)) {
                assertThat(ledger.out()).hasSize(1);
                assertThat(ledger.out().getFirst().id()).isNull();
            }
            try (Start again = new Start(killed, settings(protocol, server), QUICK, NO_LIMIT)) {
                server.hold(false);
                assertThat(again.replies(1)).isEqualTo(told(0, 1));
                again.desk.close();
                assertThat(again.ledger.out()).isEmpty();
            }
            assertThat(server.batches()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aKillBeforeTheSubmissionLosesNothing(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol)) {
            try (Ledger ledger = Ledger.open(folder)) {
                ledger.intend(new Submission(
                        "parable-never",
                        "teller",
                        server.baseUrl(),
                        null,
                        Instant.now(),
                        0,
                        List.of(new Submission.Asked(
                                PaidOnce.key(settings(protocol, server).sampling(), prompt(0)), "writer"))));
            }
            try (Start start = start(protocol, server)) {
                assertThat(start.replies(2)).isEqualTo(told(0, 2));
                start.desk.close();
                assertThat(start.ledger.out()).isEmpty();
            }
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aBatchWhoseAcknowledgementIsLostIsFoundAgain(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol);
                Start start = start(protocol, server)) {
            server.loseTheAnswer();
            assertThat(start.replies(3)).isEqualTo(told(0, 3));
            assertThat(server.batches()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aRunThatLeavesComesBackAndCollects(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol)) {
            server.hold(true);
            for (int i = 0; i < 2; i++) {
                try (Start start = new Start(folder, settings(protocol, server), LEAVING, NO_LIMIT)) {
                    assertThatThrownBy(() -> start.replies(3))
                            .isInstanceOf(RunStopped.class)
                            .hasMessageContaining("1 batches with 3 requests are out at " + server.baseUrl());
                    assertThat(start.desk.batched().out()).isEqualTo(1);
                }
            }
            server.hold(false);
            try (Start start = new Start(folder, settings(protocol, server), LEAVING, NO_LIMIT)) {
                assertThat(start.replies(3)).isEqualTo(told(0, 3));
            }
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    /** What an earlier start had kept of it is neither paid nor counted again. */
    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aKillInTheMidstOfCollectingCountsNothingTwice(Protocol protocol) throws IOException {
        try (BatchServer server = server(protocol)) {
            server.hold(true);
            try (Start start = new Start(folder, settings(protocol, server), LEAVING, NO_LIMIT)) {
                assertThatThrownBy(() -> start.replies(2)).isInstanceOf(RunStopped.class);
            }
            try (Ledger ledger = Ledger.open(folder)) {
                Submission batch = ledger.out().getFirst();
                String first = PaidOnce.key(settings(protocol, server).sampling(), prompt(0));
                ledger.collected(
                        "teller", List.of(new Ledger.Collected(new Submission.Asked(first, "writer"), told(0))));
                assertThat(batch.requests()).hasSize(2);
            }
            server.hold(false);
            try (Start start = start(protocol, server)) {
                assertThat(start.replies(2)).isEqualTo(told(0, 2));
                start.desk.close();
                assertThat(start.allowance.spent()).isCloseTo(2 * (700 + 3000) / 2 / 1e6, within(1e-12));
            }
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void nothingBeyondTheBudgetIsSubmitted() throws IOException {
        try (BatchServer server = server(Protocol.OPENAI)) {
            ModelSettings settings = settings(Protocol.OPENAI, server);
            // A request may cost 1,000 tokens of output and fewer than 1,000 bytes, at half of 10 and 1 a million.
            try (Start start = new Start(folder, settings, QUICK, 0.0049)) {
                assertThatThrownBy(() -> start.replies(3))
                        .isInstanceOf(RunStopped.class)
                        .hasMessageContaining("raise --budget");
            }
            assertThat(server.batches()).isEmpty();
            try (Start start = new Start(folder, settings, QUICK, 0.0110)) {
                // Two fit at most; what they leave is enough for further ones, until one does not fit.
                assertThatThrownBy(() -> start.replies(8)).isInstanceOf(RunStopped.class);
                assertThat(start.allowance.spent()).isLessThanOrEqualTo(0.0110);
            }
            assertThat(server.batches().getFirst().requests()).hasSize(2);
            assertThat(server.requests()).isBetween(3, 7);
        }
    }

    @Test
    void whoHasNoBatchesIsNamedBeforeAnythingIsSent() throws IOException {
        try (BatchServer server = server(Protocol.OPENAI);
                Ledger ledger = Ledger.open(folder)) {
            server.withoutBatches();
            Models without = Models.single(settings(Protocol.OPENAI, server).withApiKeyVariable(""));
            assertThatThrownBy(() -> open(without, ledger, QUICK))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("'teller'")
                    .hasMessageContaining(server.baseUrl())
                    .hasMessageContaining("without --batch");
            assertThatThrownBy(() -> open(Models.single(ModelSettings.of(Protocol.OLLAMA, "llama")), ledger, QUICK))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("'llama'")
                    .hasMessageContaining("ollama has no batches");
            assertThat(server.live()).isEmpty();
        }
    }

    @Test
    void whatIsOutIsNotAskedLive() throws IOException {
        try (BatchServer server = server(Protocol.OPENAI)) {
            server.hold(true);
            try (Start start = new Start(folder, settings(Protocol.OPENAI, server), LEAVING, NO_LIMIT)) {
                assertThatThrownBy(() -> start.replies(1)).isInstanceOf(RunStopped.class);
            }
            try (Ledger ledger = Ledger.open(folder)) {
                Models models = Models.single(settings(Protocol.OPENAI, server).withApiKeyVariable(""));
                assertThatThrownBy(() -> open(models, ledger, null))
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining("--batch");
                assertThatThrownBy(() -> new BatchDesk(List.of(), ledger, Allowance.unlimited((m, i, o) -> 0), QUICK))
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining("batch_0")
                        .hasMessageContaining(server.baseUrl());
            }
        }
    }

    private static Access open(Models models, Ledger ledger, @Nullable Batching batching) {
        return Access.open(models, Map.of(), ledger, Allowance.unlimited((m, i, o) -> 0), key -> null, null, batching);
    }

    private static int number(String user) {
        return Integer.parseInt(user.replaceAll("\\D", ""));
    }

    private void copyLedger(Path to) {
        try {
            Files.createDirectories(to);
            for (String name : List.of("ledger.db", "ledger.db-wal")) {
                if (Files.exists(folder.resolve(name))) {
                    Files.copy(folder.resolve(name), to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
