package dev.leapp.core.internal.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What tells this machine from others: white space removed, lower-case, never blank. Every local program can read it, so it is no
 * secret, but it is not shown either.
 */
public final class MachineId {

    private final String normalised;

    private MachineId(String normalised) {
        this.normalised = normalised;
    }

    /**
     * Returns the machine id of a raw one.
     *
     * @throws IllegalArgumentException if nothing is left of it
     */
    public static MachineId of(String raw) {
        String normalised = raw.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (normalised.isEmpty()) {
            throw new IllegalArgumentException("A machine id can't be blank");
        }
        return new MachineId(normalised);
    }

    /** Returns its SHA-256, the input of the machine key slot. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(normalised.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime cannot do SHA-256", e);
        }
    }

    /** Returns its SHA-256 in lower-case hex, what the Leapp desktop app uses as passphrase. */
    public String desktopPassphrase() {
        return HexFormat.of().formatHex(sha256());
    }

    @Override
    public String toString() {
        return "MachineId[not shown]";
    }
}
