package dev.leapp.core.internal.login;

import dev.leapp.core.internal.cache.KeptLogin;
import dev.leapp.core.session.IntegrationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logins that upstream made and the secret store did not take. Upstream takes what they followed no more, so they are saved before
 * anything else is tried; until then nobody uses them. Thread-safe.
 */
final class UnsavedLogins {

    /**
     * A login that is not in the store.
     *
     * @param binding what it is good for
     * @param loggedInAt when the user logged in
     * @param mark what was known when it was made; another mark tells that somebody has replaced it since
     */
    record Unsaved(String binding, KeptLogin kept, Instant loggedInAt, Optional<LoginMark> mark) {

        Unsaved with(LoginMark other) {
            return new Unsaved(binding, kept, loggedInAt, Optional.of(other));
        }

        /** Tells whether the user logged in, rather than that an older login was renewed. */
        boolean isNew() {
            return !mark.flatMap(seen -> seen.state().loggedInAt()).equals(Optional.of(loggedInAt));
        }
    }

    private final Map<IntegrationId, Unsaved> logins = new ConcurrentHashMap<>();

    void put(IntegrationId id, Unsaved login) {
        logins.put(id, login);
    }

    /** Returns the one that is still to be saved; forgets one that nobody needs any more. */
    Optional<Unsaved> of(IntegrationId id, String binding, Optional<LoginMark> mark) {
        Optional<Unsaved> found = Optional.ofNullable(logins.get(id));
        Optional<Unsaved> good = found.filter(
                login -> login.binding().equals(binding) && login.mark().equals(mark));
        if (good.isEmpty()) {
            found.ifPresent(login -> forget(id));
        }
        return good;
    }

    boolean isBound(IntegrationId id, String binding) {
        return Optional.ofNullable(logins.get(id))
                .filter(login -> login.binding().equals(binding))
                .isPresent();
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
