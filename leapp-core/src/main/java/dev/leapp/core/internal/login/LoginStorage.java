package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.internal.cache.KeptLogin;
import dev.leapp.core.internal.cache.KeptLogins;
import dev.leapp.core.session.IntegrationId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where logins are: in the secret store, with a mark beside it. A login is in the store before its mark tells of it, and before anybody
 * uses it; the mark tells of nobody before a login leaves the store. So whatever kills a process, the store holds nothing that a later
 * logout would not find.
 *
 * @param newSerial gives each login another name
 */
record LoginStorage(LoginMarks marks, KeptLogins kept, LoginMemory memory, Supplier<String> newSerial) {

    private static final Logger LOG = System.getLogger(LoginStorage.class.getName());

    LoginState state(IntegrationId id) {
        return marks.of(id).map(LoginMark::state).orElseGet(LoginState::none);
    }

    /** Returns the login, perhaps expired; opens the secret store only if it is not remembered. Takes no lock. */
    Optional<Credentials> read(IntegrationId id, String binding) {
        return marks.of(id)
                .filter(LoginMark::isSomebody)
                .flatMap(mark -> memory.get(id, binding, mark).or(() -> fromStore(id, binding)))
                .map(KeptLogin::login);
    }

    /**
     * Returns the login, perhaps expired, as the store has it; for the holder of the integration's lock. A process may have died
     * between the store and the mark.
     */
    Optional<Credentials> stored(IntegrationId id, String binding) {
        Optional<LoginMark> mark = marks.of(id).filter(LoginMark::isSomebody);
        Optional<KeptLogin> there = mark.flatMap(somebody -> fromStore(id, binding));
        there.filter(login -> !mark.get().isOf(login))
                .ifPresent(
                        login -> tell(id, login, mark.get().state().loggedInAt().orElseThrow()));
        return there.map(KeptLogin::login);
    }

    /** Keeps a new login in the place of the one before; for the holder of the integration's lock. */
    void keep(IntegrationId id, String binding, Credentials login, Instant loggedInAt) {
        if (marks.of(id).isEmpty()) {
            marks.write(id, LoginMark.nobody());
        }
        KeptLogin next = new KeptLogin(newSerial.get(), login);
        kept.put(id, binding, next);
        tell(id, next, loggedInAt);
        memory.put(id, binding, next);
    }

    /** Keeps a renewed login: nobody logged in anew. */
    void renew(IntegrationId id, String binding, Credentials login, Instant now) {
        keep(id, binding, login, state(id).loggedInAt().orElse(now));
    }

    /**
     * Forgets a login, and returns it; for the holder of the integration's lock.
     *
     * @param binding what it is bound to, empty if that can't be known: then it is forgotten unseen
     */
    Optional<Credentials> take(IntegrationId id, Optional<String> binding) {
        marks.write(id, LoginMark.nobody());
        memory.forget(id);
        Optional<Credentials> taken =
                binding.flatMap(known -> kept.get(id, known)).map(KeptLogin::login);
        kept.delete(id);
        marks.remove(id);
        return taken;
    }

    /** Tells whether the store may hold a login. */
    boolean mayHold(IntegrationId id) {
        return marks.of(id).isPresent();
    }

    private Optional<KeptLogin> fromStore(IntegrationId id, String binding) {
        Optional<KeptLogin> there = kept.get(id, binding);
        there.ifPresent(login -> memory.put(id, binding, login));
        return there;
    }

    /** A login that is in the store is one, even if the disk is too full to tell of it; the next holder of the lock tells. */
    private void tell(IntegrationId id, KeptLogin login, Instant loggedInAt) {
        try {
            marks.write(id, LoginMark.of(login, loggedInAt));
        } catch (LeappException e) {
            LOG.log(Level.WARNING, "The login to integration {0} is not marked: {1}", id, e.getMessage());
        }
    }
}
