package dev.parable.generator.cli;

/** What the program's exit codes mean. */
final class Exit {

    /** All went well. */
    static final int OK = 0;
    /** A fault: a full disk, a bug. The message says what; a run can be started again. */
    static final int FAULT = 1;
    /** What was given cannot be used: an unknown option, a broken spec, another run's folder. */
    static final int BAD_INPUT = 2;
    /** The run ended with fewer stories than were asked for; the report says which cells fell short. */
    static final int SHORT = 3;
    /** Verification, or a check of models or judges, found something wrong. */
    static final int UNSOUND = 4;

    /**
     * The run stopped between two stories: by its judges' calibration, the pilot, the budget, the hour, batches that are out or a first signal. What
     * landed stays.
     */
    static final int STOPPED = 5;

    private Exit() {}
}
