package dev.parable.output;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream as bytes, without their ends. A line's bytes need not be text, so one that is none spoils no other;
 * one that is longer than {@value #LONGEST} bytes is passed over, so that a file without line ends fills no memory.
 */
final class ByteLines implements Closeable {

    static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /**
     * A line.
     *
     * @param bytes empty where it was too long
     */
    record Line(ByteBuffer bytes, boolean tooLong) {}

    /** The next line; null after the last. */
    @Nullable
    Line next() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (from < to || fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + (end - from) > LONGEST;
            if (tooLong) {
                line.reset();
            } else {
                line.write(buffer, from, end - from);
            }
            boolean whole = end < to;
            from = whole ? end + 1 : end;
            if (whole) {
                break;
            }
        }
        return any ? new Line(ByteBuffer.wrap(line.toByteArray()), tooLong) : null;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
