package dev.parable.generator.cli;

/** How words that went and words that came are told from the rest. */
enum Marks {
    /** As wdiff and git do: {@code [-gone-]{+come+}}. */
    PLAIN("[-", "-]", "{+", "+}"),
    /** Red and green, for a terminal. */
    COLOURED("\u001b[31m", "\u001b[0m", "\u001b[32m", "\u001b[0m");

    private final String beforeGone;
    private final String afterGone;
    private final String beforeCome;
    private final String afterCome;

    Marks(String beforeGone, String afterGone, String beforeCome, String afterCome) {
        this.beforeGone = beforeGone;
        this.afterGone = afterGone;
        this.beforeCome = beforeCome;
        this.afterCome = afterCome;
    }

    String gone(String words) {
        return beforeGone + words + afterGone;
    }

    String come(String words) {
        return beforeCome + words + afterCome;
    }
}
