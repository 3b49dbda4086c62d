package dev.leapp.provider.aws.internal.console;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.WebConsole;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.access.FederatedUser;
import dev.leapp.provider.aws.internal.client.ClientSetup;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.PartitionMetadata;

/**
 * Signs in by AWS's federation endpoint. How long a sign-in lasts can be said for credentials of a role only, and not for those that a
 * role got by another role.
 */
record AwsConsole(FederatedUser users, FederationEndpoint federation) implements WebConsole {

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);

    @Override
    public Secret signIn(ConsoleRequest request, Supplier<Credentials> credentials, IssueContext context) {
        Session session = context.session();
        request.duration().ifPresent(wanted -> requirePossible(session, wanted));
        String region = ClientSetup.regionNamed(request.region().orElseGet(session::region))
                .id();
        ConsolePlace place = place(session, region);
        String destination = new Destination(place, region).of(request);
        URI host = federation.at(place, region);
        context.interaction().progress("Signing in to the AWS console");
        return FederationEndpoint.login(host, destination, token(request, credentials, context, host));
    }

    private Secret token(ConsoleRequest request, Supplier<Credentials> credentials, IssueContext context, URI host) {
        Session session = context.session();
        if (FederatedUser.isNeededFor(session)) {
            AwsAccessKey key = users.key(context, request.duration().orElse(LONGEST));
            return federation.token(session, host, key, Optional.empty()).orElseThrow(() -> refused(session));
        }
        AwsAccessKey key = accessKey(session, credentials.get());
        if (!SignInDuration.isPossible(context)) {
            request.duration().ifPresent(wanted -> tellOfCredentials(context));
            return federation.token(session, host, key, Optional.empty()).orElseThrow(() -> refused(session));
        }
        return federation
                .token(session, host, key, Optional.of(request.duration().orElse(LONGEST)))
                .or(() -> {
                    request.duration().ifPresent(wanted -> tellOfCredentials(context));
                    return federation.token(session, host, key, Optional.empty());
                })
                .orElseThrow(() -> refused(session));
    }

    private static void tellOfCredentials(IssueContext context) {
        context.interaction()
                .inform("AWS lets nobody choose how long this sign-in lasts: it ends with the credentials of session "
                        + context.session().name());
    }

    private static AwsAccessKey accessKey(Session session, Credentials credentials) {
        if (!credentials.kind().equals(CredentialKind.ACCESS_KEY)) {
            throw noConsole(session, "its credentials are no access key");
        }
        AwsAccessKey key = AwsAccessKey.of(credentials);
        if (key.endpointUrl().isPresent() || key.sessionToken().isEmpty()) {
            throw noConsole(session, "its credentials are not AWS's");
        }
        return key;
    }

    private static ConsolePlace place(Session session, String region) {
        String partition = PartitionMetadata.of(ClientSetup.regionNamed(region)).id();
        return ConsolePlace.of(partition)
                .orElseThrow(() -> noConsole(session, "Leapp does not know the console of partition " + partition));
    }

    private static void requirePossible(Session session, Duration wanted) {
        if (wanted.compareTo(SHORTEST) < 0 || wanted.compareTo(LONGEST) > 0) {
            throw new CredentialException(
                    CoreErrorCode.INVALID_VALUE,
                    "A sign-in to the AWS console lasts 15 minutes to 12 hours, for session " + session.name(),
                    "choose a duration in between, such as 4h",
                    null);
        }
    }

    private static CredentialException noConsole(Session session, String why) {
        return new CredentialException(
                CoreErrorCode.INVALID_VALUE,
                "There is no AWS console for session " + session.name() + ": " + why,
                "choose another session",
                null);
    }

    private static CredentialException refused(Session session) {
        return new CredentialException(
                CoreErrorCode.REFUSED_BY_CLOUD,
                "AWS's sign-in refuses the credentials of session " + session.name(),
                "get new ones: leapp session rotate '" + session.name() + "'; is its region in the right partition?",
                null);
    }
}
