package dev.leapp.cli.handover;

import java.util.regex.Pattern;

/** What a shell takes for the name of a variable: an environment may have others, which no line for a shell may repeat. */
public final class ShellVariables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private ShellVariables() {}

    /**
     * Tells whether a shell can have a variable of that name.
     *
     * @param name the name
     */
    public static boolean canBe(String name) {
        return NAME.matcher(name).matches();
    }
}
