package dev.leapp.core.internal.login;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.Discovery;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A plug-in with one type of integrations, whose provider counts what is asked of it and fails when told to. */
@LeappPluginInfo(id = "leapp.fake-integrations", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
final class FakeIntegrations implements LeappPlugin, IntegrationProvider {

    static final String TYPE = "fake-sso";
    static final String CANARY = "canary-token-";
    static final Duration LIFETIME = Duration.ofHours(8);

    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger refreshes = new AtomicInteger();
    final List<String> kept = new CopyOnWriteArrayList<>();
    final List<String> loggedInTo = new CopyOnWriteArrayList<>();
    final List<String> ended = new CopyOnWriteArrayList<>();
    volatile Runnable whileLoggingIn = () -> {};
    volatile Runnable whileRefreshing = () -> {};
    volatile boolean renewable = true;
    volatile boolean refreshesNoMore;
    volatile String tokenName = ACCESS_TOKEN;
    volatile @Nullable LeappException keptFailure;
    volatile @Nullable LeappException logoutFailure;
    volatile Optional<Credentials> found = Optional.empty();
    volatile Optional<Quota> quota = Optional.empty();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Clock clock;

    FakeIntegrations(Clock clock) {
        this.clock = clock;
    }

    static Integration integration(String alias, String portal) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("portal", portal);
        settings.put("note", "anything");
        return new Integration(new IntegrationId("id-of-" + alias), alias, TYPE, settings);
    }

    /** Returns a failure as it is when the network is down. */
    static CredentialException networkIsDown() {
        return new CredentialException(CoreErrorCode.UNREACHABLE, "the network is down", null, null);
    }

    static CredentialException cancelled() {
        return new CredentialException(CoreErrorCode.CANCELLED, "the user cancelled", null, null);
    }

    @Override
    public List<IntegrationProviderFactory> integrationProviders() {
        return List.of(new IntegrationProviderFactory() {
            @Override
            public IntegrationDescriptor descriptor() {
                return new IntegrationDescriptor(
                        TYPE,
                        "Fake",
                        List.of(
                                FieldSpec.builder("portal", "Portal").build(),
                                FieldSpec.builder("note", "Note").optional().build(),
                                FieldSpec.builder("cache", "Cache")
                                        .defaultValue("off")
                                        .build()),
                        Set.of("portal", "cache"));
            }

            @Override
            public IntegrationProvider create(PluginContext context) {
                return FakeIntegrations.this;
            }
        });
    }

    /** Returns a login with a token that none had before. */
    Credentials newLogin() {
        int number = tokens.incrementAndGet();
        return Credentials.builder(CredentialKind.BEARER_TOKEN, clock.instant())
                .attribute(RENEWABLE, Boolean.toString(renewable))
                .secret(tokenName, Secret.of(CANARY + number))
                .secret("refreshToken", Secret.of("canary-refresh-" + number))
                .expiresAt(clock.instant().plus(LIFETIME))
                .build();
    }

    @Override
    public Set<SessionType> sessionTypes() {
        return Set.of();
    }

    @Override
    public Optional<Quota> quota(Integration integration) {
        return quota;
    }

    @Override
    public Optional<Credentials> found(IntegrationContext context) {
        return found;
    }

    @Override
    public Credentials login(IntegrationContext context) {
        logins.incrementAndGet();
        loggedInTo.add(context.integration().alias());
        whileLoggingIn.run();
        return newLogin();
    }

    @Override
    public Optional<Credentials> refresh(Credentials login, IntegrationContext context) {
        refreshes.incrementAndGet();
        whileRefreshing.run();
        return refreshesNoMore ? Optional.empty() : Optional.of(newLogin());
    }

    @Override
    public void kept(Credentials login, IntegrationContext context) {
        kept.add(login.secret(ACCESS_TOKEN).reveal());
        if (keptFailure != null) {
            throw keptFailure;
        }
    }

    @Override
    public void logout(Credentials login, IntegrationContext context) {
        ended.add(login.secret(ACCESS_TOKEN).reveal());
        if (logoutFailure != null) {
            throw logoutFailure;
        }
    }

    @Override
    public void list(IntegrationLogin login, IntegrationContext context, Discovery discovery) {
        throw new AssertionError("not expected");
    }
}
