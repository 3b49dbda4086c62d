package dev.leapp.core.internal.secret.probe;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Writes a canary under a random name, reads it back and deletes it: a store that only looks healthy is found out. */
public final class RoundTrip {

    private static final String PREFIX = "leapp-probe-";
    private static final int RANDOM_BYTES = 16;

    private final SecureRandom random;

    /**
     * Creates the probe.
     *
     * @param random makes the canary's name and value
     */
    public RoundTrip(SecureRandom random) {
        this.random = random;
    }

    /**
     * Tries a store. Takes as long as three of its calls may take.
     *
     * @param store the store
     * @return available, or why not
     */
    public Availability of(SecretStore store) {
        try {
            require(store);
            return new Availability.Available();
        } catch (LeappException failure) {
            return new Availability.Unavailable(String.valueOf(failure.getMessage()));
        }
    }

    /**
     * Tries a store, and passes on what it throws.
     *
     * @param store the store
     * @throws SecretStoreException if what was written can't be read back
     */
    public void require(SecretStore store) {
        SecretName name = new SecretName(PREFIX + randomHex());
        try (Secret canary = Secret.of(randomHex())) {
            store.put(name, canary);
            Optional<Secret> read = store.get(name);
            store.delete(name);
            if (!read.equals(Optional.of(canary))) {
                throw new SecretStoreException(
                        CoreErrorCode.SECRET_STORE_FAILED,
                        "What was written could not be read back",
                        "use another store");
            }
        }
    }

    private String randomHex() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
