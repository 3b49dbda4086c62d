package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.client.ClientSetup;
import java.time.Instant;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/** The calls to STS that issue, with what goes wrong told in Leapp's words. Thread-safe. */
public final class StsCalls {

    private final ClientSetup setup;
    private final StsClients clients;

    public StsCalls(PluginContext context) {
        this.setup = new ClientSetup(context);
        this.clients = new StsClients(context);
    }

    /**
     * Asks for a session token of an IAM user.
     *
     * @throws CredentialException if AWS refuses or can't be reached
     */
    public Credentials sessionToken(
            Session session, StsCaller caller, GetSessionTokenRequest request, Instant deadline) {
        return call(
                session,
                caller,
                deadline,
                Asked.SESSION_TOKEN,
                sts -> sts.getSessionToken(request).credentials());
    }

    /**
     * Asks whose credentials these are; everybody may.
     *
     * @return the ARN
     * @throws CredentialException if AWS refuses or can't be reached
     */
    public String callerIdentity(Session session, StsCaller caller, Instant deadline) {
        return call(
                session,
                caller,
                deadline,
                Asked.IDENTITY,
                sts -> sts.getCallerIdentity().arn());
    }

    /**
     * Asks for credentials of an IAM user that may sign in to the console.
     *
     * @throws CredentialException if AWS refuses or can't be reached
     */
    public Credentials federationToken(
            Session session, StsCaller caller, GetFederationTokenRequest request, Instant deadline) {
        return call(
                session,
                caller,
                deadline,
                Asked.FEDERATION,
                sts -> sts.getFederationToken(request).credentials());
    }

    /**
     * Assumes a role.
     *
     * @throws DurationCappedException if the role, or the way to it, does not allow that duration
     * @throws CredentialException if AWS refuses or can't be reached
     */
    public Credentials assumeRole(Session session, StsCaller caller, AssumeRoleRequest request, Instant deadline) {
        return call(
                session,
                caller,
                deadline,
                Asked.ROLE,
                sts -> sts.assumeRole(request).credentials());
    }

    /**
     * Assumes a role with an OIDC token; the request is not signed.
     *
     * @throws DurationCappedException if the role does not allow that duration
     * @throws CredentialException if AWS refuses or can't be reached
     */
    public Credentials assumeRoleWithWebIdentity(
            Session session, AssumeRoleWithWebIdentityRequest request, Instant deadline) {
        return call(
                session,
                StsCaller.anonymous(),
                deadline,
                Asked.WEB_IDENTITY,
                sts -> sts.assumeRoleWithWebIdentity(request).credentials());
    }

    /**
     * Assumes a role with a SAML assertion; the request is not signed.
     *
     * @throws DurationCappedException if the role does not allow that duration
     * @throws CredentialException if AWS refuses or can't be reached
     */
    public Credentials assumeRoleWithSaml(Session session, AssumeRoleWithSamlRequest request, Instant deadline) {
        return call(
                session,
                StsCaller.anonymous(),
                deadline,
                Asked.SAML,
                sts -> sts.assumeRoleWithSAML(request).credentials());
    }

    private <T> T call(Session session, StsCaller caller, Instant deadline, Asked asked, Function<StsClient, T> call) {
        try (var sts = clients.open(
                caller,
                session.region(),
                setup.budget(deadline, "AWS STS for credentials of session " + session.name()))) {
            return explained(session, sts, asked, call);
        }
    }

    private static <T> T explained(
            Session session, StsClients.Connection sts, Asked asked, Function<StsClient, T> call) {
        try {
            return call.apply(sts.client());
        } catch (SdkException e) {
            throw new StsTrouble(session.name(), sts.endpoint(), asked).explain(e);
        }
    }
}
