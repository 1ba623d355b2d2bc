package dev.parable.archetypes;

import java.util.ArrayList;
import java.util.List;

/** The problems of one file, as they are found. */
public final class Report {

    /** More than these are never listed: a file that is wrong throughout is some other kind of file. */
    static final int MOST = 500;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** @param file the file's name as the user gave it */
    public Report(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void error(Place place, String found, String expected, String remedy) {
        add(Problem.Severity.ERROR, place, found, expected, remedy);
    }

    void warning(Place place, String found, String expected, String remedy) {
        add(Problem.Severity.WARNING, place, found, expected, remedy);
    }

    private void add(Problem.Severity severity, Place place, String found, String expected, String remedy) {
        if (problems.size() >= MOST) {
            throw new Full();
        }
        problems.add(new Problem(severity, file, place.line(), place.column(), found, expected, remedy));
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Does what may report, and says so at the end if there was more than is listed. */
    public void upToMost(Runnable reading) {
        try {
            reading.run();
        } catch (Full e) {
            problems.add(new Problem(
                    Problem.Severity.ERROR,
                    file,
                    0,
                    0,
                    "more than %d problems; the rest are not listed".formatted(MOST),
                    "",
                    "mend these first"));
        }
    }

    /** The list is full. */
    private static final class Full extends RuntimeException {
        Full() {
            super("more than %d problems".formatted(MOST), null, false, false);
        }
    }

    /** All of them, sorted by place. */
    public Problems found() {
        return Problems.of(problems);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
