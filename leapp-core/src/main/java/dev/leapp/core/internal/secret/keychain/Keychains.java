package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes the secret store on this system's keychain. Making it opens nothing. */
public final class Keychains {

    private Keychains() {}

    /**
     * Returns the store on a system's keychain.
     *
     * @param osName the system, as {@code os.name} gives it
     * @param environment where the session bus is; only Linux asks
     * @param limits how long a call may take
     * @param roundTrip tries the store
     * @return the store, unopened
     */
    public static SecretStore of(String osName, Environment environment, Limits limits, RoundTrip roundTrip) {
        OperatingSystem system = OperatingSystem.named(osName);
        Supplier<KeychainBackend> backend = system == OperatingSystem.FREEDESKTOP
                ? () -> new SecretServiceBackend(environment, limits.prompt())
                : () -> new JavaKeyringBackend(system, JavaKeyring::open);
        Supplier<KeychainBackend> chunked = () -> new ChunkedBackend(backend.get(), system.mostUnits());
        return new KeychainSecretStore(system.keychain(), chunked, limits.call(), roundTrip);
    }

    /**
     * How long a call may take.
     *
     * @param call how long the keychain may take to answer
     * @param prompt how much longer a person may take to unlock it; zero if nobody may be asked
     */
    public record Limits(Duration call, Duration prompt) {

        /** Enough for a cold start, and for a person who types a password. */
        public static final Limits INTERACTIVE = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(90));

        /** Nobody is asked. */
        public static final Limits NON_INTERACTIVE = new Limits(Duration.ofSeconds(10), Duration.ZERO);
    }
}
