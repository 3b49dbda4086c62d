package dev.leapp.core.internal.issuance;

import dev.leapp.core.issuance.IssuanceEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the log begins and ends, kept beside it under a hash of its own, so that entries removed from either end are missed.
 *
 * @param first the number of the oldest entry that is kept
 * @param last the number of the newest
 * @param mac the hash of the newest
 * @param on whether entries are made
 */
record LogHead(long first, long last, String mac, boolean on) {

    private static final int PARTS = 5;
    private static final Pattern SPACE = Pattern.compile(" ");

    /** The most lines of one write: one that mends or begins the log, and one that says what happened. */
    private static final int ONE_WRITE = 2;

    /** Before the first entry. */
    static final LogHead START = new LogHead(1, 0, LogLine.GENESIS, true);

    LogHead upTo(LogLine line) {
        return new LogHead(first, line.entry().sequence(), line.mac(), on);
    }

    /** Catches up with the last line: a program may have ended after it wrote lines, and before it noted so. */
    LogHead caughtUp(LogLine line) {
        return line.entry().sequence() <= last
                ? this
                : upTo(line).turned(isOld(line) || isOnAfter(line.entry().event()));
    }

    /** Tells whether the log went on for longer than one write; then this may have been put back, and does not tell whether it is on. */
    boolean isOld(LogLine line) {
        return line.entry().sequence() - last
                > switch (line.entry().event()) {
                    case IssuanceEntry.ISSUED, IssuanceEntry.ON, IssuanceEntry.OFF -> ONE_WRITE;
                    default -> 1;
                };
    }

    private boolean isOnAfter(String event) {
        return switch (event) {
            case IssuanceEntry.ISSUED, IssuanceEntry.ON -> true;
            case IssuanceEntry.OFF -> false;
            default -> on;
        };
    }

    LogHead from(long oldest) {
        return new LogHead(oldest, last, mac, on);
    }

    LogHead turned(boolean value) {
        return new LogHead(first, last, mac, value);
    }

    byte[] bytes(ChainKey key) {
        return (text() + " " + key.mac(ChainKey.Of.HEAD, utf8(text())) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads it; empty if a byte of it is not as it was written. */
    static Optional<LogHead> parse(byte[] bytes, ChainKey key) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return read(text).filter(head -> text.equals(new String(head.bytes(key), StandardCharsets.ISO_8859_1)));
    }

    /** Tells whether entries are made, as it stands there and in the last line, unchecked. */
    static boolean isOn(byte[] bytes, Optional<LogLine> last) {
        return read(new String(bytes, StandardCharsets.ISO_8859_1))
                .map(head -> last.map(head::caughtUp).orElse(head).on())
                .orElse(true);
    }

    private static Optional<LogHead> read(String text) {
        List<String> parts = SPACE.splitAsStream(text.strip()).toList();
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogHead(
                    Long.parseLong(parts.get(0)),
                    Long.parseLong(parts.get(1)),
                    parts.get(2),
                    parts.get(3).equals("on")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String text() {
        return first + " " + last + " " + mac + " " + (on ? "on" : "off");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
