package dev.leapp.core.workspace;

import java.time.Duration;

/**
 * How a {@link Doctor} looks. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class DoctorOptions {

    private static final DoctorOptions STANDARD = new DoctorOptions(false, Duration.ofSeconds(5));

    private final boolean offline;
    private final Duration timeout;

    private DoctorOptions(boolean offline, Duration timeout) {
        this.offline = offline;
        this.timeout = timeout;
    }

    /**
     * Returns the standard: with the network, and 5 seconds for it.
     *
     * @return the standard options
     */
    public static DoctorOptions standard() {
        return STANDARD;
    }

    /**
     * Leaves the network alone.
     *
     * @return new options
     */
    public DoctorOptions withoutNetwork() {
        return new DoctorOptions(true, timeout);
    }

    /**
     * Sets how long all places on the network together may take to answer; they are asked at once.
     *
     * @param value a positive time
     * @return new options
     * @throws IllegalArgumentException if it is not positive
     */
    public DoctorOptions withTimeout(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("The time for the network must be positive: " + value);
        }
        return new DoctorOptions(offline, value);
    }

    /**
     * Tells whether the network is left alone.
     *
     * @return whether it is
     */
    public boolean offline() {
        return offline;
    }

    /**
     * Returns how long all places on the network together may take to answer.
     *
     * @return a positive time
     */
    public Duration timeout() {
        return timeout;
    }
}
