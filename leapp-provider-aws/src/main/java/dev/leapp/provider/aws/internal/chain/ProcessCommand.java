package dev.leapp.provider.aws.internal.chain;

import java.io.File;
import java.util.regex.Pattern;

/**
 * Quotes a program's path for everybody who runs a {@code credential_process}: botocore splits the line like a shell without running one, the SDK for Java
 * hands it to {@code sh -c} or {@code cmd.exe /C}.
 */
final class ProcessCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

    /** What a shell still sees inside double quotes. */
    private static final Pattern SEEN_IN_QUOTES = Pattern.compile("[$`\"\\\\!]");

    private ProcessCommand() {}

    static String quoted(String program) {
        return quoted(program, File.separatorChar == '\\');
    }

    static String quoted(String program, boolean windows) {
        if (PLAIN.matcher(program).matches()) {
            return program;
        }
        if (windows || !SEEN_IN_QUOTES.matcher(program).find()) {
            return '"' + program + '"';
        }
        return "'" + program.replace("'", "'\\''") + "'";
    }
}
