package dev.leapp.provider.aws.internal.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a virtual MFA device shows: six digits every 30 seconds, by HMAC-SHA-1 (RFC 6238), from a seed in Base32 (RFC 4648). */
final class Totp {

    static final Duration STEP = Duration.ofSeconds(30);

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** Returns the number of the step that a moment lies in. */
    static long step(Instant moment) {
        return moment.getEpochSecond() / STEP.toSeconds();
    }

    static Instant startOf(long step) {
        return Instant.ofEpochSecond(step * STEP.toSeconds());
    }

    static boolean isSeed(String text) {
        String seed = clean(text);
        return seed.length() >= 16 && seed.chars().allMatch(c -> BASE32.indexOf(c) >= 0);
    }

    static String code(String seed, long step) {
        byte[] key = decode(clean(seed));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA-1", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static String clean(String seed) {
        return seed.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
    }

    private static byte[] decode(String seed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < seed.length(); i++) {
            buffer = (buffer << 5 | BASE32.indexOf(seed.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
