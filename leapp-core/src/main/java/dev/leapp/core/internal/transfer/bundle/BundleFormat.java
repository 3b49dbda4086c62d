package dev.leapp.core.internal.transfer.bundle;

import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a bundle: a clear header of two lines and an empty one, what is sealed, and a digest of both.
 *
 * <pre>
 * leapp-bundle 1
 * argon2id MEMORY-KIB PASSES LANES SALT
 *
 * (nonce, cipher text and tag of AES-256-GCM over the deflated document, the header's exact bytes as associated data)
 * (SHA-256 of everything before)
 * </pre>
 *
 * <p>The digest protects from nobody. It tells damage from a wrong passphrase, and before anybody is asked for one. Every version
 * begins with the first line and ends with the digest.
 */
final class BundleFormat {

    private static final String MAGIC = "leapp-bundle ";
    private static final String VERSION = "1";
    private static final int MOST_HEADER_BYTES = 1024;
    private static final int DIGEST_BYTES = 32;
    private static final Pattern FIRST_LINE = Pattern.compile(MAGIC + "([0-9]{1,9})\n");
    private static final Pattern HEADER = Pattern.compile(MAGIC + VERSION
            + "\nargon2id ([1-9][0-9]{0,8}) ([1-9][0-9]{0,8}) ([1-9][0-9]{0,8}) ((?:[0-9a-f]{2}){16,64})\n\n");

    private final byte[] header;
    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] sealed;

    private BundleFormat(byte[] header, Argon2Cost cost, byte[] salt, byte[] sealed) {
        this.header = header;
        this.cost = cost;
        this.salt = salt;
        this.sealed = sealed;
    }

    /** The exact bytes of the clear part. */
    byte[] header() {
        return header;
    }

    /** What deriving the key costs. */
    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt;
    }

    byte[] sealed() {
        return sealed;
    }

    static byte[] header(Argon2Cost cost, byte[] salt) {
        String line = "argon2id " + cost.memoryKib() + " " + cost.iterations() + " " + cost.lanes() + " "
                + HexFormat.of().formatHex(salt);
        return (MAGIC + VERSION + "\n" + line + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] toBytes(byte[] header, byte[] sealed) {
        byte[] body = Bytes.concat(header, sealed);
        return Bytes.concat(body, digest(body));
    }

    static boolean begins(byte[] file) {
        return start(file).startsWith(MAGIC);
    }

    /** Reads strictly: whatever is not exactly this format is told as what it is. */
    static BundleFormat parse(Path file, byte[] bytes) {
        Matcher first = FIRST_LINE.matcher(start(bytes));
        if (!begins(bytes)) {
            throw BundleTroubles.noBundle(file);
        }
        byte[] body = Arrays.copyOf(bytes, Math.max(0, bytes.length - DIGEST_BYTES));
        byte[] digest = Arrays.copyOfRange(bytes, body.length, bytes.length);
        if (!first.lookingAt() || !MessageDigest.isEqual(digest(body), digest)) {
            throw BundleTroubles.damaged(file, "it was altered or cut off");
        }
        if (!first.group(1).equals(VERSION)) {
            throw BundleTroubles.newer(file, first.group(1));
        }
        return parts(file, body);
    }

    private static BundleFormat parts(Path file, byte[] body) {
        Matcher line = HEADER.matcher(start(body));
        if (!line.lookingAt()) {
            throw BundleTroubles.damaged(file, "its header does not say how it is locked");
        }
        byte[] salt = HexFormat.of().parseHex(line.group(4));
        byte[] header = Arrays.copyOf(body, line.end());
        return new BundleFormat(header, cost(file, line), salt, Arrays.copyOfRange(body, line.end(), body.length));
    }

    private static Argon2Cost cost(Path file, Matcher line) {
        try {
            return new Argon2Cost(
                    Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3)));
        } catch (IllegalArgumentException outOfBounds) {
            throw BundleTroubles.damaged(file, "opening it would cost more than any bundle does");
        }
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, MOST_HEADER_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
