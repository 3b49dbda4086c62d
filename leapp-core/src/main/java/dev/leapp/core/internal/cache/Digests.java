package dev.leapp.core.internal.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of lists of fields. */
public final class Digests {

    private Digests() {}

    /** Adds a field, length-prefixed, so that no two lists of fields read the same. */
    static void field(StringBuilder into, String value) {
        into.append(value.length()).append(':').append(value);
    }

    /** Returns the SHA-256 of a text in hexadecimal digits. */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
