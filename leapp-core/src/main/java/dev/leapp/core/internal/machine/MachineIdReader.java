package dev.leapp.core.internal.machine;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.port.Environment;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds this machine's id where the Leapp desktop app does, but for the host name: that one changes, and whoever changes it would
 * lose the workspace.
 */
public final class MachineIdReader {

    /** The environment variable that replaces this machine's id. */
    public static final String OVERRIDE = "LEAPP_MACHINE_ID";

    private final Environment environment;
    private final MachineIdSource source;

    public MachineIdReader(Environment environment, MachineIdSource source) {
        this.environment = environment;
        this.source = source;
    }

    /**
     * Returns the id. Reads one or two small files on Linux, and runs a program of the system elsewhere.
     *
     * @throws WorkspaceException if this machine has no stable id
     */
    public MachineId read() {
        Optional<String> override = environment.get(OVERRIDE);
        if (override.isPresent()) {
            return valid(override.get()).orElseThrow(() -> missing(OVERRIDE + " is set, but holds no id", null));
        }
        try {
            return valid(source.rawId())
                    .orElseThrow(() -> missing("This machine has no stable machine id (" + source.place() + ")", null));
        } catch (IOException e) {
            throw missing("The machine id can't be read from " + source.place(), e);
        }
    }

    private static Optional<MachineId> valid(String raw) {
        if (raw.isBlank() || raw.strip().equals("uninitialized")) {
            return Optional.empty();
        }
        return Optional.of(MachineId.of(raw));
    }

    private static WorkspaceException missing(String what, @Nullable Throwable cause) {
        return new WorkspaceException(
                CoreErrorCode.NO_MACHINE_ID,
                what + ", so the key slot of the machine can't be used.",
                "Set " + OVERRIDE
                        + " to an id of your own, the same each time; in a container keep it with the workspace.",
                cause);
    }
}
