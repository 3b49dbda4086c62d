package dev.leapp.core.internal.issuance;

import dev.leapp.core.issuance.IssuanceEntry;
import dev.leapp.core.issuance.IssuanceFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the log as it stands there, unchecked, without its lock and key. */
record LogReader(LogFiles files) {

    List<IssuanceEntry> entries(IssuanceFilter filter) throws IOException {
        Deque<IssuanceEntry> found = new ArrayDeque<>();
        for (Path file : files.oldestFirst()) {
            lines(file).filter(filter::fits).forEach(entry -> keep(entry, found, filter.last()));
        }
        return List.copyOf(found);
    }

    boolean isOn() throws IOException {
        Optional<LogLine> last = lastLine();
        return files.head().map(head -> LogHead.isOn(head, last)).orElse(true);
    }

    /** Somebody may just put another file in the place of the one that is read; then the head tells. */
    private Optional<LogLine> lastLine() {
        try {
            return LogLine.parse(files.end().line());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void keep(IssuanceEntry entry, Deque<IssuanceEntry> found, int most) {
        found.add(entry);
        if (found.size() > most) {
            found.remove();
        }
    }

    private static Stream<IssuanceEntry> lines(Path file) throws IOException {
        return new String(LogFiles.read(file), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> LogLine.parse(line.getBytes(StandardCharsets.UTF_8)).stream())
                .map(LogLine::entry);
    }
}
