package dev.leapp.testkit.contract;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.Discovery;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.PluginContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A provider that keeps its promises, for a {@link LandOfAccounts}. */
class LandProvider implements IntegrationProvider {

    static final SessionType TYPE = new SessionType("land-role");

    final LandOfAccounts land;
    private final PluginContext surroundings;

    LandProvider(LandOfAccounts land, PluginContext surroundings) {
        this.land = land;
        this.surroundings = surroundings;
    }

    @Override
    public Set<SessionType> sessionTypes() {
        return Set.of(TYPE);
    }

    @Override
    public Credentials login(IntegrationContext context) {
        if (!context.interaction().isInteractive()) {
            throw trouble(CoreErrorCode.LOGIN_NEEDED, "Nobody is logged in to the land");
        }
        land.authorizations.incrementAndGet();
        URI page = URI.create("http://127.0.0.1/land");
        context.interaction()
                .showDeviceCode(new DeviceCode("the land", "CODE", page, Optional.empty(), context.deadline()));
        awaitUser(context.deadline());
        return tokens();
    }

    private void awaitUser(Instant deadline) {
        Duration left = Duration.between(surroundings.clock().instant(), deadline);
        try {
            if (!land.agreed.tryAcquire(left.toMillis(), TimeUnit.MILLISECONDS)) {
                throw trouble(CoreErrorCode.LOGIN_NEEDED, "Nobody has agreed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble(CoreErrorCode.CANCELLED, "The login was cancelled");
        }
    }

    final Credentials tokens() {
        return Credentials.builder(
                        CredentialKind.BEARER_TOKEN, surroundings.clock().instant())
                .secret(ACCESS_TOKEN, Secret.of(land.newToken(land.accessTokens)))
                .secret("refreshToken", Secret.of(land.newToken(land.refreshTokens)))
                .attribute(RENEWABLE, "true")
                .build();
    }

    @Override
    public Optional<Credentials> refresh(Credentials login, IntegrationContext context) {
        boolean good = land.refreshTokens.remove(login.secret("refreshToken").reveal());
        return good ? Optional.of(tokens()) : Optional.empty();
    }

    @Override
    public void logout(Credentials login, IntegrationContext context) {
        land.accessTokens.remove(login.secret(ACCESS_TOKEN).reveal());
        land.refreshTokens.remove(login.secret("refreshToken").reveal());
    }

    @Override
    public void list(IntegrationLogin login, IntegrationContext context, Discovery discovery) {
        Secret token = login.accessToken();
        if (!land.accessTokens.contains(token.reveal())) {
            token = login.accessTokenInsteadOf(token);
        }
        call(login);
        for (UpstreamAccount account : discovery.accounts(land.accounts)) {
            call(login);
            if (land.failing.contains(account.id())) {
                discovery.failed(account, trouble(CoreErrorCode.UNREACHABLE, "The roles could not be listed"));
            } else {
                discovery.listed(
                        account,
                        List.of(UpstreamSession.builder(TYPE, account, "role").build()));
            }
        }
    }

    final void call(IntegrationLogin login) {
        login.pace().awaitTurn();
        land.calls.incrementAndGet();
        login.pace().answered();
    }

    private static CredentialException trouble(CoreErrorCode code, String message) {
        return new CredentialException(code, message, "leapp integration login land", null);
    }
}
