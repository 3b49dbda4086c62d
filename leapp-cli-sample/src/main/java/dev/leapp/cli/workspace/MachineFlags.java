package dev.leapp.cli.workspace;

import dev.leapp.cli.run.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that name the machine that wrote a file. */
final class MachineFlags {

    @Option(
            names = "--machine-id",
            paramLabel = "ID",
            description = "The id of the machine that wrote it, if that was another.")
    @Nullable
    String machineId;

    @Option(names = "--machine-id-file", paramLabel = "PATH", description = "A file that holds that id.")
    @Nullable
    Path machineIdFile;

    boolean isGiven() {
        return machineId != null || machineIdFile != null;
    }

    /** Returns the id that was given. */
    Optional<String> id() {
        if (machineId != null && machineIdFile != null) {
            throw Usage.error("Give --machine-id or --machine-id-file, not both", null);
        }
        Optional<String> id = machineIdFile == null ? Optional.ofNullable(machineId) : Optional.of(read(machineIdFile));
        if (id.isPresent() && id.get().isBlank()) {
            throw Usage.error("A machine id can't be blank", "on Linux it is the content of /etc/machine-id");
        }
        return id;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Usage.error("--machine-id-file: " + file + " can't be read as text", null);
        }
    }
}
