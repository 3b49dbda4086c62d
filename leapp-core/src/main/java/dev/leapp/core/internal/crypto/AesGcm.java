package dev.leapp.core.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a random 96-bit nonce in front of what it sealed.
 *
 * <p>Random nonces are sound for far more writes under one key than a workspace sees in its life (NIST SP 800-38D
 * allows 2<sup>32</sup>). Safe for use by several threads if the random source is.
 */
public final class AesGcm {

    /** The length of a key, in bytes. */
    public static final int KEY_BYTES = 32;

    /** What sealing adds to the plain text, in bytes: nonce and tag. */
    public static final int OVERHEAD_BYTES = 12 + 16;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    public AesGcm(SecureRandom random) {
        this.random = random;
    }

    /** Returns a new random key. */
    public byte[] newKey() {
        return randomBytes(KEY_BYTES);
    }

    /** Returns that many random bytes, for salts. */
    public byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Seals the plain text under the key, bound to the associated data; returns nonce, cipher text and tag. */
    public byte[] seal(byte[] key, byte[] plain, byte[] associatedData) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData);
            return Bytes.concat(nonce, cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
        }
    }

    /**
     * Opens what {@link #seal} returned.
     *
     * @throws AuthenticationFailedException if key, associated data or a single bit of it differ
     */
    public static byte[] open(byte[] key, byte[] sealed, byte[] associatedData) throws AuthenticationFailedException {
        if (sealed.length < OVERHEAD_BYTES) {
            throw new AuthenticationFailedException("the sealed data is too short to be complete");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, associatedData);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new AuthenticationFailedException("the key does not fit or the sealed data was altered");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonceFirst, byte[] associatedData)
            throws GeneralSecurityException {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec nonce = new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_BYTES);
        cipher.init(mode, new SecretKeySpec(key, "AES"), nonce);
        cipher.updateAAD(associatedData);
        return cipher;
    }
}
