package dev.parable.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parable.archetypes.Wave;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * What a run has decided and paid for: wave manifests, completions and the batches that they come in, in one SQLite file
 * (WAL, synchronous FULL). A completion is on disk before {@link #record} returns; completions that arrive together share a
 * commit.
 */
final class Ledger implements AutoCloseable {

    static final String FILE = "ledger.db";

    /** The kind of a failed call, before its cause. */
    private static final String FAILED = "failed:";

    private final Connection writes;
    private final Connection reads;
    private final GroupCommit<Paid> writer;

    /** A completion on its way to disk. */
    private record Paid(String key, String model, String role, Reply reply, long milliseconds, boolean batched) {}

    /** A completion that came in a batch. */
    record Collected(Submission.Asked asked, Reply reply) {}

    private Ledger(Path file) throws SQLException {
        writes = connect(file);
        try (var statement = writes.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS waves (number INTEGER PRIMARY KEY, first INTEGER, quotas TEXT, dampers TEXT, avoid TEXT)");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS completions (
                      key TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, attempts INTEGER NOT NULL,
                      input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, reasoning_tokens INTEGER NOT NULL,
                      model TEXT NOT NULL, role TEXT NOT NULL,
                      milliseconds INTEGER NOT NULL, batched INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""");
            if (!batchedIsKept(statement)) {
                statement.execute("ALTER TABLE completions ADD COLUMN batched INTEGER NOT NULL DEFAULT 0");
            }
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS batches (
                      name TEXT PRIMARY KEY, model TEXT NOT NULL, server TEXT NOT NULL, id TEXT,
                      state TEXT NOT NULL, begun INTEGER NOT NULL, estimate REAL NOT NULL) WITHOUT ROWID""");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS batch_requests (
                      batch TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, role TEXT NOT NULL,
                      PRIMARY KEY (batch, number)) WITHOUT ROWID""");
            statement.execute("CREATE INDEX IF NOT EXISTS batch_keys ON batch_requests (key)");
        }
        reads = connect(file);
        writer = new GroupCommit<>(this::commit);
    }

    /** Opens the ledger of a run, creating it if need be. Throws {@link IllegalStateException} if it cannot be. */
    static Ledger open(Path run) {
        Path file = run.resolve(FILE);
        try {
            return new Ledger(file);
        } catch (SQLException e) {
            throw new IllegalStateException("ledger %s cannot be opened: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Ledgers of runs that were begun before there were batches have no column for them. */
    private static boolean batchedIsKept(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT count(*) FROM pragma_table_info('completions') WHERE name = 'batched'")) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA busy_timeout=10000");
        }
        return connection;
    }

    /** The manifest of a wave that was begun before, if it was. */
    synchronized Optional<Wave> wave(int number) {
        try (PreparedStatement select =
                reads.prepareStatement("SELECT first, quotas, dampers, avoid FROM waves WHERE number = ?")) {
            select.setInt(1, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new WaveText(row.getString(2), row.getString(3), row.getString(4))
                                .wave(number, row.getLong(1)))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("wave %d cannot be read from the ledger".formatted(number), e);
        }
    }

    /** The manifests of all waves that were begun, in order. */
    Stream<Wave> waves() {
        return Stream.iterate(0, n -> n + 1)
                .map(this::wave)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** Writes a wave's manifest, before any of its scenarios is told. */
    synchronized void begin(Wave wave) {
        try (PreparedStatement insert = reads.prepareStatement("INSERT INTO waves VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, wave.number());
            insert.setLong(2, wave.first());
            WaveText text = WaveText.of(wave);
            insert.setString(3, text.quotas());
            insert.setString(4, text.dampers());
            insert.setString(5, text.avoid());
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("wave %d cannot be written to the ledger".formatted(wave.number()), e);
        }
    }

    /** The completion that was paid for under this key, if there is one. */
    synchronized Optional<Reply> completion(String key) {
        try (PreparedStatement select = reads.prepareStatement(
                "SELECT kind, text, attempts, input_tokens, output_tokens, reasoning_tokens FROM completions WHERE key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(reply(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("completion %s cannot be read from the ledger".formatted(key), e);
        }
    }

    /**
     * What was paid for by one model in one role.
     *
     * @param calls that came to something or failed for good
     * @param milliseconds that they took, all together; 0 for batches
     * @param batched whether they came in batches, which cost less
     */
    record Spent(
            String model,
            String role,
            long calls,
            long inputTokens,
            long outputTokens,
            long reasoningTokens,
            long milliseconds,
            boolean batched) {

        /** Of calls that were made at once. */
        Spent(
                String model,
                String role,
                long calls,
                long inputTokens,
                long outputTokens,
                long reasoningTokens,
                long milliseconds) {
            this(model, role, calls, inputTokens, outputTokens, reasoningTokens, milliseconds, false);
        }

        /** The same on the account of another. */
        Spent as(String otherModel, String otherRole) {
            return new Spent(
                    otherModel, otherRole, calls, inputTokens, outputTokens, reasoningTokens, milliseconds, batched);
        }

        /** Both together, on the account of this one. */
        Spent plus(Spent other) {
            return new Spent(
                    model,
                    role,
                    calls + other.calls,
                    inputTokens + other.inputTokens,
                    outputTokens + other.outputTokens,
                    reasoningTokens + other.reasoningTokens,
                    milliseconds + other.milliseconds,
                    batched);
        }
    }

    /** What was paid for so far, a row for each model and role, and another for what came in batches. */
    synchronized List<Spent> spent() {
        List<Spent> spent = new ArrayList<>();
        try (var statement = reads.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT model, role, count(*), sum(input_tokens), sum(output_tokens), sum(reasoning_tokens),
                          sum(milliseconds), batched
                        FROM completions GROUP BY model, role, batched ORDER BY model, role, batched""")) {
            while (row.next()) {
                spent.add(spent(row));
            }
            return spent;
        } catch (SQLException e) {
            throw new IllegalStateException("what was paid for cannot be read from the ledger", e);
        }
    }

    /** What one completion took; empty if there is none under the key. */
    synchronized Optional<Spent> spent(String key) {
        try (PreparedStatement select = reads.prepareStatement("""
                SELECT model, role, 1, input_tokens, output_tokens, reasoning_tokens, milliseconds, batched
                FROM completions WHERE key = ?""")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(spent(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what completion %s took cannot be read from the ledger".formatted(key), e);
        }
    }

    private static Spent spent(ResultSet row) throws SQLException {
        return new Spent(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getBoolean(8));
    }

    /** How many completions there are. */
    synchronized long completions() {
        try (var statement = reads.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM completions")) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("completions cannot be counted", e);
        }
    }

    /**
     * Keeps what a prompt came to; when this returns it survives a crash. A call that failed for good is kept too, or a
     * run that goes on would ask again what has landed as untold. That the model is unavailable is nothing about the
     * prompt and is not kept.
     *
     * @param model who was asked
     * @param role what for, such as {@code writer}
     * @param milliseconds that the call took, pauses and further attempts included; 0 where another run made it
     */
    void record(String key, String model, String role, Reply reply, long milliseconds) {
        if (reply instanceof Reply.Unavailable) {
            return;
        }
        try {
            writer.write(new Paid(key, model, role, reply, milliseconds, false)).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "completion %s is paid for but cannot be written to the ledger; free the disk and run again"
                            .formatted(key),
                    e);
        }
    }

    /** Keeps what came of a batch's requests, by the rules of {@link #record}; they share commits. */
    void collected(String model, List<Collected> replies) {
        try {
            replies.stream()
                    .map(of -> writer.write(
                            new Paid(of.asked().key(), model, of.asked().role(), of.reply(), 0, true)))
                    .toList()
                    .forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "completions of a batch cannot be written to the ledger; free the disk and run again", e);
        }
    }

    /** Keeps a batch before it is submitted; when this returns it survives a crash. */
    synchronized void intend(Submission batch) {
        changing("batch " + batch.name(), () -> {
            update(
                    "INSERT INTO batches VALUES (?, ?, ?, NULL, 'out', ?, ?)",
                    batch.name(),
                    batch.model(),
                    batch.server(),
                    batch.begun().toEpochMilli(),
                    batch.estimate());
            try (PreparedStatement insert = reads.prepareStatement("INSERT INTO batch_requests VALUES (?, ?, ?, ?)")) {
                for (int i = 0; i < batch.requests().size(); i++) {
                    insert.setString(1, batch.name());
                    insert.setInt(2, i);
                    insert.setString(3, batch.requests().get(i).key());
                    insert.setString(4, batch.requests().get(i).role());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** The server has taken a batch, under this id. */
    synchronized void submitted(String name, String id) {
        changing("batch " + name, () -> update("UPDATE batches SET id = ? WHERE name = ?", id, name));
    }

    /** The server has never had it. */
    synchronized void neverSubmitted(String name) {
        changing("batch " + name, () -> {
            update("DELETE FROM batch_requests WHERE batch = ?", name);
            update("DELETE FROM batches WHERE name = ?", name);
        });
    }

    /** All of its answers are kept. Its requests count as asked once more. */
    synchronized void allCollected(String name) {
        changing("batch " + name, () -> update("UPDATE batches SET state = 'collected' WHERE name = ?", name));
    }

    /** The server did not take it on. */
    synchronized void refused(String name) {
        changing("batch " + name, () -> update("UPDATE batches SET state = 'refused' WHERE name = ?", name));
    }

    /** Batches that are out or may be, the earliest first. */
    synchronized List<Submission> out() {
        List<Submission> out = new ArrayList<>();
        try (var statement = reads.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, model, server, id, begun, estimate FROM batches WHERE state = 'out' ORDER BY begun, name")) {
            while (row.next()) {
                out.add(new Submission(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getDouble(6),
                        requests(row.getString(1))));
            }
            return out;
        } catch (SQLException e) {
            throw new IllegalStateException("batches cannot be read from the ledger", e);
        }
    }

    private List<Submission.Asked> requests(String batch) throws SQLException {
        List<Submission.Asked> requests = new ArrayList<>();
        try (PreparedStatement select =
                reads.prepareStatement("SELECT key, role FROM batch_requests WHERE batch = ? ORDER BY number")) {
            select.setString(1, batch);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    requests.add(new Submission.Asked(row.getString(1), row.getString(2)));
                }
            }
        }
        return requests;
    }

    /** In how many batches that were collected this was asked. */
    synchronized int timesBatched(String key) {
        try (PreparedStatement select = reads.prepareStatement(
                "SELECT count(*) FROM batch_requests JOIN batches ON batch = name WHERE key = ? AND state = 'collected'")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("batches cannot be read from the ledger", e);
        }
    }

    /** A change of several rows. */
    private interface Change {
        void make() throws Exception;
    }

    private void changing(String what, Change change) {
        try {
            reads.setAutoCommit(false);
            try {
                change.make();
                reads.commit();
            } finally {
                // What was not committed is undone by this.
                reads.rollback();
                reads.setAutoCommit(true);
            }
        } catch (Exception e) {
            throw new IllegalStateException("%s cannot be written to the ledger".formatted(what), e);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = reads.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }

    private void commit(List<Paid> batch) throws SQLException {
        writes.setAutoCommit(false);
        try (PreparedStatement insert =
                writes.prepareStatement("INSERT OR IGNORE INTO completions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Paid entry : batch) {
                insert.setString(1, entry.key());
                bind(insert, entry.reply());
                insert.setString(8, entry.model());
                insert.setString(9, entry.role());
                insert.setLong(10, entry.milliseconds());
                insert.setBoolean(11, entry.batched());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        writes.commit();
    }

    private static void bind(PreparedStatement insert, Reply reply) throws SQLException {
        switch (reply) {
            case Reply.Completed c -> bind(insert, "completed", c.text(), 1);
            case Reply.Truncated t -> bind(insert, "truncated", t.text(), 1);
            case Reply.Refused r -> bind(insert, "refused", r.text(), 1);
            case Reply.Failed f -> bind(insert, FAILED + f.cause(), f.detail(), f.attempts());
            case Reply.Unavailable u -> throw new IllegalArgumentException("not about the prompt: " + u.cause());
        }
        insert.setInt(5, reply.usage().inputTokens());
        insert.setInt(6, reply.usage().outputTokens());
        insert.setInt(7, reply.usage().reasoningTokens());
    }

    private static void bind(PreparedStatement insert, String kind, String text, int attempts) throws SQLException {
        insert.setString(2, kind);
        insert.setString(3, text);
        insert.setInt(4, attempts);
    }

    private static Reply reply(ResultSet row) throws SQLException {
        String kind = row.getString(1);
        String text = row.getString(2);
        var usage = new Usage(row.getInt(4), row.getInt(5), row.getInt(6));
        return switch (kind) {
            case "completed" -> new Reply.Completed(text, usage);
            case "truncated" -> new Reply.Truncated(text, usage);
            case "refused" -> new Reply.Refused(text, usage);
            default -> new Reply.Failed(kind.substring(FAILED.length()), text, row.getInt(3), usage);
        };
    }

    @Override
    public void close() {
        try {
            writer.finish();
            writes.close();
            reads.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be closed", e);
        }
    }
}
