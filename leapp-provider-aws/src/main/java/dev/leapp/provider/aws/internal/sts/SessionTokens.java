package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.PluginContext;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/** GetSessionToken, with what goes wrong told in Leapp's words. Thread-safe. */
public final class SessionTokens {

    private final PluginContext context;
    private final StsClients clients;

    public SessionTokens(PluginContext context) {
        this.context = context;
        this.clients = new StsClients(context);
    }

    /**
     * Asks STS for temporary credentials.
     *
     * @throws CredentialException if AWS refuses or can't be reached
     */
    public Credentials get(Session session, LongTermKey key, GetSessionTokenRequest request, Instant deadline) {
        Duration budget = budget(session, deadline);
        AwsBasicCredentials credentials = AwsBasicCredentials.create(
                key.accessKeyId(), key.secretAccessKey().reveal());
        try (var sts = clients.open(credentials, session.region(), budget)) {
            return call(session, sts, request);
        }
    }

    private static Credentials call(Session session, StsClients.Connection sts, GetSessionTokenRequest request) {
        try {
            return sts.client().getSessionToken(request).credentials();
        } catch (SdkException e) {
            throw new StsTrouble(session.name(), sts.endpoint()).explain(e);
        }
    }

    private Duration budget(Session session, Instant deadline) {
        Duration left = Duration.between(context.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new CredentialException(
                    CoreErrorCode.UNREACHABLE,
                    "No time is left to ask AWS STS for credentials of session " + session.name(),
                    "try again",
                    null);
        }
        Duration total = context.http().totalTimeout();
        return left.compareTo(total) < 0 ? left : total;
    }
}
