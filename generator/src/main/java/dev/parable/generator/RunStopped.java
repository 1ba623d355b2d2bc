package dev.parable.generator;

/** The user's own limit is reached, or batches are out that the run was not to wait for: what was asked has been kept, what has landed stays, and the run goes on when started again. */
public final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunStopped(String message) {
        super(message);
    }
}
