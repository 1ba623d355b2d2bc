package dev.parable.generator;

/** A judge failed the texts that were planted to try it, so its verdicts on a run's stories would be worth nothing. */
public final class Uncalibrated extends RuntimeException {

    private static final long serialVersionUID = 1;

    Uncalibrated(String why) {
        super(why);
    }
}
