package dev.leapp.core.internal.issuance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes and checks the keyed hashes of the log; wiped when it is closed. */
final class ChainKey implements AutoCloseable {

    /** How many characters a hash has. */
    static final int MAC_CHARS = 64;

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    /** Takes the key over. */
    ChainKey(byte[] key) {
        this.key = key;
    }

    /** What a hash is of; the same text gets another one in another place. */
    enum Of {
        ENTRY,
        HEAD
    }

    String mac(Of what, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((what + "\n").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot do " + ALGORITHM, e);
        }
    }

    boolean fits(Of what, byte[] text, String mac) {
        return MessageDigest.isEqual(
                mac(what, text).getBytes(StandardCharsets.US_ASCII), mac.getBytes(StandardCharsets.UTF_8));
    }

    byte[] copy() {
        return key.clone();
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
