package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.SessionOrigin;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a session of the desktop app's file came from: mostly its own fields tell, and what they don't is among the extras. */
final class LeappOrigins {

    static final String SSO_INTEGRATION = "awsSsoConfigurationId";
    static final String AZURE_INTEGRATION = "azureIntegrationId";

    private static final String INTEGRATION = "integration";
    private static final String UPSTREAM_ID = "upstreamId";

    /** The usual form, and that of the desktop app, which leaves out {@code role}. */
    private static final Pattern ROLE_ARN = Pattern.compile("arn:[^:]*:iam::([^:/]+)(?::role)?/(.+)");

    private LeappOrigins() {}

    static Optional<SessionOrigin> read(
            LeappType type, Function<String, Optional<String>> settings, LeappElement extras)
            throws MalformedDocumentException {
        LeappElement ours = extras.object(LeappExtras.ORIGIN);
        Optional<Instant> orphaned = extras.time(LeappExtras.ORPHANED);
        Optional<SessionOrigin> told = origin(ours.filled(INTEGRATION), ours.filled(UPSTREAM_ID));
        Optional<String> name = extras.filled(LeappExtras.UPSTREAM_NAME);
        return told.or(() -> derived(type, settings)).map(origin -> with(origin, orphaned, name));
    }

    static void write(
            ObjectNode extras,
            LeappType type,
            Function<String, Optional<String>> settings,
            Optional<SessionOrigin> origin) {
        LeappExtras.putTime(extras, LeappExtras.ORPHANED, origin.flatMap(SessionOrigin::orphanedSince));
        LeappExtras.put(extras, LeappExtras.UPSTREAM_NAME, origin.flatMap(SessionOrigin::upstreamName));
        ObjectNode ours = extras.objectNode();
        Optional<SessionOrigin> plain = origin.map(given -> with(given, Optional.empty(), Optional.empty()));
        if (plain.isPresent() && !plain.equals(derived(type, settings))) {
            ours.put(INTEGRATION, plain.get().integration().value());
            ours.put(UPSTREAM_ID, plain.get().upstreamId());
        }
        LeappExtras.put(extras, LeappExtras.ORIGIN, ours);
    }

    private static Optional<SessionOrigin> derived(LeappType type, Function<String, Optional<String>> settings) {
        return switch (type.spelling()) {
            case LeappType.SSO_ROLE ->
                origin(
                        settings.apply(SSO_INTEGRATION),
                        settings.apply("roleArn").flatMap(LeappOrigins::accountAndRole));
            case LeappType.AZURE -> origin(settings.apply(AZURE_INTEGRATION), settings.apply("subscriptionId"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> accountAndRole(String arn) {
        Matcher role = ROLE_ARN.matcher(arn);
        return role.matches() ? Optional.of(role.group(1) + "/" + role.group(2)) : Optional.empty();
    }

    private static Optional<SessionOrigin> origin(Optional<String> integration, Optional<String> upstreamId) {
        return integration.flatMap(
                id -> upstreamId.map(upstream -> new SessionOrigin(new IntegrationId(id), upstream, Optional.empty())));
    }

    private static SessionOrigin with(SessionOrigin origin, Optional<Instant> orphaned, Optional<String> name) {
        return new SessionOrigin(origin.integration(), origin.upstreamId(), orphaned, name);
    }
}
