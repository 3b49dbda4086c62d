package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.spi.ScopedSecrets;
import java.util.Optional;

/** The accounts that all integrations of one type share, such as a client's registration. */
record TypeSecrets(SecretStore store, String type) implements ScopedSecrets {

    @Override
    public Optional<Secret> get(String account) {
        return store.get(name(account));
    }

    @Override
    public void put(String account, Secret value) {
        store.put(name(account), value);
    }

    @Override
    public void delete(String account) {
        store.delete(name(account));
    }

    private SecretName name(String account) {
        return new SecretName("integration-" + type + "-" + account);
    }
}
