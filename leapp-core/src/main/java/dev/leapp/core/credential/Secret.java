package dev.leapp.core.credential;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value that must never be seen by accident: its {@link #toString()} is {@code [redacted]}, comparison takes constant time, and
 * it can be wiped.
 *
 * <p>Thread-safe. The value is kept as UTF-8 bytes; {@link #reveal()} is the only way to read it as text, so that every place that
 * does can be found.
 *
 * @since 0.1
 */
public final class Secret implements AutoCloseable {

    private final byte[] utf8;
    private boolean wiped;

    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * Returns a secret holding the given text.
     *
     * @param value the text, may be empty
     * @return a new secret
     */
    public static Secret of(String value) {
        return new Secret(value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a secret holding a copy of the given characters; the caller may wipe its array afterwards.
     *
     * @param value the characters, may be empty
     * @return a new secret
     */
    public static Secret of(char[] value) {
        ByteBuffer space = ByteBuffer.allocate(value.length * 3);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(value), space, true);
        byte[] bytes = Arrays.copyOf(space.array(), space.position());
        Arrays.fill(space.array(), (byte) 0);
        return new Secret(bytes);
    }

    /**
     * Returns a secret holding a copy of the given bytes, which must be UTF-8 if {@link #reveal()} is to be called.
     *
     * @param utf8 the bytes
     * @return a new secret
     */
    public static Secret ofUtf8(byte[] utf8) {
        return new Secret(utf8.clone());
    }

    /**
     * Returns the text.
     *
     * @return the value as text
     * @throws IllegalStateException if the secret was wiped
     */
    public String reveal() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * Returns a copy of the bytes, which the caller should wipe after use.
     *
     * @return the value as UTF-8 bytes
     * @throws IllegalStateException if the secret was wiped
     */
    public byte[] revealUtf8() {
        return bytes().clone();
    }

    /**
     * Tells whether the value has no characters.
     *
     * @return whether the value is empty
     * @throws IllegalStateException if the secret was wiped
     */
    public boolean isEmpty() {
        return bytes().length == 0;
    }

    /** Overwrites the value; every later attempt to read it fails. Idempotent. */
    @Override
    public synchronized void close() {
        Arrays.fill(utf8, (byte) 0);
        wiped = true;
    }

    /** Compares the values in constant time for equal lengths. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(utf8, that.utf8);
    }

    /** Returns the same number for every secret, so that a hash tells nothing about the value. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    /** Returns {@code [redacted]}. */
    @Override
    public String toString() {
        return "[redacted]";
    }

    private synchronized byte[] bytes() {
        if (wiped) {
            throw new IllegalStateException("This secret was wiped");
        }
        return utf8;
    }
}
