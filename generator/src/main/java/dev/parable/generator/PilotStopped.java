package dev.parable.generator;

/** The first stories of a run show that the rest would not be worth telling; what has landed stays. */
public final class PilotStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    PilotStopped(String why) {
        super(why);
    }
}
