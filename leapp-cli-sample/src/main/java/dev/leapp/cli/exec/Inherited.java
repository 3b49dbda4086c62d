package dev.leapp.cli.exec;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this process was given by its parent and the JVM hides; the launcher sees it before the JVM starts.
 *
 * @param ignoredSignals the signals that were ignored, the lowest bit being signal 1; 0 if that isn't known
 * @param descriptors the open file descriptors besides the standard ones; empty if they aren't known
 */
public record Inherited(long ignoredSignals, Set<Integer> descriptors) {

    private static final Pattern COMMAS = Pattern.compile(",");
    private static final int HEX = 16;

    /** Copies. */
    public Inherited {
        descriptors = Set.copyOf(descriptors);
    }

    /** Returns that nothing is known. */
    public static Inherited unknown() {
        return new Inherited(0, Set.of());
    }

    /**
     * Reads what the launcher says; what it doesn't say isn't known.
     *
     * @param signals 64 bits in hex digits, or null
     * @param descriptors numbers with commas between, or null
     */
    public static Inherited of(@Nullable String signals, @Nullable String descriptors) {
        long mask = signals != null && signals.matches("[0-9a-f]{1,16}") ? Long.parseUnsignedLong(signals, HEX) : 0;
        Set<Integer> open = COMMAS.splitAsStream(descriptors == null ? "" : descriptors)
                .filter(number -> number.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        return new Inherited(mask, open);
    }
}
