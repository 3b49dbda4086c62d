package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.machine.MachineId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Files as the desktop app writes them, for tests of what others do with such a workspace. */
public final class DesktopFiles {

    private DesktopFiles() {}

    /** Puts the fixture there, as on the machine of that id. */
    public static void begin(Path file) throws Exception {
        Files.createDirectories(file.resolveSibling("."));
        Repositories.begin(file, WorkspaceFormat.LEAPP);
    }

    /** Returns the document in a file. */
    public static String json(Path file, String machine) throws Exception {
        byte[] plain = new LeappCipher(new SecureRandom()).open(Files.readAllBytes(file), MachineId.of(machine));
        return new String(plain, StandardCharsets.UTF_8);
    }
}
