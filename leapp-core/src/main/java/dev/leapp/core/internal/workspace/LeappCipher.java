package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.machine.MachineId;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The encryption of the desktop app's file: AES-256-CBC under a key from the machine id, salted as OpenSSL does it, in Base64. Nothing
 * in it tells whether the file was altered, nor whether the key was the right one; that is left to what comes out.
 */
final class LeappCipher {

    private static final byte[] MAGIC = "Salted__".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 8;
    private static final int BLOCK_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int CHUNK = 8192;

    private final SecureRandom random;

    LeappCipher(SecureRandom random) {
        this.random = random;
    }

    /** Returns the document, which is UTF-8 and begins as a JSON object does. */
    byte[] open(byte[] file, MachineId id) throws UnreadableException {
        byte[] salted = decode(file);
        if (!Arrays.equals(Arrays.copyOf(salted, MAGIC.length), MAGIC)) {
            throw UnreadableException.damaged("what it encodes does not begin as the desktop app's file does");
        }
        byte[] salt = Arrays.copyOfRange(salted, MAGIC.length, MAGIC.length + SALT_BYTES);
        int start = MAGIC.length + SALT_BYTES;
        if (salted.length <= start || salted.length % BLOCK_BYTES != 0) {
            throw UnreadableException.damaged("it was cut off");
        }
        try {
            return document(cipher(Cipher.DECRYPT_MODE, id, salt).doFinal(salted, start, salted.length - start));
        } catch (BadPaddingException e) {
            throw otherKey(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-CBC", e);
        }
    }

    /** Returns a file for a document, with a new salt. */
    byte[] seal(byte[] document, MachineId id) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, id, salt).doFinal(document);
            return Base64.getEncoder().encode(Bytes.concat(MAGIC, salt, sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do AES-256-CBC", e);
        }
    }

    private static byte[] decode(byte[] file) throws UnreadableException {
        byte[] text = stripped(file);
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            if (Arrays.equals(Base64.getEncoder().encode(decoded), text)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(UnreadableException.Reason.DAMAGED, "it is no Base64", e);
        }
        throw UnreadableException.damaged("it is no Base64");
    }

    private static byte[] stripped(byte[] text) {
        int start = afterSpace(text);
        int end = text.length;
        while (end > start && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        return start == 0 && end == text.length ? text : Arrays.copyOfRange(text, start, end);
    }

    private static int afterSpace(byte[] text) {
        int start = 0;
        while (start < text.length && Character.isWhitespace(text[start])) {
            start++;
        }
        return start;
    }

    private static byte[] document(byte[] plain) throws UnreadableException {
        int start = afterSpace(plain);
        if (start == plain.length || plain[start] != '{' || !isUtf8(plain)) {
            throw otherKey(null);
        }
        return plain;
    }

    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer chunk = CharBuffer.allocate(CHUNK);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(in, chunk.clear(), true);
        }
        return !result.isError();
    }

    private static Cipher cipher(int mode, MachineId id, byte[] salt) throws GeneralSecurityException {
        byte[] derived = derive(id.desktopPassphrase().getBytes(StandardCharsets.US_ASCII), salt);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    mode,
                    new SecretKeySpec(derived, 0, KEY_BYTES, "AES"),
                    new IvParameterSpec(derived, KEY_BYTES, BLOCK_BYTES));
            return cipher;
        } finally {
            Bytes.wipe(derived);
        }
    }

    /** OpenSSL's {@code EVP_BytesToKey} with MD5 and one round: a key, then an initialization vector. */
    private static byte[] derive(byte[] passphrase, byte[] salt) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] derived = new byte[0];
        byte[] last = derived;
        while (derived.length < KEY_BYTES + BLOCK_BYTES) {
            last = md5.digest(Bytes.concat(last, passphrase, salt));
            derived = Bytes.concat(derived, last);
        }
        return derived;
    }

    private static UnreadableException otherKey(@Nullable Throwable cause) {
        return new UnreadableException(
                UnreadableException.Reason.OTHER_KEY,
                "it is damaged, or was written on a machine with another id",
                cause);
    }
}
