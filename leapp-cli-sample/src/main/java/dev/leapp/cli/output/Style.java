package dev.leapp.cli.output;

/** How words look on a terminal with colours. */
public enum Style {
    /** As everything else. */
    PLAIN(""),
    /** Headers. */
    BOLD("1"),
    /** All is well. */
    GOOD("32"),
    /** Something is under way. */
    BUSY("33"),
    /** Something is wrong. */
    BAD("31"),
    /** Less important. */
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** Returns the text in this style. */
    public String paint(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
