package dev.leapp.core.spi;

import java.time.Duration;

/**
 * How everything that goes over the network does it. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class HttpSettings {

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration totalTimeout;

    private HttpSettings(Duration connectTimeout, Duration readTimeout, Duration totalTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.totalTimeout = totalTimeout;
    }

    /**
     * Returns the defaults: 5 seconds to connect, 10 to read, 30 in all with retries.
     *
     * @return the defaults
     */
    public static HttpSettings defaults() {
        return new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /**
     * Returns settings with other time limits.
     *
     * @param connect how long connecting may take
     * @param read how long the answer to one call may take
     * @param total how long a call may take in all, with retries
     * @return new settings
     */
    public HttpSettings withTimeouts(Duration connect, Duration read, Duration total) {
        return new HttpSettings(connect, read, total);
    }

    /**
     * Returns how long connecting may take.
     *
     * @return the limit
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns how long the answer to one call may take.
     *
     * @return the limit
     */
    public Duration readTimeout() {
        return readTimeout;
    }

    /**
     * Returns how long a call may take in all, with retries.
     *
     * @return the limit
     */
    public Duration totalTimeout() {
        return totalTimeout;
    }
}
