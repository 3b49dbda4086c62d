package dev.leapp.core.internal.machine;

import dev.leapp.core.port.Environment;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registry's MachineGuid, in the 64-bit view. */
record WindowsMachineId(Environment environment, CommandRunner commands) implements MachineIdSource {

    private static final Pattern GUID = Pattern.compile("REG_SZ([^\\r\\n]*)");

    @Override
    public String rawId() throws IOException {
        String windows = environment
                .get("windir")
                .or(() -> environment.get("SystemRoot"))
                .orElse("C:\\Windows");
        Matcher matcher = GUID.matcher(commands.output(List.of(
                windows + "\\System32\\REG.exe",
                "QUERY",
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography",
                "/v",
                "MachineGuid",
                "/reg:64")));
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    @Override
    public String place() {
        return "the registry's MachineGuid";
    }
}
