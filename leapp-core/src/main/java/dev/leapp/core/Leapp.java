package dev.leapp.core;

import dev.leapp.core.handover.Handovers;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.internal.Composition;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.WorkspaceFile;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leapp as a library: sessions that hand out temporary cloud credentials, and keep every long-term secret in a vault.
 *
 * <pre>{@code
 * try (Leapp leapp = Leapp.open()) {
 *     SessionView ops = leapp.sessions().find("ops");
 *     leapp.sessions().start(ops.session().id(), StartOptions.none());
 * }
 * }</pre>
 *
 * <p>Thread-safe. Any number of {@code Leapp}s, in any number of processes, may be open on one workspace at once. Opening reads
 * nothing and writes nothing; each method says what it touches.
 *
 * @since 0.1
 */
public final class Leapp implements AutoCloseable {

    private final Composition parts;

    private Leapp(Composition parts) {
        this.parts = parts;
    }

    /**
     * Opens the workspace of the user who runs this process: the home directory of the variable {@code HOME}, as
     * the AWS tools have it, else of the system property {@code user.home}; the process's environment variables; nobody to ask. The only method here that looks at either.
     *
     * @return an open Leapp
     */
    public static Leapp open() {
        return builder()
                .home(Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home"))))
                .environment(Environment.of(System.getenv()))
                .build();
    }

    /**
     * Starts a Leapp whose surroundings are all given: only the home directory must be. Without more there are no environment
     * variables, nobody to ask, and the plug-ins are those on the class path.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the sessions and their actions.
     *
     * @return the sessions
     */
    public Sessions sessions() {
        return parts.sessions();
    }

    /**
     * Returns the integrations: where sessions come from.
     *
     * @return the integrations
     */
    public Integrations integrations() {
        return parts.integrations();
    }

    /**
     * Returns the workspace: named profiles, defaults, identity provider URLs.
     *
     * @return the workspace's operations
     */
    public Workspaces workspaces() {
        return parts.workspaces();
    }

    /**
     * Returns the file that the workspace is kept in: its format, its key slots, its older generations, and the ways back.
     *
     * @return the workspace file
     */
    public WorkspaceFile workspaceFile() {
        return parts.workspaceFile();
    }

    /**
     * Returns what looks for what is wrong. It opens the workspace anew, and asks nobody even if somebody could be asked.
     *
     * @return the doctor, which may be used until this is closed
     */
    public Doctor doctor() {
        return parts.doctor();
    }

    /**
     * Returns exporting and importing.
     *
     * @return the transfers of the workspace
     */
    public WorkspaceTransfer transfer() {
        return parts.transfer();
    }

    /**
     * Returns which secret store is used.
     *
     * @return the choice of the secret store
     */
    public SecretStores secretStores() {
        return parts.secretStores();
    }

    /**
     * Returns what hands credentials to programs and people without writing them to a file.
     *
     * @return environments, endpoints and web consoles
     */
    public Handovers handovers() {
        return parts.handovers();
    }

    /**
     * Returns the record of which credentials were handed out.
     *
     * @return the issuance log
     */
    public IssuanceLog issuanceLog() {
        return parts.issuanceLog();
    }

    /**
     * Makes what keeps active sessions fresh. It does nothing until it is started or asked to.
     *
     * @param listener is told what it does
     * @return a new scheduler, to be closed before this
     */
    public RotationScheduler rotationScheduler(RotationListener listener) {
        return parts.rotation().apply(listener);
    }

    /**
     * Returns what plug-ins there are, and what they bring.
     *
     * @return the plug-ins
     */
    public Plugins plugins() {
        return parts.plugins();
    }

    /**
     * Frees what is held open, wipes keys and credentials from memory, and looks no more for what others do. Active sessions stay active.
     * Who asks for credentials afterwards gets an {@link IllegalStateException}. Idempotent.
     */
    @Override
    public void close() {
        parts.close();
    }

    /** Collects the surroundings of a {@link Leapp}. Not thread-safe. */
    public static final class Builder {

        private final List<LeappPlugin> plugins = new ArrayList<>();
        private final List<LeappListener> listeners = new ArrayList<>();
        private @Nullable Path home;
        private Environment environment = Environment.of(Map.of());
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private UserInteraction interaction = UserInteraction.nonInteractive();
        private @Nullable SecretStore secretStore;
        private @Nullable ClassLoader pluginLoader = Leapp.class.getClassLoader();
        private HttpSettings http = HttpSettings.defaults();
        private String command = "leapp";
        private boolean ignoreDesktopApp;
        private Duration watch = Duration.ofMillis(500);
        private @Nullable Executor refreshing;
        private Supplier<String> caller = () -> "";

        private Builder() {}

        /**
         * Sets the user's home directory. The workspace lies in {@code .Leapp} under it, unless the environment has
         * {@code LEAPP_HOME}.
         *
         * @param directory the home directory
         * @return this builder
         */
        public Builder home(Path directory) {
            this.home = directory.toAbsolutePath();
            return this;
        }

        /**
         * Sets the environment variables that Leapp and its plug-ins see.
         *
         * @param variables the environment
         * @return this builder
         */
        public Builder environment(Environment variables) {
            this.environment = variables;
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /**
         * Sets where randomness comes from; keys are made of it.
         *
         * @param source a source fit for keys, thread-safe
         * @return this builder
         */
        public Builder random(SecureRandom source) {
            this.random = source;
            return this;
        }

        /**
         * Sets how the user is asked and told.
         *
         * @param value the interaction
         * @return this builder
         */
        public Builder interaction(UserInteraction value) {
            this.interaction = value;
            return this;
        }

        /**
         * Sets the secret store, whatever the workspace says. The caller closes it.
         *
         * @param store the store
         * @return this builder
         */
        public Builder secretStore(SecretStore store) {
            this.secretStore = store;
            return this;
        }

        /**
         * Adds a plug-in, before those on the class path.
         *
         * @param plugin the plug-in
         * @return this builder
         */
        public Builder plugin(LeappPlugin plugin) {
            plugins.add(plugin);
            return this;
        }

        /**
         * Sets whether plug-ins are looked for on the class path that Leapp was loaded from.
         *
         * @param discover whether to look
         * @return this builder
         */
        public Builder discoverPlugins(boolean discover) {
            this.pluginLoader = discover ? Leapp.class.getClassLoader() : null;
            return this;
        }

        /**
         * Sets how the network is used.
         *
         * @param settings the settings
         * @return this builder
         */
        public Builder http(HttpSettings settings) {
            this.http = settings;
            return this;
        }

        /**
         * Sets the command by which other programs reach this Leapp, for {@code credential_process} lines.
         *
         * @param program a program name or path
         * @return this builder
         */
        public Builder command(String program) {
            this.command = program;
            return this;
        }

        /**
         * Sets whether a workspace in the Leapp desktop app's format is changed although the app is running. The app keeps its own
         * copy in memory, and may overwrite the change.
         *
         * @param ignore whether to change it; without, such a change is refused
         * @return this builder
         */
        public Builder ignoreDesktopApp(boolean ignore) {
            this.ignoreDesktopApp = ignore;
            return this;
        }

        /**
         * Sets how often to look whether others (other {@code Leapp}s, other processes) changed the workspace, so that listeners are
         * told. Twice a second if it is not set. One daemon thread looks and tells; there is none without listeners.
         *
         * @param interval the time between two looks, zero to tell listeners only of what this {@code Leapp} does
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder watch(Duration interval) {
            if (interval.isNegative()) {
                throw new IllegalArgumentException("The time between two looks can't be negative: " + interval);
            }
            this.watch = interval;
            return this;
        }

        /**
         * Sets the threads on which credentials are refreshed that are still valid, so that no caller of
         * {@link Sessions#credentials} waits for it. Without, one caller of all that ask at once does it, and the others are served
         * what is still valid.
         *
         * @param executor the threads; the caller ends them, after closing the {@code Leapp}
         * @return this builder
         */
        public Builder refreshOn(Executor executor) {
            this.refreshing = executor;
            return this;
        }

        /**
         * Sets what tells for which program credentials are issued, for the issuance log. Without, the log names none.
         *
         * @param program gives the program's name, without path and arguments; asked when there is an entry to make
         * @return this builder
         */
        public Builder caller(Supplier<String> program) {
            this.caller = program;
            return this;
        }

        /**
         * Adds somebody to be told what happens.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(LeappListener listener) {
            listeners.add(listener);
            return this;
        }

        /**
         * Opens it. Reads no file; with listeners, the thread that looks for others' changes reads the workspace soon after.
         *
         * @return an open Leapp
         * @throws IllegalStateException if no home directory was given
         */
        public Leapp build() {
            if (home == null) {
                throw new IllegalStateException("Leapp needs a home directory: call home(...), or use Leapp.open()");
            }
            return new Leapp(Composition.of(new Composition.Surroundings(
                    home,
                    environment,
                    clock,
                    random,
                    interaction,
                    Optional.ofNullable(secretStore),
                    List.copyOf(plugins),
                    Optional.ofNullable(pluginLoader),
                    http,
                    command,
                    ignoreDesktopApp,
                    List.copyOf(listeners),
                    watch,
                    Optional.ofNullable(refreshing),
                    caller)));
        }
    }
}
