package dev.parable.generator.llm;

/**
 * Tells a prompt's trouble from the server's. A call that failed for good is its prompt's, unless nobody could have been
 * answered: access is refused, the server was never there, or as many as {@value #IN_A_ROW} calls, one after the other,
 * came to nothing. For many threads.
 */
final class Health {

    /** Enough that prompts which a server cannot take do not look like a server that is gone. */
    static final int IN_A_ROW = 16;

    private boolean everAnswered;
    private int failedInARow;

    synchronized void answered() {
        everAnswered = true;
        failedInARow = 0;
    }

    /** Whether a call that failed for good by this cause shows that no other would be answered now. */
    synchronized boolean goneAfter(Cause cause) {
        return switch (cause.about()) {
            case ACCESS, CALLER -> true;
            case PROMPT -> {
                answered();
                yield false;
            }
            case SERVER -> {
                failedInARow++;
                yield failedInARow >= IN_A_ROW || (cause == Cause.CONNECTION && !everAnswered);
            }
        };
    }
}
