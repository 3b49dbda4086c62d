package dev.leapp.core.internal.lock;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lock.
 *
 * @param pid the process
 * @param purpose what it is doing, in a few words
 */
public record LockOwner(long pid, String purpose) {

    /** Longer purposes are cut, so that what the lock file holds fits into one read. */
    static final int MAX_BYTES = 512;

    private static final Pattern FORM = Pattern.compile("pid ([0-9]{1,18})\n([^\n]*)\n");

    byte[] toBytes() {
        String line = purpose.replaceAll("\\p{Cntrl}", " ");
        String cut = line.substring(0, Math.min(line.length(), 120));
        return ("pid " + pid + "\n" + cut + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns what the bytes say, nothing if they are not whole: the owner may be writing them. */
    static Optional<LockOwner> parse(byte[] bytes) {
        Matcher matcher = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        return matcher.matches()
                ? Optional.of(new LockOwner(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "process " + pid + (purpose.isBlank() ? "" : " (" + purpose + ")");
    }
}
