package dev.leapp.cli.session;

import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that matter to a shell: those that {@code leapp exec} started it with, else all that were started and not stopped.
 *
 * @param environment the shell's variables; {@code LEAPP_SESSION} has names with commas between
 * @param profile only those on this named profile, if given: then also in a shell of {@code leapp exec}
 * @param cloud only those of this cloud, if given
 */
record ShellSessions(
        Map<String, String> environment,
        @Nullable String profile,
        @Nullable String cloud) {

    private static final String VARIABLE = "LEAPP_SESSION";
    private static final String AWS_EXPIRATION = "AWS_CREDENTIAL_EXPIRATION";

    List<SessionView> among(List<SessionView> all) {
        String own = profile == null ? environment.getOrDefault(VARIABLE, "") : "";
        return all.stream()
                .filter(view -> own.isEmpty() ? isStarted(view) : isAmong(own, view))
                .filter(view ->
                        profile == null || profile.equals(view.profileName().orElse(null)))
                .filter(view ->
                        cloud == null || cloud.equals(view.session().type().cloudProvider()))
                .toList();
    }

    /** Returns when a session's credentials expire, or its lease if that ends before: in a shell of {@code leapp exec}, what that was given. */
    Optional<Instant> expiresAt(SessionView view) {
        boolean given = !environment.getOrDefault(VARIABLE, "").isEmpty()
                && view.session().type().cloudProvider().equals("aws");
        return Optional.ofNullable(environment.get(AWS_EXPIRATION))
                .filter(moment -> given && profile == null)
                .flatMap(ShellSessions::moment)
                .or(() -> Stream.of(view.expiresAt(), view.leasedUntil())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** A name may have commas itself. */
    private static boolean isAmong(String names, SessionView view) {
        return ("," + names + ",").contains("," + view.session().name() + ",");
    }

    private static boolean isStarted(SessionView view) {
        return view.status() == SessionStatus.ACTIVE || view.status() == SessionStatus.EXPIRED;
    }
}
