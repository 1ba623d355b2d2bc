package dev.parable.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parable.archetypes.Wave;
import dev.parable.domain.Application;
import dev.parable.domain.Cell;
import dev.parable.domain.Narrator;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was paid for is on disk when {@code record} returns, and what cannot be is a fault. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LedgerTest {

    private static final Reply STORY = new Reply.Completed("Once.\n\n\u2019t was \ud83d\udd6f", new Usage(7, 5));

    @TempDir
    Path run;

    @Test
    void everyKindOfCompletionIsThereWhenTheLedgerIsOpenedAgain() {
        List<Reply> replies = List.of(
                STORY,
                new Reply.Truncated("Once u", new Usage(7, 4096)),
                new Reply.Refused("No.", Usage.NONE),
                new Reply.Failed("server-error", "HTTP 500: gone", 5, Usage.NONE));
        try (Ledger ledger = Ledger.open(run)) {
            for (int i = 0; i < replies.size(); i++) {
                ledger.record("k" + i, "m", "writer", replies.get(i), 5);
            }
        }
        try (Ledger ledger = Ledger.open(run)) {
            for (int i = 0; i < replies.size(); i++) {
                assertThat(ledger.completion("k" + i)).contains(replies.get(i));
            }
            assertThat(ledger.completion("k9")).isEmpty();
            assertThat(ledger.completions()).isEqualTo(replies.size());
        }
    }

    @Test
    void aCompletionIsOnDiskWhenRecordReturns() throws SQLException {
        try (Ledger ledger = Ledger.open(run)) {
            ledger.record("k", "m", "writer", STORY, 5);
            try (Connection other = connect();
                    var statement = other.createStatement();
                    var row = statement.executeQuery("SELECT text FROM completions WHERE key = 'k'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo(((Reply.Completed) STORY).text());
            }
        }
    }

    @Test
    void theFirstCompletionOfAKeyStays() {
        try (Ledger ledger = Ledger.open(run)) {
            ledger.record("k", "m", "writer", STORY, 5);
            ledger.record("k", "m", "writer", new Reply.Completed("Twice.", new Usage(1, 1)), 5);
            assertThat(ledger.completion("k")).contains(STORY);
        }
    }

    @Test
    void thatTheModelIsUnavailableIsNotRecorded() {
        try (Ledger ledger = Ledger.open(run)) {
            ledger.record("k", "m", "writer", new Reply.Unavailable("unauthorized", "HTTP 401"), 5);
            assertThat(ledger.completion("k")).isEmpty();
            assertThat(ledger.completions()).isZero();
        }
    }

    @Test
    void completionsThatArriveTogetherShareACommit() throws Exception {
        int together = 100;
        try (Ledger ledger = Ledger.open(run)) {
            int before = commits();
            List<Thread> callers = new ArrayList<>();
            try (Connection other = connect();
                    var statement = other.createStatement()) {
                // While another holds the file, the writer waits and the callers queue.
                statement.execute("BEGIN IMMEDIATE");
                for (int i = 0; i < together; i++) {
                    String key = "k" + i;
                    callers.add(Thread.ofPlatform().start(() -> ledger.record(key, "m", "writer", STORY, 5)));
                }
                while (callers.stream().anyMatch(caller -> caller.getState() != Thread.State.WAITING)) {
                    Thread.onSpinWait();
                }
                statement.execute("ROLLBACK");
            }
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(ledger.completions()).isEqualTo(together);
            assertThat(commits() - before).isBetween(1, 3);
        }
    }

    @Test
    void whatCannotBeWrittenIsAFaultForTheCallerAndForAllThatFollow() throws SQLException {
        try (Ledger ledger = Ledger.open(run)) {
            ledger.record("k0", "m", "writer", STORY, 5);
            try (Connection other = connect();
                    var statement = other.createStatement()) {
                statement.execute("DROP TABLE completions");
            }
            for (String key : List.of("k1", "k2")) {
                assertThatThrownBy(() -> ledger.record(key, "m", "writer", STORY, 5))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("completion " + key)
                        .hasMessageContaining("run again");
            }
        }
    }

    @Test
    void aLedgerThatIsNoneIsNamed() throws IOException {
        Files.writeString(
                run.resolve("ledger.db"), "This is a text that somebody put where a ledger should be. ".repeat(50));
        assertThatThrownBy(() -> Ledger.open(run))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(run.resolve("ledger.db").toString());
    }

    @Test
    void aWaveKeepsItsCellsAndTheirOrder() {
        var quotas = new LinkedHashMap<Cell, Integer>();
        quotas.put(new Cell("z", Application.NEAR_MISS, "f/g \"h\"", 2, Narrator.PRESSER), 3);
        quotas.put(new Cell("a", Application.APPLY, "f", 1, Narrator.OUTSIDE), 7);
        var wave = new Wave(
                4,
                8_000_000_000L,
                quotas,
                Map.of("form", Map.of("log", 40, "diary", 25)),
                List.of("a \"quoted\" phrase"));
        try (Ledger ledger = Ledger.open(run)) {
            assertThat(ledger.wave(4)).isEmpty();
            ledger.begin(wave);
        }
        try (Ledger ledger = Ledger.open(run)) {
            assertThat(ledger.wave(4)).contains(wave);
            assertThat(ledger.wave(4).orElseThrow().quotas().keySet()).containsExactlyElementsOf(quotas.keySet());
            assertThat(ledger.wave(5)).isEmpty();
            assertThatThrownBy(() -> ledger.begin(wave)).isInstanceOf(IllegalStateException.class);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + run.resolve("ledger.db"));
    }

    /**
     * Commits in the write-ahead log: frames whose header says how large the database is after it. A header of 32 bytes
     * with the page size at 8; frames of 24 bytes and a page, that size at 4. https://sqlite.org/fileformat2.html#walformat
     */
    private int commits() throws IOException {
        ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(run.resolve("ledger.db-wal")));
        int commits = 0;
        for (int frame = 32; frame < log.limit(); frame += 24 + log.getInt(8)) {
            commits += log.getInt(frame + 4) == 0 ? 0 : 1;
        }
        return commits;
    }

    @Test
    void aLedgerFromBeforeThereWereBatchesGoesOn() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + run.resolve(Ledger.FILE));
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE completions (
                      key TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, attempts INTEGER NOT NULL,
                      input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, reasoning_tokens INTEGER NOT NULL,
                      model TEXT NOT NULL, role TEXT NOT NULL,
                      milliseconds INTEGER NOT NULL) WITHOUT ROWID""");
            statement.execute(
                    "INSERT INTO completions VALUES ('old', 'completed', 'Once.', 1, 7, 5, 0, 'm', 'writer', 9)");
        }
        try (Ledger ledger = Ledger.open(run)) {
            ledger.record("new", "m", "writer", new Reply.Completed("Twice.", new Usage(1, 1)), 1);
            assertThat(ledger.completion("old")).contains(new Reply.Completed("Once.", new Usage(7, 5)));
            assertThat(ledger.spent()).containsExactly(new Ledger.Spent("m", "writer", 2, 8, 6, 0, 10));
        }
    }
}
