package dev.leapp.core.internal.issuance;

import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.issuance.IssuanceEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Puts entries at the end of the log, for the owner of its lock. Reads no more than the head and the last line. What was removed from
 * the end stays a gap: the log goes on from where the head says it ended.
 */
final class LogWriter {

    private static final Logger LOG = System.getLogger(LogWriter.class.getName());

    private final LogFiles files;
    private final ChainKey key;
    private final Clock clock;
    private final List<LogLine> lines = new ArrayList<>();
    private LogHead head;
    private LogHead noted;
    private boolean switched;

    private LogWriter(LogFiles files, ChainKey key, Clock clock, LogHead head) {
        this.files = files;
        this.key = key;
        this.clock = clock;
        this.head = head;
        this.noted = head;
    }

    /** Begins a log where there is none, or none but its head. */
    static LogWriter anew(LogFiles files, ChainKey key, Clock clock, Optional<String> note) {
        LogWriter writer = new LogWriter(files, key, clock, LogHead.START);
        writer.add(IssuanceEntry.BEGAN, entry -> note.map(entry::note).orElse(entry));
        return writer;
    }

    /** Goes on with the log that there is, and mends its end. */
    static LogWriter goingOn(LogFiles files, ChainKey key, Clock clock) throws IOException {
        LogTail end = files.end();
        Optional<LogHead> head = files.head().flatMap(bytes -> LogHead.parse(bytes, key));
        Optional<LogLine> last = LogLine.parse(end.line()).filter(line -> LogLine.fits(end.line(), key));
        LogHead start =
                head.map(known -> last.map(known::caughtUp).orElse(known)).orElseGet(() -> guessed(files, last));
        if (head.isPresent() && start.last() == 0) {
            return anew(files, key, clock, Optional.empty());
        }
        LogWriter writer = new LogWriter(files, key, clock, start);
        writer.noted = head.orElse(start);
        writer.mend(end);
        writer.explain(head, last);
        return writer;
    }

    private void mend(LogTail end) throws IOException {
        if (end.torn() > 0) {
            files.cutOff(end);
            add(IssuanceEntry.REPAIRED, entry -> entry.note(end.torn() + " bytes were cut off"));
        }
    }

    private void explain(Optional<LogHead> known, Optional<LogLine> last) {
        if (known.isEmpty()) {
            add(
                    IssuanceEntry.END_LOST,
                    entry -> entry.note("the note of where the log ended was missing, or had been changed"));
        } else if (last.filter(line -> isSwitchedOn(known.get(), line)).isPresent()) {
            add(IssuanceEntry.ON, entry -> entry.note("the note of where the log ended was an old one"));
        }
    }

    /** After what was handed out it needs no saying. */
    private static boolean isSwitchedOn(LogHead head, LogLine last) {
        return head.isOld(last) && !last.entry().event().equals(IssuanceEntry.ISSUED);
    }

    boolean isOn() {
        return head.on();
    }

    /** Returns whether that changes anything; if not, it is noted all the same where a note is missing. */
    boolean turn(boolean on) {
        switched = true;
        if (head.on() == on) {
            return false;
        }
        head = head.turned(on);
        add(on ? IssuanceEntry.ON : IssuanceEntry.OFF, entry -> entry);
        return true;
    }

    void add(String event, UnaryOperator<IssuanceEntry.Builder> details) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        IssuanceEntry entry = details.apply(IssuanceEntry.builder(head.last() + 1, now, event))
                .build();
        LogLine line = LogLine.of(entry, head.mac(), key);
        head = head.upTo(line);
        lines.add(line);
    }

    void write() throws IOException {
        if (!lines.isEmpty()) {
            append();
        }
        if (!head.equals(noted)) {
            note();
        }
    }

    private void append() throws IOException {
        if (files.isTimeToRotate()) {
            rotate();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines.forEach(line -> bytes.writeBytes(line.bytes()));
        files.append(bytes.toByteArray());
        lines.clear();
    }

    /** Whoever switches it relies on the note; for an entry its line is enough. */
    private void note() {
        try {
            files.head(head.bytes(key));
            noted = head;
        } catch (IOException e) {
            if (switched) {
                throw WriteTrouble.of(files.headFile(), e);
            }
            LOG.log(Level.DEBUG, "The head of the issuance log is not written: {0}", e.toString());
        }
    }

    /** What is about to go must not be missed if this ends on the way. */
    private void rotate() throws IOException {
        Optional<Long> oldest = number(files.firstLineAfterRotation());
        Optional<LogHead> before = files.head().flatMap(bytes -> LogHead.parse(bytes, key));
        if (oldest.isPresent() && before.isPresent()) {
            files.head(before.get().from(oldest.get()).bytes(key));
        }
        files.rotate();
        head = oldest.map(head::from).orElse(head);
    }

    private static LogHead guessed(LogFiles files, Optional<LogLine> last) {
        LogHead end = last.map(LogHead.START::upTo).orElse(LogHead.START);
        try {
            return end.from(number(files.firstLine()).orElse(end.last() + 1));
        } catch (IOException e) {
            return end;
        }
    }

    private static Optional<Long> number(byte[] line) {
        return LogLine.parse(line).map(parsed -> parsed.entry().sequence());
    }
}
