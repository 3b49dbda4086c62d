package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.Argon2Cost;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the file's key is wrapped: one line of its header.
 *
 * @param cost what a passphrase's derivation costs, empty for a key file
 * @param salt of the derivation, in hexadecimal digits
 * @param wrappedKey the file's key, sealed under what was derived, in hexadecimal digits
 */
record KeySlot(Optional<Argon2Cost> cost, String salt, String wrappedKey) {

    private static final Pattern LINE =
            Pattern.compile("(?:argon2id ([1-9][0-9]{0,8}) ([1-9][0-9]{0,8}) ([1-9][0-9]{0,8})|key-file)"
                    + " ((?:[0-9a-f]{2}){16,64}) ((?:[0-9a-f]{2}){60})");

    static Optional<KeySlot> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeySlot(cost(matcher), matcher.group(4), matcher.group(5)));
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty();
        }
    }

    private static Optional<Argon2Cost> cost(Matcher matcher) {
        if (matcher.group(1) == null) {
            return Optional.empty();
        }
        return Optional.of(new Argon2Cost(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
    }

    byte[] saltBytes() {
        return HexFormat.of().parseHex(salt);
    }

    byte[] wrappedKeyBytes() {
        return HexFormat.of().parseHex(wrappedKey);
    }

    /** The line without the wrapped key: what wrapping binds the key to. */
    String binding() {
        String method = cost.map(c -> "argon2id " + c.memoryKib() + " " + c.iterations() + " " + c.lanes())
                .orElse("key-file");
        return method + " " + salt;
    }

    String line() {
        return binding() + " " + wrappedKey;
    }
}
