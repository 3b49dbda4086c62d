package dev.leapp.core.internal.handover;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param patience how long a client waits for credentials; AWS's own give up after two seconds
 * @param exchange how long a client may take to send its request and read the answer
 * @param renewal how often to look what is due
 * @param leases how often to look which sessions' leases are over
 */
public record ServerLimits(Duration patience, Duration exchange, Duration renewal, Duration leases) {

    public static final ServerLimits STANDARD = new ServerLimits(
            Duration.ofMillis(1500), Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(2));
}
