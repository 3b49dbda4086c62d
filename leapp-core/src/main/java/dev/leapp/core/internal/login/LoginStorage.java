package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.internal.cache.KeptLogin;
import dev.leapp.core.internal.cache.KeptLogins;
import dev.leapp.core.internal.login.UnsavedLogins.Unsaved;
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
record LoginStorage(
        LoginMarks marks, KeptLogins kept, LoginMemory memory, UnsavedLogins unsaved, Supplier<String> newSerial)
        implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LoginStorage.class.getName());

    LoginState state(IntegrationId id) {
        return marks.of(id).map(LoginMark::state).orElseGet(LoginState::none);
    }

    Optional<LoginMark> mark(IntegrationId id) {
        return marks.of(id);
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
     * between the store and the mark, and this one may have been unable to keep its last login.
     */
    Optional<Credentials> stored(IntegrationId id, String binding) {
        unsaved.of(id, binding, marks.of(id)).ifPresent(login -> save(id, login));
        Optional<LoginMark> mark = marks.of(id).filter(LoginMark::mayBeSomebody);
        Optional<KeptLogin> there = mark.flatMap(somebody -> fromStore(id, binding));
        there.filter(login -> !mark.get().isOf(login)).ifPresent(login -> {
            Instant loggedInAt =
                    mark.get().state().loggedInAt().orElse(login.login().issuedAt());
            tell(id, login, loggedInAt);
        });
        return there.map(KeptLogin::login);
    }

    /** Tells whether the user's own new login waits to be saved; for the holder of the integration's lock. */
    boolean isWaiting(IntegrationId id, String binding) {
        return unsaved.of(id, binding, marks.of(id)).filter(Unsaved::isNew).isPresent();
    }

    /** Tells whether the store has a login that is bound to that, as the store has it. */
    boolean isKept(IntegrationId id, String binding) {
        return kept.get(id, binding).isPresent();
    }

    /**
     * Makes sure that a login can be kept, before there is one to be lost; for the holder of the integration's lock. What a logout
     * left that died halfway goes first.
     */
    void prepare(IntegrationId id) {
        Optional<LoginMark> before = marks.of(id);
        Optional<LoginMark> good = before.filter(LoginMark::mayBeSomebody);
        if (before.isPresent() && good.isEmpty()) {
            kept.delete(id);
        }
        marks.write(id, good.orElseGet(LoginMark::unknown));
        kept.touch(id);
    }

    /** Leaves nothing of the preparations for a login that came to nothing; for the holder of the integration's lock. */
    void tidy(IntegrationId id) {
        try {
            kept.untouch(id);
        } catch (LeappException e) {
            LOG.log(Level.DEBUG, "What was to become the login to {0} is left: {1}", id, e.getMessage());
        }
    }

    /** Keeps a new login in the place of the one before; for the holder of the integration's lock. */
    void keep(IntegrationId id, String binding, Credentials login, Instant loggedInAt) {
        save(id, hold(id, binding, login, loggedInAt));
    }

    /** Remembers a new login until it is saved, or let go; for the holder of the integration's lock. */
    Unsaved hold(IntegrationId id, String binding, Credentials login, Instant loggedInAt) {
        Unsaved held = new Unsaved(binding, new KeptLogin(newSerial.get(), login), loggedInAt, marks.of(id));
        unsaved.put(id, held);
        return held;
    }

    void letGo(IntegrationId id) {
        unsaved.forget(id);
    }

    /** Saves what is held; nobody uses it before that. */
    void save(IntegrationId id, Unsaved held) {
        Unsaved login = marked(id, held);
        kept.put(id, login.binding(), login.kept());
        tell(id, login.kept(), login.loggedInAt());
        memory.put(id, login.binding(), login.kept());
        unsaved.forget(id);
    }

    /** The mark tells that the store may hold something, before it does. */
    private Unsaved marked(IntegrationId id, Unsaved held) {
        if (held.mark().isPresent()) {
            return held;
        }
        Unsaved marked = held.with(LoginMark.unknown());
        marks.write(id, LoginMark.unknown());
        unsaved.put(id, marked);
        return marked;
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
        Optional<LoginMark> before = marks.of(id);
        marks.write(id, LoginMark.nobody());
        memory.forget(id);
        Optional<KeptLogin> last =
                binding.flatMap(known -> unsaved.of(id, known, before)).map(Unsaved::kept);
        unsaved.forget(id);
        Optional<Credentials> taken =
                last.or(() -> binding.flatMap(known -> kept.get(id, known))).map(KeptLogin::login);
        kept.delete(id);
        marks.remove(id);
        return taken;
    }

    /** Forgets a login and returns it, if it is bound to that; whatever else there is stays. For the holder of the integration's lock. */
    Optional<Credentials> takeBound(IntegrationId id, String binding) {
        if (mayHold(id) && isKept(id, binding)) {
            return take(id, Optional.of(binding));
        }
        if (!unsaved.isBound(id, binding)) {
            return Optional.empty();
        }
        Optional<Unsaved> last = unsaved.of(id, binding, marks.of(id));
        unsaved.forget(id);
        return last.map(login -> login.kept().login());
    }

    /** Tells whether the store may hold a login. */
    boolean mayHold(IntegrationId id) {
        return marks.of(id).isPresent();
    }

    /** Wipes what is in memory. */
    @Override
    public void close() {
        memory.clear();
        unsaved.clear();
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
