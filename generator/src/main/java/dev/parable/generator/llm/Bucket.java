package dev.parable.generator.llm;

/**
 * So many units a minute, in a bucket that fills evenly and holds a second's worth. It may be overdrawn by the last one
 * that draws, because what a call costs in tokens is known only afterwards; then nobody draws until the debt is paid.
 * Not for several threads at once.
 */
final class Bucket {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final double perNano;
    private final double most;
    private double left;
    private long filled;

    /** @param perMinute 0 for no limit */
    Bucket(long perMinute, long now) {
        this.perNano = perMinute / NANOS_PER_MINUTE;
        this.most = Math.max(1, perMinute / 60.0);
        this.left = most;
        this.filled = now;
    }

    /** Nanoseconds until one may draw; 0: now. */
    long delay(long now) {
        if (perNano == 0) {
            return 0;
        }
        fill(now);
        return left > 0 ? 0 : 1 + (long) Math.ceil(-left / perNano);
    }

    /** Takes so many, or gives them back where negative. */
    void draw(double units, long now) {
        if (perNano > 0) {
            fill(now);
            left -= units;
        }
    }

    private void fill(long now) {
        left = Math.min(most, left + (now - filled) * perNano);
        filled = now;
    }
}
