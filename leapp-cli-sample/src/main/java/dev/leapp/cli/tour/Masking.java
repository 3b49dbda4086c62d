package dev.leapp.cli.tour;

import java.util.regex.Pattern;

/** Hides the values of secret settings in the text of an AWS credentials file. */
final class Masking {

    private static final Pattern SECRET =
            Pattern.compile("(?im)^([ \\t]*(?:aws_secret_access_key|aws_session_token)[ \\t]*=[ \\t]*)\\S.*$");

    private Masking() {}

    static String mask(String text) {
        return SECRET.matcher(text).replaceAll("$1********");
    }
}
