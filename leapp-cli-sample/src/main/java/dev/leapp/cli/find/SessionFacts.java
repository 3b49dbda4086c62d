package dev.leapp.cli.find;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people look for in a session and no field says by itself. */
public final class SessionFacts {

    private static final Pattern ACCOUNT = Pattern.compile("arn:[a-z-]+:[a-z]+::([0-9]{12}):.*");
    private static final Pattern UPSTREAM = Pattern.compile("([^/]+)/(.+)");

    private SessionFacts() {}

    /** Returns the role's name, from its ARN or from where it came. */
    public static Optional<String> role(Session session) {
        return session.setting("roleArn")
                .map(arn -> arn.substring(arn.indexOf('/') + 1))
                .or(() -> upstream(session, 2));
    }

    /** Returns the account's number, from the ARN of the role or of the MFA device, or from where it came. */
    public static Optional<String> account(Session session) {
        return Stream.of("roleArn", "mfaDevice")
                .flatMap(field -> session.setting(field).stream())
                .map(ACCOUNT::matcher)
                .filter(Matcher::matches)
                .map(arn -> arn.group(1))
                .findFirst()
                .or(() -> upstream(session, 1));
    }

    /** Tells whether it came from an integration that no longer has it. */
    public static boolean isOrphaned(Session session) {
        return session.origin().flatMap(SessionOrigin::orphanedSince).isPresent();
    }

    private static Optional<String> upstream(Session session, int part) {
        return session.origin()
                .map(origin -> UPSTREAM.matcher(origin.upstreamId()))
                .filter(Matcher::matches)
                .map(id -> id.group(part));
    }

    /** Returns the tags in one line, such as {@code env=prod, ops}; favourites are told apart elsewhere. */
    public static String tags(Session session) {
        return session.tags().entrySet().stream()
                .filter(tag -> !tag.getKey().equals(Session.FAVOURITE))
                .map(tag -> tag.getValue().equals(Session.SET) ? tag.getKey() : tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }
}
