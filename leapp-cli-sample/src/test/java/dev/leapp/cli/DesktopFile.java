package dev.leapp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A workspace that the Leapp desktop app wrote, and the id of the machine that it did it on. */
public final class DesktopFile {

    private DesktopFile() {}

    /** Puts the file into place. */
    public static Path copyTo(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        return Files.write(file, bytes("Leapp-lock.json"));
    }

    public static String machineId() throws IOException {
        return new String(bytes("machine-id"), UTF_8).strip();
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = DesktopFile.class.getResourceAsStream("/dev/leapp/cli/leapp-lock/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
