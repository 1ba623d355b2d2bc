package dev.parable.generator.llm;

/** Checks of numbers in settings. */
final class Range {

    private Range() {}

    /** @throws IllegalArgumentException unless the value is between the two, naming all */
    static void check(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ": " + value);
        }
    }
}
