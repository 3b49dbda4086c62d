package dev.leapp.core.handover;

import java.time.Duration;
import java.util.Optional;

/**
 * What to open in a web console.
 *
 * @param service the cloud's short name of a service, such as {@code s3}; empty for the start page
 * @param destination a URL of the console to open instead; empty for the service or the start page
 * @param region the region to open it in; empty for the session's
 * @param duration for how long to be signed in, if the cloud lets that be chosen; empty for its usual time
 * @since 0.1
 */
public record ConsoleRequest(
        Optional<String> service, Optional<String> destination, Optional<String> region, Optional<Duration> duration) {

    /**
     * Returns a request for the start page in the session's region.
     *
     * @return a request without wishes
     */
    public static ConsoleRequest startPage() {
        return new ConsoleRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
