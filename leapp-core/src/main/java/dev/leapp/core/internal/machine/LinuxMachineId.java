package dev.leapp.core.internal.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The first line of the files of D-Bus and systemd, one after the other. */
record LinuxMachineId(Path root) implements MachineIdSource {

    @Override
    public String rawId() throws IOException {
        String both = content("var/lib/dbus/machine-id") + content("etc/machine-id");
        return both.lines().findFirst().orElse("");
    }

    @Override
    public String place() {
        return "/var/lib/dbus/machine-id, /etc/machine-id";
    }

    private String content(String file) throws IOException {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
