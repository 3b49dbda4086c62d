package dev.leapp.core.internal.login;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.PluginContext;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Logins to a fake integration, with real locks and marks in a temporary directory. */
final class LoginsFixture {

    final MovingClock clock = new MovingClock();
    final FakeIntegrations provider = new FakeIntegrations(clock);
    final WatchedStore store = new WatchedStore();
    final Person person = new Person();
    final LeappDirectory directory;
    final Integration acme = FakeIntegrations.integration("acme", "https://one.example");
    final Map<IntegrationId, Integration> defined = new ConcurrentHashMap<>(Map.of(acme.id(), acme));
    final DefaultLogins logins;

    /** Whether the workspace can't be read. */
    volatile boolean unreadable;

    LoginsFixture(Path home) {
        directory = new LeappDirectory(home.resolve(".Leapp"));
        logins = another(person);
    }

    /** The logins of another Leapp on the same directory, as another process has them. */
    DefaultLogins another(UserInteraction interaction) {
        return logins(directory, provider, store, interaction, this::newest, clock);
    }

    private Optional<Integration> newest(IntegrationId id) {
        if (unreadable) {
            throw new LeappException(CoreErrorCode.WORKSPACE_NOT_READABLE, "the workspace can't be read", null);
        }
        return Optional.ofNullable(defined.get(id));
    }

    static DefaultLogins logins(
            LeappDirectory directory,
            FakeIntegrations provider,
            SecretStore store,
            UserInteraction interaction,
            Function<IntegrationId, Optional<Integration>> newest,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        PluginContext context =
                PluginContext.builder(directory.root()).clock(clock).build();
        return DefaultLogins.of(
                directory,
                new AtomicFile(FileOperations.ofTheSystem(), random),
                PluginRegistry.of(List.of(provider), Optional.empty(), context),
                store,
                interaction,
                random,
                newest,
                clock);
    }

    /** Changes an integration, or adds one. */
    Integration define(Integration integration) {
        defined.put(integration.id(), integration);
        return integration;
    }

    String token() {
        return token(logins);
    }

    /** Returns what anybody gets for an integration without a user. */
    String token(Integration integration) {
        return another(UserInteraction.nonInteractive())
                .of(integration)
                .accessToken()
                .reveal();
    }

    String token(DefaultLogins from) {
        return from.of(acme).accessToken().reveal();
    }
}
