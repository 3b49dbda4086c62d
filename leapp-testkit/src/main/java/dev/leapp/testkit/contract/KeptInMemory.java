package dev.leapp.testkit.contract;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.ScopedSecrets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One session's part of a secret store, in memory.
 *
 * @since 0.1
 */
public final class KeptInMemory implements ScopedSecrets {

    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

    /** Creates an empty one. */
    public KeptInMemory() {}

    @Override
    public Optional<Secret> get(String account) {
        return Optional.ofNullable(secrets.get(account)).map(kept -> Secret.ofUtf8(kept.revealUtf8()));
    }

    @Override
    public void put(String account, Secret value) {
        secrets.put(account, Secret.ofUtf8(value.revealUtf8()));
    }

    @Override
    public void delete(String account) {
        secrets.remove(account);
    }

    /**
     * Returns under which accounts something is kept.
     *
     * @return an unmodifiable set of ends of account names
     */
    public Set<String> accounts() {
        return Set.copyOf(secrets.keySet());
    }

    /**
     * Tells whether nothing is kept.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return secrets.isEmpty();
    }
}
