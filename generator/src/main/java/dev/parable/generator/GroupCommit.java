package dev.parable.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings things to disk by one thread, those that arrive together by one commit.
 *
 * @param <T> what is kept
 */
final class GroupCommit<T> {

    private static final int MOST_IN_A_COMMIT = 512;

    private final Commit<T> commit;
    private final LinkedBlockingQueue<Entry<T>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile @Nullable Exception broken;

    /** Writes a batch, all of it or nothing. */
    interface Commit<T> {
        void of(List<T> batch) throws Exception;
    }

    /** Something on its way to disk; nothing tells the thread to stop. */
    private record Entry<T>(@Nullable T what, CompletableFuture<@Nullable Void> done) {}

    GroupCommit(Commit<T> commit) {
        this.commit = commit;
        this.thread = Thread.ofPlatform().daemon().name("ledger").start(this::write);
    }

    /** Ends when it is on disk, or cannot be brought there. */
    CompletableFuture<@Nullable Void> write(T what) {
        var entry = new Entry<>(what, new CompletableFuture<>());
        queue.add(entry);
        Exception gone = broken;
        if (gone != null) {
            entry.done().completeExceptionally(gone);
        }
        return entry.done();
    }

    private void write() {
        List<Entry<T>> batch = new ArrayList<>();
        boolean open = true;
        try {
            while (open) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_IN_A_COMMIT - 1);
                open = batch.stream().allMatch(e -> e.what() != null);
                List<T> kept = batch.stream()
                        .filter(e -> e.what() != null)
                        .map(e -> Objects.requireNonNull(e.what()))
                        .toList();
                if (!kept.isEmpty()) {
                    commit.of(kept);
                }
                batch.forEach(e -> e.done().complete(null));
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // Set before the queue is emptied: who comes too late for the one sees the other.
            broken = e;
            batch.forEach(entry -> entry.done().completeExceptionally(e));
            // Nobody may wait for a writer that is gone.
            while (true) {
                Entry<T> left = queue.poll();
                if (left == null) {
                    break;
                }
                left.done().completeExceptionally(e);
            }
        }
    }

    /** Waits until what came before is on disk, half a minute at most. */
    void finish() throws InterruptedException {
        queue.add(new Entry<>(null, new CompletableFuture<>()));
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
