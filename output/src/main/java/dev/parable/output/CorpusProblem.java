package dev.parable.output;

/** A corpus cannot be read as it is; the message names file, line, what was found and what to do. */
public final class CorpusProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    CorpusProblem(String message) {
        super(message);
    }
}
