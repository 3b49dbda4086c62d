package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.internal.crypto.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * An account's item that is not simply the value. It begins with a marker, and so does nothing else: a value that happens to begin
 * like it is kept behind the marker, too, and so is an empty one, which not every keychain takes.
 *
 * <pre>
 * &#64;leapp 1 whole VALUE
 * &#64;leapp 1 parts BATCH COUNT SHA-256
 * </pre>
 */
final class MarkedItem {

    private static final String MARKER = "@leapp ";
    private static final String WHOLE = MARKER + "1 whole ";

    private MarkedItem() {}

    static boolean isMarked(byte[] item) {
        return startsWith(item, MARKER);
    }

    /** Returns what to keep for a value that fits into one item. */
    static byte[] of(byte[] utf8) {
        return utf8.length == 0 || isMarked(utf8) ? Bytes.concat(bytes(WHOLE), utf8) : utf8.clone();
    }

    /** Returns the value if the item holds it. */
    static Optional<byte[]> whole(byte[] item) {
        return startsWith(item, WHOLE)
                ? Optional.of(Arrays.copyOfRange(item, WHOLE.length(), item.length))
                : Optional.empty();
    }

    /** Returns what to keep for a value that lies in parts. */
    static byte[] of(PartList parts) {
        return bytes(MARKER + "1 " + parts.toText());
    }

    /** Returns where the parts of the value lie, if the item says so. */
    static Optional<PartList> parts(byte[] item) {
        String prefix = MARKER + "1 ";
        return startsWith(item, prefix)
                ? PartList.parse(
                        new String(item, prefix.length(), item.length - prefix.length(), StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private static boolean startsWith(byte[] item, String prefix) {
        byte[] start = bytes(prefix);
        return item.length >= start.length && Arrays.equals(item, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
