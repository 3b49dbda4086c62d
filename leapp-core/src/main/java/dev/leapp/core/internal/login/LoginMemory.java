package dev.leapp.core.internal.login;

import dev.leapp.core.internal.cache.KeptLogin;
import dev.leapp.core.session.IntegrationId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Logins that were read from the secret store, so that a storm of callers opens it once. Thread-safe. */
final class LoginMemory {

    /** A login, and what it is bound to. */
    private record Remembered(String binding, KeptLogin kept) {}

    private final Map<IntegrationId, Remembered> logins = new ConcurrentHashMap<>();

    /** Returns what is remembered, if the mark still tells of it. */
    Optional<KeptLogin> get(IntegrationId id, String binding, LoginMark mark) {
        Remembered found = logins.get(id);
        return found != null && found.binding().equals(binding) && mark.isOf(found.kept())
                ? Optional.of(found.kept())
                : Optional.empty();
    }

    void put(IntegrationId id, String binding, KeptLogin kept) {
        logins.put(id, new Remembered(binding, kept));
    }

    void forget(IntegrationId id) {
        logins.remove(id);
    }

    /** Wipes everything. */
    void clear() {
        logins.values().forEach(each -> each.kept().login().secrets().values().forEach(secret -> secret.close()));
        logins.clear();
    }
}
