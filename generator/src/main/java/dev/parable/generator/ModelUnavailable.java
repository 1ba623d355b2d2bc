package dev.parable.generator;

import dev.parable.domain.Reply;

/** The model answers nobody for now; what has landed stays, and the run goes on when it is started again. */
public final class ModelUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelUnavailable(String model, Reply.Unavailable why) {
        super("model %s is unavailable (%s): %s".formatted(model, why.cause(), why.detail()));
    }
}
