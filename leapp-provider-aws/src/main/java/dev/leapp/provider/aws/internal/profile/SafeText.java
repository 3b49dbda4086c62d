package dev.leapp.provider.aws.internal.profile;

import java.util.regex.Pattern;

/**
 * Refuses what would not be read back as it was written, first of all anything that would start a line of its own.
 *
 * <p>The messages never quote a value: it may be a secret.
 */
final class SafeText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private static final Pattern NAME_BREAKING = Pattern.compile("[\\[\\]\"'\\\\]");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");

    private static final Pattern INLINE_COMMENT = Pattern.compile(" [#;]");

    private SafeText() {}

    static void requireSafeName(String name) {
        if (name.isBlank() || !name.equals(name.strip())) {
            throw new IllegalArgumentException("a profile name must not be empty nor begin or end with a space");
        }
        if (CONTROL.matcher(name).find() || NAME_BREAKING.matcher(name).find() || !isEncodable(name)) {
            throw new IllegalArgumentException(
                    "a profile name for the AWS files must not hold brackets, quotes, backslashes or control characters");
        }
    }

    static void requireSafeKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of the AWS files: a lower-case word was expected");
        }
    }

    static void requireSafeValue(String key, String value) {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    "the value of " + key + " must not be empty nor begin or end with a space");
        }
        if (CONTROL.matcher(value).find() || !isEncodable(value)) {
            throw new IllegalArgumentException(
                    "the value of " + key + " must not hold line ends or control characters");
        }
        if (INLINE_COMMENT.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "the value of " + key + " must not hold ' #' or ' ;': some AWS tools would cut it there");
        }
    }

    private static boolean isEncodable(String text) {
        return ByteText.decode(ByteText.encode(text)).equals(text);
    }
}
