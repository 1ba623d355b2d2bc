package dev.parable.generator.cli;

import java.io.Console;

/** Whether somebody sits before this. */
final class Terminal {

    private Terminal() {}

    /** There is no console at all where standard input is not interactive (jdk.console=java.base). */
    @SuppressWarnings("SystemConsoleNull")
    static boolean there() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
