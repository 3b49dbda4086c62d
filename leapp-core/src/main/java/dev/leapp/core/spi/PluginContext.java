package dev.leapp.core.spi;

import dev.leapp.core.port.Environment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/**
 * What a plug-in may use of its surroundings. It uses nothing else: no environment variable, home directory or clock of its own.
 * Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PluginContext {

    private final Path userHome;
    private final Environment environment;
    private final Clock clock;
    private final SecureRandom random;
    private final HttpSettings http;
    private final String command;

    private PluginContext(Builder builder) {
        this.userHome = builder.userHome;
        this.environment = builder.environment;
        this.clock = builder.clock;
        this.random = builder.random;
        this.http = builder.http;
        this.command = builder.command;
    }

    /**
     * Starts a context: an empty environment, the system's clock, a new random source, default network settings.
     *
     * @param userHome the user's home directory
     * @return a new builder
     */
    public static Builder builder(Path userHome) {
        return new Builder(userHome);
    }

    /**
     * Returns the user's home directory.
     *
     * @return an absolute path
     */
    public Path userHome() {
        return userHome;
    }

    /**
     * Returns the environment variables.
     *
     * @return the environment
     */
    public Environment environment() {
        return environment;
    }

    /**
     * Returns the clock.
     *
     * @return the clock, UTC
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Returns where randomness comes from.
     *
     * @return the source, thread-safe
     */
    public SecureRandom random() {
        return random;
    }

    /**
     * Returns how to use the network.
     *
     * @return the settings
     */
    public HttpSettings http() {
        return http;
    }

    /**
     * Returns the command by which other programs reach this Leapp, for {@code credential_process} lines.
     *
     * @return a program name or path, {@code leapp} unless said otherwise
     */
    public String command() {
        return command;
    }

    /** Collects the parts of a {@link PluginContext}. Not thread-safe. */
    public static final class Builder {
        private final Path userHome;
        private Environment environment = Environment.of(Map.of());
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private HttpSettings http = HttpSettings.defaults();
        private String command = "leapp";

        private Builder(Path userHome) {
            this.userHome = userHome;
        }

        /**
         * Sets the environment variables.
         *
         * @param value the environment
         * @return this builder
         */
        public Builder environment(Environment value) {
            this.environment = value;
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
         * Sets where randomness comes from.
         *
         * @param value the source
         * @return this builder
         */
        public Builder random(SecureRandom value) {
            this.random = value;
            return this;
        }

        /**
         * Sets how to use the network.
         *
         * @param value the settings
         * @return this builder
         */
        public Builder http(HttpSettings value) {
            this.http = value;
            return this;
        }

        /**
         * Sets the command by which other programs reach this Leapp.
         *
         * @param value a program name or path
         * @return this builder
         */
        public Builder command(String value) {
            this.command = value;
            return this;
        }

        /**
         * Returns the context.
         *
         * @return a new, immutable context
         */
        public PluginContext build() {
            return new PluginContext(this);
        }
    }
}
