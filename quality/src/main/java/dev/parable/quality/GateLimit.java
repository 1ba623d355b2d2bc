package dev.parable.quality;

import java.math.BigDecimal;

/**
 * One limit of a gate that can be set.
 *
 * @param name kebab-case, unique in its gate
 * @param value what it is if nobody sets it
 * @param least smallest value that makes sense
 * @param most largest
 * @param whole whether it counts something, and so has no fraction
 * @param unit what it is measured in, such as "words"
 * @param meaning what happens at it or beyond it, in a few words
 */
public record GateLimit(
        String name, double value, double least, double most, boolean whole, String unit, String meaning) {

    public GateLimit {
        if (!(least <= value && value <= most)) {
            throw new IllegalArgumentException(
                    "limit %s is %s by default, which is not from %s to %s".formatted(name, value, least, most));
        }
    }

    /** Whether it can be set to this value. */
    public boolean allows(double to) {
        return to >= least && to <= most && (!whole || to == Math.rint(to));
    }

    /** What it can be set to: {@code a whole number of words from 0 to 1000000}. */
    public String range() {
        return "%s of %s from %s to %s".formatted(whole ? "a whole number" : "a number", unit, text(least), text(most));
    }

    /** A value in plain decimals without needless zeros, the same everywhere: {@code 250}, {@code 0.3}. */
    public static String text(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
