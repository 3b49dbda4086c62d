package dev.leapp.core.internal;

import dev.leapp.core.port.Environment;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts the parts together; the only class that sees all rings. */
public record Composition(
        Sessions sessions, Workspaces workspaces, SecretStores secretStores, Plugins plugins, Runnable closing)
        implements AutoCloseable {

    /** Everything that comes from outside. */
    public record Surroundings(
            Path home,
            Environment environment,
            Clock clock,
            SecureRandom random,
            UserInteraction interaction,
            Optional<SecretStore> secretStore,
            List<LeappPlugin> plugins,
            Optional<ClassLoader> pluginLoader,
            HttpSettings http,
            String command,
            List<LeappListener> listeners) {

        private LeappDirectory directory() {
            return new LeappDirectory(
                    environment.get("LEAPP_HOME").map(Path::of).orElseGet(() -> home.resolve(".Leapp")));
        }
    }

    @SuppressWarnings("DoNotCallSuggester")
    public static Composition of(Surroundings around) {
        throw new UnsupportedOperationException(
                around.directory() + pluginContext(around).command());
    }

    @Override
    public void close() {
        closing.run();
    }

    private static PluginContext pluginContext(Surroundings around) {
        return PluginContext.builder(around.home())
                .environment(around.environment())
                .clock(around.clock())
                .random(around.random())
                .http(around.http())
                .command(around.command())
                .build();
    }
}
