package dev.leapp.core.internal.workspace;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to the workspace's key: the key, wrapped under something that this slot's kind knows how to find.
 *
 * @param kind such as {@code machine}
 * @param encodedSalt goes into the derivation of the wrapping key, in base64
 * @param encodedKey the workspace's key, sealed, in base64
 */
record KeySlot(String kind, String encodedSalt, String encodedKey) {

    private static final Pattern FORM =
            Pattern.compile("slot ([a-z][a-z0-9-]{0,31}) salt=([A-Za-z0-9+/=]+) key=([A-Za-z0-9+/=]+)(?: .*)?");

    static KeySlot of(String kind, byte[] salt, byte[] wrapped) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new KeySlot(kind, base64.encodeToString(salt), base64.encodeToString(wrapped));
    }

    /** Returns the slot that the line holds; nothing if it is another kind of line, or a slot of another form. */
    static Optional<KeySlot> parse(String line) {
        Matcher matcher = FORM.matcher(line);
        return matcher.matches()
                ? Optional.of(new KeySlot(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    String toLine() {
        return "slot " + kind + " salt=" + encodedSalt + " key=" + encodedKey;
    }

    byte[] salt() throws UnreadableException {
        return decode(encodedSalt);
    }

    byte[] wrapped() throws UnreadableException {
        return decode(encodedKey);
    }

    private static byte[] decode(String base64) throws UnreadableException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(UnreadableException.Reason.DAMAGED, "a key slot is not whole", e);
        }
    }
}
