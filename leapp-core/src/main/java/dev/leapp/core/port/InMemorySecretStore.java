package dev.leapp.core.port;

import dev.leapp.core.credential.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

final class InMemorySecretStore implements SecretStore {

    private final Map<SecretName, Secret> secrets = new ConcurrentHashMap<>();

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public Availability probe() {
        return new Availability.Available();
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        return Optional.ofNullable(secrets.get(name)).map(kept -> Secret.ofUtf8(kept.revealUtf8()));
    }

    @Override
    public void put(SecretName name, Secret value) {
        secrets.put(name, Secret.ofUtf8(value.revealUtf8()));
    }

    @Override
    public void delete(SecretName name) {
        Secret gone = secrets.remove(name);
        if (gone != null) {
            gone.close();
        }
    }

    @Override
    public Optional<Set<SecretName>> names() {
        return Optional.of(Set.copyOf(secrets.keySet()));
    }

    @Override
    public void close() {
        secrets.values().forEach(Secret::close);
        secrets.clear();
    }
}
