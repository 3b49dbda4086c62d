package dev.leapp.core.internal.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Keys from passphrases by Argon2id (RFC 9106). Bouncy Castle does the work and is not loaded before the first
 * derivation, so that core runs without it for everybody who uses no passphrase.
 */
public final class Argon2id {

    /** The length of a new salt, in bytes. */
    public static final int SALT_BYTES = 16;

    private Argon2id() {}

    /**
     * Derives {@code length} bytes from the passphrase; takes a noticeable time and the memory that the cost names.
     *
     * @throws Argon2UnavailableException if Bouncy Castle is not on the class path
     */
    public static byte[] derive(char[] passphrase, byte[] salt, Argon2Cost cost, int length) {
        byte[] password = utf8(passphrase);
        try {
            return BouncyCastleArgon2.derive(password, salt, cost, length);
        } catch (LinkageError e) {
            throw new Argon2UnavailableException(e);
        } finally {
            Bytes.wipe(password);
        }
    }

    private static byte[] utf8(char[] passphrase) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.rewind();
        encoded.put(new byte[encoded.remaining()]);
        return bytes;
    }
}
