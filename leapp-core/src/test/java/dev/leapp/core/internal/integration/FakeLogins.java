package dev.leapp.core.internal.integration;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.ScopedSecrets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Logins without anybody. */
public final class FakeLogins implements Logins {

    public static final Instant LOGGED_IN = Instant.parse("2026-11-29T08:00:00Z");

    public final Set<IntegrationId> loggedIn = new HashSet<>();
    public final List<String> calls = new ArrayList<>();

    /** When somebody logged in. */
    public volatile Instant loggedInAt = LOGGED_IN;

    /** What the next login by a user makes of that. */
    public volatile Instant nextLogin = LOGGED_IN;

    /** Whether the store is locked. */
    public volatile boolean locked;

    private final UserInteraction interaction;
    private final Clock clock;

    public FakeLogins(UserInteraction interaction, Clock clock) {
        this.interaction = interaction;
        this.clock = clock;
    }

    @Override
    public LoginState state(IntegrationId id) {
        return loggedIn.contains(id)
                ? new LoginState(Optional.of(loggedInAt), Optional.empty(), true)
                : LoginState.none();
    }

    @Override
    public LoginState login(Integration integration, LoginFlow flow) {
        calls.add("login " + integration.alias() + " " + flow);
        loggedIn.add(integration.id());
        loggedInAt = nextLogin;
        return state(integration.id());
    }

    @Override
    public boolean logout(Integration integration) {
        calls.add("logout " + integration.alias() + " " + integration.settings().get("portalUrl"));
        return loggedIn.remove(integration.id());
    }

    @Override
    public void requireEndable(Integration integration) {
        if (locked) {
            throw new LeappException(CoreErrorCode.SECRET_STORE_LOCKED, "the store is locked", null);
        }
    }

    @Override
    public void endFormer(Integration former) {
        logout(former);
    }

    @Override
    public IntegrationLogin of(Integration integration) {
        return new IntegrationLogin() {
            @Override
            public Integration integration() {
                return integration;
            }

            @Override
            public Secret accessToken() {
                loggedIn.add(integration.id());
                return Secret.of("token");
            }
        };
    }

    @Override
    public IntegrationContext context(Integration integration, LoginFlow flow) {
        ScopedSecrets none = new ScopedSecrets() {
            @Override
            public Optional<Secret> get(String account) {
                return Optional.empty();
            }

            @Override
            public void put(String account, Secret value) {}

            @Override
            public void delete(String account) {}
        };
        return IntegrationContext.builder(integration)
                .secrets(none)
                .interaction(interaction)
                .flow(flow)
                .deadline(clock.instant().plusSeconds(60))
                .build();
    }
}
