package dev.leapp.provider.aws.internal.sso;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.client.ClientSetup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.RoleCredentials;

/** The access portal of IAM Identity Center, which gives credentials of a role to whoever is logged in. Thread-safe. */
public final class Portal {

    /** What the desktop app calls the setting of an integration. */
    private static final String REGION = "region";

    /** It becomes part of the host that gets the token. */
    private static final Pattern REGION_NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    private final ClientSetup setup;
    private final PortalEndpoint endpoints;

    public Portal(PluginContext context) {
        this.setup = new ClientSetup(context);
        this.endpoints = new PortalEndpoint(context.environment());
    }

    /** Returns the region where an integration's IAM Identity Center is set up; not that of its sessions. */
    static Optional<Region> regionOf(Integration integration) {
        return Optional.ofNullable(integration.settings().get(REGION))
                .filter(name -> REGION_NAME.matcher(name).matches())
                .map(Region::of);
    }

    /**
     * Asks for credentials of a role.
     *
     * @param session the session's name
     * @param login the integration, and the pace to call the portal at
     * @param token who is logged in to it
     * @throws CredentialException if the portal refuses or can't be reached
     */
    public RoleCredentials credentials(
            String session, IntegrationLogin login, PortalRole role, Secret token, Instant deadline) {
        Integration integration = login.integration();
        Region region = regionOf(integration).orElseThrow(() -> noRegion(session, integration));
        URI endpoint = endpoints.in(region);
        Supplier<Duration> budget =
                () -> setup.budget(deadline, "the AWS access portal for credentials of session " + session);
        try (SsoClient client = setup.pacedClient(
                SsoClient.builder(), region, endpoint, AnonymousCredentialsProvider.create(), budget.get())) {
            return new PacedCall(login.pace(), deadline)
                    .call(() -> client.getRoleCredentials(request -> request.accountId(role.account())
                            .roleName(role.name())
                            .accessToken(token.reveal())
                            .overrideConfiguration(limits -> limits.apiCallTimeout(budget.get()))))
                    .roleCredentials();
        } catch (SdkException e) {
            throw new PortalTrouble(session, integration.alias(), role, endpoint).explain(e);
        }
    }

    private static CredentialException noRegion(String session, Integration integration) {
        return new CredentialException(
                CoreErrorCode.INVALID_VALUE,
                "Integration '" + integration.alias()
                        + "' names no region where its IAM Identity Center is, for session " + session,
                "import it again, or correct it",
                null);
    }
}
