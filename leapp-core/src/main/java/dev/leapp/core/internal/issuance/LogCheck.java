package dev.leapp.core.internal.issuance;

import dev.leapp.core.issuance.IssuanceEntry;
import dev.leapp.core.issuance.IssuanceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the whole log once, and finds where it is not as it was written. Used once. */
final class LogCheck {

    private final LogFiles files;
    private final ChainKey key;
    private final List<String> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long entries;
    private @Nullable Instant since;

    /** Number and hash of the line before; the hash is null after a line that can't be trusted. */
    private long last;

    private @Nullable String mac = LogLine.GENESIS;
    private boolean begun;
    private @Nullable LogLine end;

    /** Whether the log is on, as its entries tell; null where they don't. */
    private @Nullable Boolean on;

    LogCheck(LogFiles files, ChainKey key) {
        this.files = files;
        this.key = key;
    }

    IssuanceReport report() throws IOException {
        Optional<byte[]> noted = files.head();
        Optional<LogHead> head = noted.flatMap(bytes -> LogHead.parse(bytes, key));
        boolean torn = false;
        for (Path file : files.oldestFirst()) {
            torn = check(file, head);
        }
        ends(head, torn);
        if (head.isPresent()) {
            switched(head.get(), isStillThere(noted));
        }
        return new IssuanceReport(entries, since, findings, remarks);
    }

    /** Otherwise somebody writes meanwhile. */
    private boolean isStillThere(Optional<byte[]> noted) throws IOException {
        return Arrays.equals(noted.orElse(null), files.head().orElse(null));
    }

    /** Returns whether the file ends within a line. */
    private boolean check(Path file, Optional<LogHead> head) throws IOException {
        byte[] bytes = LogFiles.read(file);
        int start = 0;
        int number = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                number++;
                check(Arrays.copyOfRange(bytes, start, i), file.getFileName() + " line " + number, head);
                start = i + 1;
            }
        }
        return start < bytes.length;
    }

    private void check(byte[] line, String place, Optional<LogHead> head) {
        Optional<LogLine> parsed = LogLine.parse(line);
        if (parsed.isEmpty()) {
            broken(place + " is not an entry: it was changed", last + 1);
        } else if (!LogLine.fits(line, key)) {
            broken("entry " + parsed.get().entry().sequence() + " (" + place + ") was changed", last + 1);
        } else {
            follows(parsed.get(), place, head);
            says(parsed.get().entry());
        }
        begun = true;
    }

    private void broken(String finding, long number) {
        findings.add(finding);
        entries++;
        last = number;
        mac = null;
        end = null;
        on = null;
    }

    private void follows(LogLine line, String place, Optional<LogHead> head) {
        long number = line.entry().sequence();
        if (!begun) {
            long first = head.map(LogHead::first).orElse(1L);
            if (number > first) {
                findings.add(missing(first, number - 1) + " at the beginning");
            }
        } else if (number > last + 1) {
            findings.add(missing(last + 1, number - 1) + " before entry " + number + " (" + place + ")");
        } else if (number <= last) {
            findings.add("entry " + number + " (" + place + ") is out of its place");
        } else if (mac != null && !mac.equals(line.previous())) {
            findings.add("entry " + number + " (" + place + ") does not belong to the entry before it");
        }
        on = number == last + 1 ? on : null;
        last = number;
        mac = line.mac();
        end = line;
    }

    private void says(IssuanceEntry entry) {
        entries++;
        since = since == null ? entry.at() : since;
        switches(entry);
        switch (entry.event()) {
            case IssuanceEntry.END_LOST -> findings.add(about(entry) + ", so that entries before it may be missing");
            case IssuanceEntry.REPAIRED -> remarks.add(about(entry) + ": a program ended while it wrote");
            case IssuanceEntry.BEGAN -> {
                if (entry.note().isPresent()) {
                    findings.add(about(entry));
                }
            }
            default -> {
                // what happened to credentials is nothing wrong
            }
        }
    }

    private void ends(Optional<LogHead> head, boolean torn) {
        if (head.isEmpty()) {
            findings.add(
                    "the note of where the log ends is missing or was changed, so that entries at the end may be missing");
        } else if (last < head.get().last()) {
            findings.add(missing(last + 1, head.get().last()) + " at the end");
        } else if (torn) {
            remarks.add(
                    "the log ends within a line: a program ended while it wrote; the next entry puts that in order");
        }
    }

    private void switches(IssuanceEntry entry) {
        switch (entry.event()) {
            case IssuanceEntry.OFF -> on = false;
            case IssuanceEntry.ON, IssuanceEntry.BEGAN, IssuanceEntry.END_LOST -> on = true;
            case IssuanceEntry.ISSUED -> {
                if (Boolean.FALSE.equals(on)) {
                    findings.add("entry " + entry.sequence() + " was made while the log was off");
                }
                on = true;
            }
            default -> {
                // mending does not switch it
            }
        }
    }

    private void switched(LogHead head, boolean still) {
        boolean said = end == null ? head.on() : head.caughtUp(end).on();
        if (still && end != null && head.isOld(end)) {
            findings.add("the note of where the log ends is an old one, of entry " + head.last()
                    + ", while the log ends with entry " + last + ": it was put back, or could not be written");
        } else if (still && on != null && on != said && last >= head.last()) {
            findings.add("the note beside the log says that it is " + word(said) + ", but its entries say that it is "
                    + word(on));
        }
        if (!said) {
            remarks.add("the log is off");
        }
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }

    private static String about(IssuanceEntry entry) {
        return "entry " + entry.sequence() + " of " + entry.at() + " says: "
                + entry.note().orElse(entry.event());
    }

    private static String missing(long from, long to) {
        return from == to ? "entry " + from + " is missing" : "entries " + from + " to " + to + " are missing";
    }
}
