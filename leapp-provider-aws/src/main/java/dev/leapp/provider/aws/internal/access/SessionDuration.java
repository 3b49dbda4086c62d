package dev.leapp.provider.aws.internal.access;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a session token lives: STS allows 900 to 129600 seconds for GetSessionToken. */
final class SessionDuration {

    static final String STANDARD = "PT10H";

    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(36);

    private SessionDuration() {}

    /** Reads {@code PT10H} or {@code 36000}; empty if it is neither, or beyond the limits. */
    static Optional<Duration> parse(String text) {
        return read(text.strip())
                .filter(duration -> duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0);
    }

    static Optional<String> problemWith(String text) {
        return parse(text).isPresent()
                ? Optional.empty()
                : Optional.of("must be 900 to 129600 seconds, such as PT10H or 36000");
    }

    private static Optional<Duration> read(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
