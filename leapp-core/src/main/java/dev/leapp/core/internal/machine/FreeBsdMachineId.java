package dev.leapp.core.internal.machine;

import java.io.IOException;
import java.util.List;

/** The firmware's UUID, else the kernel's. */
record FreeBsdMachineId(CommandRunner commands) implements MachineIdSource {

    @Override
    public String rawId() throws IOException {
        try {
            return commands.output(List.of("/bin/kenv", "-q", "smbios.system.uuid"));
        } catch (IOException e) {
            return commands.output(List.of("/sbin/sysctl", "-n", "kern.hostuuid"));
        }
    }

    @Override
    public String place() {
        return "smbios.system.uuid, kern.hostuuid";
    }
}
