package dev.parable.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.archetypes.Wave;
import dev.parable.domain.Application;
import dev.parable.domain.Cell;
import dev.parable.domain.Narrator;
import dev.parable.domain.Reply;
import dev.parable.domain.Usage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run has decided and paid for: wave manifests and completions, in one SQLite file (WAL, synchronous FULL). A
 * completion is on disk before {@link #record} returns; completions that arrive together share a commit.
 */
final class Ledger implements AutoCloseable {

    static final String FILE = "ledger.db";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Map<String, Integer>>> DAMPERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> PHRASES = new TypeReference<>() {};
    private static final int MOST_IN_A_COMMIT = 512;

    /** The kind of a failed call, before its cause. */
    private static final String FAILED = "failed:";

    private final Connection writes;
    private final Connection reads;
    private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile @Nullable Exception broken;

    /** A completion on its way to disk; one without reply tells the writer to stop. */
    private record Entry(
            String key,
            String model,
            String role,
            @Nullable Reply reply,
            long milliseconds,
            CompletableFuture<@Nullable Void> done) {}

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
                      milliseconds INTEGER NOT NULL) WITHOUT ROWID""");
        }
        reads = connect(file);
        writer = Thread.ofPlatform().daemon().name("ledger").start(this::write);
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
                        ? Optional.of(new Wave(
                                number,
                                row.getLong(1),
                                quotas(row.getString(2)),
                                JSON.readValue(row.getString(3), DAMPERS),
                                JSON.readValue(row.getString(4), PHRASES)))
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
            insert.setString(3, json(wave.quotas()));
            insert.setString(4, JSON.writeValueAsString(wave.dampers()));
            insert.setString(5, JSON.writeValueAsString(wave.avoid()));
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
     * @param milliseconds that they took, all together
     */
    record Spent(
            String model,
            String role,
            long calls,
            long inputTokens,
            long outputTokens,
            long reasoningTokens,
            long milliseconds) {}

    /** What was paid for so far, a row for each model and role. */
    synchronized List<Spent> spent() {
        List<Spent> spent = new ArrayList<>();
        try (var statement = reads.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT model, role, count(*), sum(input_tokens), sum(output_tokens), sum(reasoning_tokens),
                          sum(milliseconds)
                        FROM completions GROUP BY model, role ORDER BY model, role""")) {
            while (row.next()) {
                spent.add(new Spent(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
            }
            return spent;
        } catch (SQLException e) {
            throw new IllegalStateException("what was paid for cannot be read from the ledger", e);
        }
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
        var entry = new Entry(key, model, role, reply, milliseconds, new CompletableFuture<>());
        queue.add(entry);
        Exception gone = broken;
        if (gone != null) {
            entry.done().completeExceptionally(gone);
        }
        try {
            entry.done().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "completion %s is paid for but cannot be written to the ledger; free the disk and run again"
                            .formatted(key),
                    e);
        }
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        boolean open = true;
        try {
            while (open) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_IN_A_COMMIT - 1);
                open = batch.stream().allMatch(e -> e.reply() != null);
                commit(batch.stream().filter(e -> e.reply() != null).toList());
                batch.forEach(e -> e.done().complete(null));
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException e) {
            // Set before the queue is emptied: who comes too late for the one sees the other.
            broken = e;
            batch.forEach(entry -> entry.done().completeExceptionally(e));
            // Nobody may wait for a writer that is gone.
            while (true) {
                Entry left = queue.poll();
                if (left == null) {
                    break;
                }
                left.done().completeExceptionally(e);
            }
        }
    }

    private void commit(List<Entry> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        writes.setAutoCommit(false);
        try (PreparedStatement insert =
                writes.prepareStatement("INSERT OR IGNORE INTO completions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : batch) {
                insert.setString(1, entry.key());
                bind(insert, Objects.requireNonNull(entry.reply()));
                insert.setString(8, entry.model());
                insert.setString(9, entry.role());
                insert.setLong(10, entry.milliseconds());
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

    private static String json(Map<Cell, Integer> quotas) throws JsonProcessingException {
        List<List<Object>> rows = new ArrayList<>();
        quotas.forEach((cell, count) -> rows.add(List.of(
                cell.archetype(),
                cell.application().name(),
                cell.facet(),
                cell.ais(),
                cell.narrator().name(),
                count)));
        return JSON.writeValueAsString(rows);
    }

    private static Map<Cell, Integer> quotas(String json) throws JsonProcessingException {
        var quotas = new LinkedHashMap<Cell, Integer>();
        for (List<Object> row : JSON.readValue(json, new TypeReference<List<List<Object>>>() {})) {
            var cell = new Cell(
                    (String) row.get(0),
                    Application.valueOf((String) row.get(1)),
                    (String) row.get(2),
                    (Integer) row.get(3),
                    Narrator.valueOf((String) row.get(4)));
            quotas.put(cell, (Integer) row.get(5));
        }
        return quotas;
    }

    @Override
    public void close() {
        var stop = new Entry("", "", "", null, 0, new CompletableFuture<>());
        queue.add(stop);
        try {
            writer.join(TimeUnit.SECONDS.toMillis(30));
            writes.close();
            reads.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be closed", e);
        }
    }
}
