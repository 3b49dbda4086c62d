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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A keychain that outlives the stores that use it, and can be made to fail, to forget, or to hide what it holds. */
final class FakeKeychain implements SecretStore {

    private final Map<String, String> values = new HashMap<>();
    private final Lifetime life;
    private @Nullable String reason;
    private boolean lists = true;
    private boolean forgetful;
    private Runnable beforeNextGet = () -> {};
    private int calls;

    FakeKeychain() {
        this(new Lifetime());
    }

    FakeKeychain(Lifetime life) {
        this.life = life;
    }

    void fail(@Nullable String why) {
        reason = why;
    }

    /** As on macOS and Windows. */
    void listsNothing() {
        lists = false;
    }

    /** Takes everything, and keeps nothing but what the probe writes. */
    void forgets() {
        forgetful = true;
    }

    /** Another process does something just before the next read of this one. */
    void beforeNextGet(Runnable what) {
        beforeNextGet = what;
    }

    int calls() {
        return calls;
    }

    Set<String> accounts() {
        return values.keySet();
    }

    Map<String, String> values() {
        return values;
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
        Runnable before = beforeNextGet;
        beforeNextGet = () -> {};
        before.run();
        return Optional.ofNullable(values.get(name.account())).map(Secret::of);
    }

    @Override
    public void put(SecretName name, Secret value) {
        call();
        life.step("put " + name);
        if (!forgetful || name.account().startsWith("leapp-probe-")) {
            values.put(name.account(), value.reveal());
        }
    }

    @Override
    public void delete(SecretName name) {
        call();
        life.step("delete " + name);
        values.remove(name.account());
    }

    @Override
    public Optional<Set<SecretName>> names() {
        call();
        return lists
                ? Optional.of(values.keySet().stream().map(SecretName::new).collect(Collectors.toSet()))
                : Optional.empty();
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
