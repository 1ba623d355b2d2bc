package dev.parable.generator.llm;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A clock that only the test moves; who sleeps is held until then. */
final class ManualTime implements Timekeeper {

    private long nanos;
    private int sleepers;

    @Override
    public synchronized Instant now() {
        return FakeTime.START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public void sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
        synchronized (this) {
            long until = nanos + pause.toNanos();
            sleepers++;
            notifyAll();
            while (nanos < until && wake.getCount() > 0) {
                wait(50);
            }
            sleepers--;
        }
    }

    synchronized void advance(Duration by) {
        nanos += by.toNanos();
        notifyAll();
    }

    /** Waits until so many sleep. */
    synchronized void awaitSleepers(int count) throws InterruptedException {
        while (sleepers != count) {
            wait(50);
        }
    }
}
