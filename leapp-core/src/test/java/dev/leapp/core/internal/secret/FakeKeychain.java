package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A keychain that outlives the stores that use it, and can be made to fail. */
final class FakeKeychain implements SecretStore {

    private final Map<String, String> values = new HashMap<>();
    private @Nullable String reason;
    private int calls;

    void fail(String why) {
        reason = why;
    }

    int calls() {
        return calls;
    }

    Set<String> accounts() {
        return values.keySet();
    }

    @Override
    public String id() {
        return "keychain";
    }

    @Override
    public Availability probe() {
        return new RoundTrip(new SecureRandom()).of(this);
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        call();
        return Optional.ofNullable(values.get(name.account())).map(Secret::of);
    }

    @Override
    public void put(SecretName name, Secret value) {
        call();
        values.put(name.account(), value.reveal());
    }

    @Override
    public void delete(SecretName name) {
        call();
        values.remove(name.account());
    }

    @Override
    public void close() {}

    private void call() {
        calls++;
        String why = reason;
        if (why != null) {
            throw new SecretStoreException(CoreErrorCode.SECRET_STORE_FAILED, why, null);
        }
    }
}
