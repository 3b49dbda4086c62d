package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.Discovery;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.Quota;
import dev.leapp.integration.sso.internal.awscli.SharedLogin;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.Endpoints;
import dev.leapp.integration.sso.internal.oidc.Authorizations;
import dev.leapp.integration.sso.internal.oidc.KeptLogin;
import dev.leapp.integration.sso.internal.portal.Portals;
import dev.leapp.integration.sso.internal.rest.JsonService;
import dev.leapp.integration.sso.internal.rest.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Logs in to AWS IAM Identity Center, and lists the roles there. */
final class IdentityCenter implements IntegrationProvider {

    /** AWS takes 20 from all who ask for an account in a region. */
    private static final double CALLS_PER_SECOND = 19.5;

    private final PluginContext plugin;
    private final Endpoints endpoints;
    private final Completion completion;
    private final Authorizations authorizations;
    private final Portals portals;

    IdentityCenter(PluginContext plugin, Pause pause) {
        JsonService http = new JsonService(plugin);
        this.plugin = plugin;
        this.endpoints = new Endpoints(plugin.environment());
        this.completion = new Completion(http, endpoints);
        this.authorizations = new Authorizations(plugin, http, pause);
        this.portals = new Portals(plugin, http, pause);
    }

    @Override
    public Set<SessionType> sessionTypes() {
        return Set.of(Portals.ROLE);
    }

    @Override
    public Map<String, String> complete(Map<String, String> values) {
        return completion.of(values);
    }

    @Override
    public Optional<Quota> quota(Integration integration) {
        return Center.region(integration).map(region -> {
            URI portal = endpoints.portal(region);
            return new Quota(portal.getAuthority() + " " + region.name(), CALLS_PER_SECOND);
        });
    }

    @Override
    public Optional<Credentials> found(IntegrationContext context) {
        Instant now = plugin.clock().instant();
        return shared(context).flatMap(login -> login.read(now)).map(login -> login.asCredentials(now));
    }

    @Override
    public Credentials login(IntegrationContext context) {
        LoginFlow wanted = context.flow();
        LoginFlow flow = wanted == LoginFlow.AUTO ? CenterFields.flow(context.integration()) : wanted;
        return authorizations
                .login(center(context), context, flow)
                .asCredentials(plugin.clock().instant());
    }

    /** What the AWS CLI has renewed meanwhile, or renews at this moment, is taken: its refresh token has replaced ours. */
    @Override
    public Optional<Credentials> refresh(Credentials login, IntegrationContext context) {
        KeptLogin kept = KeptLogin.of(login);
        KeptLogin latest = later(kept, context).orElse(kept);
        return renewed(latest, kept, context)
                .or(() -> later(latest, context).flatMap(theirs -> renewed(theirs, kept, context)))
                .map(renewed -> renewed.asCredentials(plugin.clock().instant()));
    }

    private Optional<KeptLogin> later(KeptLogin than, IntegrationContext context) {
        Instant now = plugin.clock().instant();
        return shared(context)
                .flatMap(file -> file.read(now))
                .filter(theirs -> theirs.isRenewable(now))
                .filter(theirs ->
                        theirs.tokens().expiresAt().isAfter(than.tokens().expiresAt()));
    }

    private Optional<KeptLogin> renewed(KeptLogin latest, KeptLogin kept, IntegrationContext context) {
        boolean isRenewedAlready = !latest.equals(kept)
                && plugin.clock().instant().isBefore(latest.tokens().expiresAt());
        return isRenewedAlready ? Optional.of(latest) : authorizations.refresh(center(context), latest, context);
    }

    @Override
    public void kept(Credentials login, IntegrationContext context) {
        shared(context).ifPresent(file -> {
            try {
                if (!file.write(KeptLogin.of(login))) {
                    context.interaction().inform(ofAnother(context));
                }
            } catch (IOException e) {
                context.interaction().inform(notShared(context, "can't be shared with the AWS CLI", e));
            }
        });
    }

    @Override
    public void logout(Credentials login, IntegrationContext context) {
        KeptLogin kept = KeptLogin.of(login);
        shared(context).ifPresent(file -> {
            try {
                file.remove(kept);
            } catch (IOException e) {
                context.interaction().inform(notShared(context, "can't be removed from the AWS CLI's cache", e));
            }
        });
        portals.logout(center(context), kept.tokens().access());
    }

    @Override
    public void list(IntegrationLogin login, IntegrationContext context, Discovery discovery) {
        portals.list(center(context), context, login, discovery);
    }

    private Center center(IntegrationContext context) {
        return Center.of(context.integration(), endpoints);
    }

    private Optional<SharedLogin> shared(IntegrationContext context) {
        Integration integration = context.integration();
        return CenterFields.sharesWithAwsCli(integration)
                ? Optional.of(
                        new SharedLogin(plugin.userHome(), center(context), CenterFields.awsCliSession(integration)))
                : Optional.empty();
    }

    private static String ofAnother(IntegrationContext context) {
        return "The login to '" + context.integration().alias()
                + "' is not shared with the AWS CLI: the file in ~/.aws/sso/cache is for another IAM Identity Center."
                + " Give the sso-session another name, there and here";
    }

    private static String notShared(IntegrationContext context, String what, IOException why) {
        return "The login to '" + context.integration().alias() + "' " + what + " in ~/.aws/sso/cache ("
                + why.getClass().getSimpleName() + ")";
    }
}
