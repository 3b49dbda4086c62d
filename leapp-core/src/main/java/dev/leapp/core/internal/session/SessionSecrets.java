package dev.leapp.core.internal.session;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.ScopedSecrets;
import java.util.Optional;

/** The accounts of one session: its id, a hyphen, and a name that the access method or the chain chose. */
public record SessionSecrets(SecretStore store, SessionId session) implements ScopedSecrets {

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
        return new SecretName(session.value() + "-" + account);
    }
}
