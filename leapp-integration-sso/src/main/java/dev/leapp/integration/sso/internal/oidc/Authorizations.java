package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.Endpoints;
import dev.leapp.integration.sso.internal.rest.JsonService;
import dev.leapp.integration.sso.internal.rest.Pause;
import dev.leapp.integration.sso.internal.rest.Reply;
import dev.leapp.integration.sso.internal.trouble.Troubles;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Logs users in, and renews their logins. Thread-safe. */
public final class Authorizations {

    private final OidcService service;
    private final Registrations registrations;
    private final BrowserFlow browser;
    private final DeviceFlow device;
    private final Clock clock;

    public Authorizations(PluginContext plugin, JsonService http, Pause pause) {
        this.clock = plugin.clock();
        this.service =
                new OidcService(http, new Endpoints(plugin.environment()), new Retries(clock, plugin.random(), pause));
        this.registrations = new Registrations(service, clock);
        this.browser = new BrowserFlow(service, plugin.random(), clock);
        this.device = new DeviceFlow(service, clock, pause);
    }

    /**
     * Logs the user in.
     *
     * @param flow how; automatic takes the browser if there is one, and else a code
     */
    public KeptLogin login(Center center, IntegrationContext context, LoginFlow flow) {
        UserInteraction interaction = context.interaction();
        Login login = new Login(center, context, flow);
        if (!interaction.isInteractive()) {
            throw login.troubles().loginNeeded();
        }
        if (flow == LoginFlow.BROWSER || (flow == LoginFlow.AUTO && interaction.canOpenBrowser())) {
            Optional<KeptLogin> done = attempt(login, Grants.BROWSER);
            if (done.isPresent()) {
                return done.get();
            }
        }
        return attempt(login, Grants.DEVICE_CODE)
                .orElseThrow(() -> login.troubles().tooLate());
    }

    /** A registration that the service has forgotten is replaced once. */
    private Optional<KeptLogin> attempt(Login login, Grants grants) {
        ScopedSecrets secrets = login.context().secrets();
        try {
            return tried(login, grants);
        } catch (InvalidClientException e) {
            registrations.forget(login.center(), grants, secrets);
        }
        try {
            return tried(login, grants);
        } catch (InvalidClientException e) {
            registrations.forget(login.center(), grants, secrets);
            throw login.troubles().notAuthorized("invalid_client");
        }
    }

    private Optional<KeptLogin> tried(Login login, Grants grants) throws InvalidClientException {
        login.context().interaction().progress("Asking IAM Identity Center for a login to " + login.purpose());
        Registration client = registrations.get(login, grants);
        Optional<Tokens> tokens =
                grants == Grants.BROWSER ? inBrowser(login, client) : Optional.of(device.login(login, client));
        return tokens.map(got -> new KeptLogin(got, Optional.of(client)));
    }

    /** A page that does not know the client never sends the browser back; so the next login shall be another client's. */
    private Optional<Tokens> inBrowser(Login login, Registration client) throws InvalidClientException {
        try {
            return browser.login(login, client);
        } catch (LeappException e) {
            if (e.code() == CoreErrorCode.LOGIN_NEEDED || e.code() == CoreErrorCode.REFUSED_BY_CLOUD) {
                registrations.forget(login.center(), client, login.context().secrets());
            }
            throw e;
        }
    }

    /** Renews a login; empty if only the user can log in again. */
    public Optional<KeptLogin> refresh(Center center, KeptLogin kept, IntegrationContext context) {
        if (!kept.isRenewable(clock.instant())) {
            return Optional.empty();
        }
        Registration client = kept.client().orElseThrow();
        String former = kept.tokens().refresh().orElseThrow().reveal();
        Reply reply = service.token(
                center, client, Map.of("grantType", Grants.REFRESH, "refreshToken", former), context.deadline());
        if (!reply.isGood()) {
            if (OidcCode.of(reply) == OidcCode.INVALID_CLIENT) {
                registrations.forget(center, client, context.secrets());
            }
            return refusedToRenew(center, reply);
        }
        Tokens tokens = reply.body()
                .flatMap(answer -> Tokens.of(answer, clock.instant()))
                .orElseThrow(() -> new Troubles(center.alias()).notUnderstood(service.place(center), reply));
        return Optional.of(
                new KeptLogin(tokens.orRefreshedBy(kept.tokens().refresh().orElseThrow()), kept.client()));
    }

    /** What the service takes back is over; anything else may be its own mistake, and the login stays. */
    private Optional<KeptLogin> refusedToRenew(Center center, Reply reply) {
        return switch (OidcCode.of(reply)) {
            case INVALID_GRANT, INVALID_CLIENT, EXPIRED_TOKEN, ACCESS_DENIED -> Optional.empty();
            default -> {
                if (reply.isUnauthorized()) {
                    yield Optional.empty();
                }
                throw new Troubles(center.alias())
                        .refused(
                                reply,
                                "IAM Identity Center does not renew the login to '" + center.alias() + "'",
                                "log in again: leapp integration login '" + center.alias() + "'");
            }
        };
    }
}
