package dev.leapp.core.internal.issuance;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The log's random key in a file, sealed under a key that hangs on the workspace's. While the workspace's key changes it is there
 * twice, a line for each, so that a crash on the way leaves one that opens.
 */
final class LogKey {

    private static final byte[] BINDING = "leapp issuance log key".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final AtomicFile files;
    private final AesGcm cipher;

    LogKey(Path file, AtomicFile files, AesGcm cipher) {
        this.file = file;
        this.files = files;
        this.cipher = cipher;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Path file() {
        return file;
    }

    /** Returns the key; empty if there is none that opens. */
    Optional<ChainKey> open(byte[] sealing) throws IOException {
        return lines().stream().flatMap(line -> opened(line, sealing).stream()).findFirst();
    }

    private static Optional<ChainKey> opened(String line, byte[] sealing) {
        try {
            return Optional.of(
                    new ChainKey(AesGcm.open(sealing, Base64.getDecoder().decode(line), BINDING)));
        } catch (AuthenticationFailedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Makes a new key, which is nowhere yet. */
    ChainKey create() {
        return new ChainKey(cipher.newKey());
    }

    /** Keeps a key in the place of whatever is there. */
    void save(byte[] sealing, ChainKey key) throws IOException {
        write(List.of(sealed(sealing, key)));
    }

    /** Makes the key open with each of these; does nothing if it does not open with the first that is given. */
    void reseal(byte[] opening, List<byte[]> sealings) throws IOException {
        Optional<ChainKey> found = open(opening);
        if (found.isEmpty()) {
            return;
        }
        try (ChainKey key = found.get()) {
            List<String> lines = new ArrayList<>();
            for (byte[] sealing : sealings) {
                lines.add(sealed(sealing, key));
            }
            write(lines);
        }
    }

    private String sealed(byte[] sealing, ChainKey key) {
        byte[] plain = key.copy();
        try {
            return Base64.getEncoder().encodeToString(cipher.seal(sealing, plain, BINDING));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private void write(List<String> lines) throws IOException {
        files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> lines() throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
