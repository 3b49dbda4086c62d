package dev.leapp.core.session;

import java.util.regex.Pattern;

/**
 * Names one session for ever; a renamed session keeps its id. New ids are random UUIDs (version 4), as Leapp's are.
 *
 * @param value the id: letters, digits, hyphens, dots and underscores, at most 128
 * @since 0.1
 */
public record SessionId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /**
     * Checks the id, which also serves as a file name.
     *
     * @param value the id
     * @throws IllegalArgumentException if it holds other characters
     */
    public SessionId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a session id: " + value);
        }
    }

    /**
     * Tells whether a text can be the id of a session.
     *
     * @param value the text
     * @return whether it has the form of an id
     */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
