package dev.leapp.cli.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What Linux tells about this process; other systems tell nothing. */
final class ProcessStatus {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String BLOCKED = "SigBlk:";
    private static final int HEX = 16;
    /** Counted from the state, which follows the name in parentheses. */
    private static final int GROUP = 2;

    private static final int GROUP_AT_THE_TERMINAL = 5;

    private final String status;
    private final String stat;

    ProcessStatus(String status, String stat) {
        this.status = status;
        this.stat = stat;
    }

    static ProcessStatus now() {
        return new ProcessStatus(text("/proc/self/status"), text("/proc/self/stat"));
    }

    /** Returns what is blocked for the process's first thread, where no Java runs: what it was started with. */
    long blockedSignals() {
        return status.lines()
                .filter(line -> line.startsWith(BLOCKED))
                .map(line ->
                        Long.parseUnsignedLong(line.substring(BLOCKED.length()).strip(), HEX))
                .findFirst()
                .orElse(0L);
    }

    /** Tells whether what is pressed at the terminal reaches this process, and so its children too; if nothing is known, yes. */
    boolean isInForeground() {
        List<String> fields = BLANKS.splitAsStream(
                        stat.substring(stat.lastIndexOf(')') + 1).strip())
                .toList();
        return fields.size() <= GROUP_AT_THE_TERMINAL || fields.get(GROUP).equals(fields.get(GROUP_AT_THE_TERMINAL));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException notLinux) {
            return "";
        }
    }
}
