package dev.leapp.cli.workspace;

/** Says how many. */
final class Numbers {

    private Numbers() {}

    /** Returns such as {@code 1 session} or {@code 2 sessions}. */
    static String of(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
