package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import java.time.Duration;
import java.util.Optional;

/** How long the credentials of a role live: STS allows 900 to 43200 seconds, and an hour for a role assumed by another role. */
final class RoleDuration {

    static final Duration SHORTEST = Duration.ofMinutes(15);

    /** What a role gets that another role has assumed, and what every role allows. */
    static final Duration HOUR = Duration.ofHours(1);

    static final Duration LONGEST = Duration.ofHours(12);

    /** Why a role's credentials live for an hour only though more was asked for. */
    static final String ROLES_OWN_LIMIT = "the role does not allow it";

    private RoleDuration() {}

    /** Returns what the session asks for, empty if it asks for as long as possible. */
    static Optional<Duration> of(Session session) {
        return session.setting(RoleFields.DURATION).flatMap(RoleDuration::parse);
    }

    static Optional<String> problemWith(String text) {
        return parse(text).isPresent()
                ? Optional.empty()
                : Optional.of("must be 900 to 43200 seconds, such as PT1H or 3600");
    }

    /** Returns what somebody else wants, in seconds, as far as STS allows it; empty if it is no number. */
    static Optional<Duration> clamped(String seconds) {
        String digits = seconds.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(digits));
        return Optional.of(wanted.compareTo(SHORTEST) < 0 ? SHORTEST : shorter(wanted, LONGEST));
    }

    /** Says that a longer duration was asked for than there is. */
    static void tellOfCap(IssueContext context, String why) {
        context.interaction()
                .inform("Session " + context.session().name() + " gets credentials for an hour only: " + why);
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Optional<Duration> parse(String text) {
        return SessionDuration.parse(text).filter(duration -> duration.compareTo(LONGEST) <= 0);
    }
}
