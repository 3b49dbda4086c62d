package dev.leapp.core.internal.machine;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform UUID of the I/O registry. */
record MacMachineId(CommandRunner commands) implements MachineIdSource {

    private static final Pattern UUID = Pattern.compile("IOPlatformUUID([^\\r\\n]*)");

    @Override
    public String rawId() throws IOException {
        Matcher matcher =
                UUID.matcher(commands.output(List.of("/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice")));
        return matcher.find() ? matcher.group(1).replaceAll("[=\\s\"]", "") : "";
    }

    @Override
    public String place() {
        return "ioreg, IOPlatformUUID";
    }
}
