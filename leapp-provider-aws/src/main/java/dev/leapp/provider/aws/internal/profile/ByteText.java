package dev.leapp.provider.aws.internal.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Text as a row of bytes: each char is one byte of the file, so that what is no valid UTF-8 survives, too.
 *
 * <p>White space means the ASCII blanks only; a byte such as 0xA0 may be the half of a letter.
 */
final class ByteText {

    private ByteText() {}

    static String ofBytes(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    static byte[] toBytes(String byteText) {
        return byteText.getBytes(ISO_8859_1);
    }

    /** Returns the file's form of a normal string. */
    static String encode(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** Returns the normal string that the bytes stand for, with replacement characters where they stand for none. */
    static String decode(String byteText) {
        return new String(byteText.getBytes(ISO_8859_1), UTF_8);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000b' || c == '\r' || c == '\n';
    }

    static int indentOf(String text) {
        int indent = 0;
        while (indent < text.length() && isBlank(text.charAt(indent))) {
            indent++;
        }
        return indent;
    }

    static String trim(String text) {
        int start = indentOf(text);
        int end = text.length();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
