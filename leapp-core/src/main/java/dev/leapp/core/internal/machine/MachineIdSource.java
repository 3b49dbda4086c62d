package dev.leapp.core.internal.machine;

import dev.leapp.core.port.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Where one kind of operating system keeps its machine id. */
public interface MachineIdSource {

    /** Returns the id as it is written there, blank if there is none. */
    String rawId() throws IOException;

    /** Returns where that is, for people. */
    String place();

    /**
     * Returns the source for an operating system.
     *
     * @param osName as the system property {@code os.name} gives it
     * @param root the root of the file system, {@code /} but for tests
     * @param environment tells where Windows lies
     * @param commands runs the system's programs
     */
    static MachineIdSource of(String osName, Path root, Environment environment, CommandRunner commands) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return new WindowsMachineId(environment, commands);
        }
        if (os.startsWith("mac") || os.startsWith("darwin")) {
            return new MacMachineId(commands);
        }
        return os.equals("freebsd") ? new FreeBsdMachineId(commands) : new LinuxMachineId(root);
    }
}
