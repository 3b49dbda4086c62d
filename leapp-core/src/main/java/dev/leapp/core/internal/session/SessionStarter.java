package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Starts and rotates sessions: short transactions with an attempt id, and between them the network, the user and the provider chain.
 * {@code Pending(attempt)} becomes {@code Active} only if that attempt still stands; else what it published is withdrawn.
 */
public record SessionStarter(
        WorkspaceRepository repository,
        CredentialSource source,
        Publisher publisher,
        SessionStopper stopper,
        Leases leases,
        AttemptLocks locks,
        Failures failures,
        Expiry expiry,
        Standings standings,
        Touched touched,
        Issuances issuances,
        Supplier<AttemptId> attempts,
        Clock clock) {

    private static final CredentialRequest STANDARD = CredentialRequest.standard();

    /** What an attempt begins with. */
    private record Begun(Session session, Workspace workspace, SessionState state, List<Session> inTheWay) {}

    /** A session that was stopped to make room, and how it may come back. */
    private record Displaced(Session session, StartOptions options) {}

    void start(SessionId id, StartOptions options) {
        Session session = session(id);
        leases.requireAhead(session, options);
        clearUp();
        List<Displaced> displaced = new ArrayList<>();
        try {
            locks.attempt(session, STANDARD, () -> settled(session, () -> startAlone(id, options, displaced)));
        } catch (RuntimeException e) {
            displaced.forEach(other -> bringBack(other, e));
            throw e;
        }
    }

    void rotate(SessionId id) {
        Session session = session(id);
        clearUp();
        locks.attempt(session, STANDARD, () -> settled(session, () -> rotateAlone(id, false, source::newUnderLock)));
    }

    private void clearUp() {
        leases.endAll();
        stopper.clearUpAfterTheDead();
    }

    /** Returns how a session that is active now may be started again: what it took over once it may take over again; its lease stays. */
    StartOptions optionsNow(SessionId id) {
        StartOptions again = publisher.wasTakeover(id) ? StartOptions.none().withTakeover() : StartOptions.none();
        return Leases.end(repository.read().state(id))
                .map(again::withLeaseUntil)
                .orElse(again);
    }

    /** Fails if another session is active on the profile of a session that is about to be there. */
    void requireFree(Session moved) {
        Snapshot snapshot = repository.read();
        List<Session> others = othersOnProfile(moved, snapshot);
        if (!others.isEmpty()) {
            throw SessionTexts.profileInUse(moved, profileName(moved, snapshot.workspace()), others);
        }
    }

    private boolean startAlone(SessionId id, StartOptions options, List<Displaced> displaced) {
        leases.end(id);
        AttemptId attempt = attempts.get();
        Begun begun = repository.update(snapshot -> begin(snapshot, id, attempt, options));
        if (begun.state() instanceof SessionState.Active active) {
            restored(begun, active, options.takeover());
            lease(begun, options);
            return true;
        }
        Credentials credentials = source.freshUnderLock(begun.session(), begun.workspace());
        begun.inTheWay().forEach(other -> displaced.add(displace(other)));
        boolean takeover = options.takeover()
                || displaced.stream().anyMatch(other -> other.options().takeover());
        publish(begun, credentials, attempt, takeover);
        commit(begun.session(), snapshot -> activated(snapshot, id, attempt, credentials, options));
        return true;
    }

    /** Brings what an active session made available into order where it is not. */
    private void restored(Begun begun, SessionState.Active active, boolean takeover) {
        Session session = begun.session();
        if (expiry.isOver(session, begun.workspace(), active)) {
            rotateAlone(session.id(), takeover, source::newUnderLock);
        } else if (standings.underLock(session).isBroken()) {
            republish(begun, active, source.freshUnderLock(session, begun.workspace()), takeover);
        }
    }

    /** Gives an active session the lease that it is started with; started without, it keeps the one that it has. */
    private void lease(Begun begun, StartOptions options) {
        Optional<Instant> end = options.leasedUntil(clock.instant());
        if (end.isPresent()) {
            commit(begun.session(), snapshot -> leased(snapshot, begun.session().id(), end));
        }
    }

    boolean rotateAlone(SessionId id, boolean takeover, BiFunction<Session, Workspace, Credentials> newOnes) {
        Snapshot before = repository.read();
        Session session = before.workspace().session(id).orElseThrow(() -> SessionTexts.notFound(id));
        leases.requireNotOver(session, before.state(id));
        if (!(before.state(id) instanceof SessionState.Active active)) {
            throw SessionTexts.notActive(session);
        }
        try {
            Credentials credentials = newOnes.apply(session, before.workspace());
            republish(new Begun(session, before.workspace(), active, List.of()), active, credentials, takeover);
            return true;
        } catch (LeappException e) {
            failures.note(id, e);
            throw e;
        }
    }

    private void republish(Begun begun, SessionState.Active active, Credentials credentials, boolean takeover) {
        publish(begun, credentials, attempts.get(), takeover);
        SessionId id = begun.session().id();
        commit(begun.session(), snapshot -> rotated(snapshot, id, active, credentials));
    }

    /** Leaves nothing that is nobody's, neither of a dead attempt before nor of this one if it fails or is overtaken. */
    boolean settled(Session session, BooleanSupplier attempt) {
        stopper.settle(session.id());
        try {
            return attempt.getAsBoolean();
        } catch (RuntimeException | Error e) {
            Uninterruptibly.run(() -> settleAfter(session, e));
            throw e;
        }
    }

    private void settleAfter(Session session, Throwable failure) {
        try {
            stopper.settle(session.id());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            stopper.tell()
                    .accept("What session '" + session.name() + "' made available could not be removed: "
                            + e.getMessage() + "; run 'leapp session stop " + session.name() + "'");
        }
    }

    private Displaced displace(Session other) {
        Displaced displaced = new Displaced(other, optionsNow(other.id()));
        touched.add(other.id());
        stopper.stop(other.id());
        return displaced;
    }

    private void bringBack(Displaced displaced, RuntimeException failure) {
        try {
            start(displaced.session().id(), displaced.options());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            stopper.tell()
                    .accept("Session '" + displaced.session().name()
                            + "' was stopped to make room, and can't be started" + " again: " + e.getMessage());
        }
    }

    private Update<Begun> begin(Snapshot snapshot, SessionId id, AttemptId attempt, StartOptions options) {
        Workspace workspace = snapshot.workspace();
        Session session = workspace.session(id).orElseThrow(() -> SessionTexts.notFound(id));
        SessionState state = snapshot.state(id);
        if (state.isActive()) {
            return new Update<>(snapshot, new Begun(session, workspace, state, List.of()), "");
        }
        List<Session> others = othersOnProfile(session, snapshot);
        if (!others.isEmpty() && !options.replace()) {
            throw SessionTexts.profileInUse(session, profileName(session, workspace), others);
        }
        SessionState pending = new SessionState.Pending(attempt, clock.instant());
        Begun begun = new Begun(session, workspace, pending, others);
        return new Update<>(snapshot.with(id, pending), begun, "start session " + session.name());
    }

    private List<Session> othersOnProfile(Session session, Snapshot snapshot) {
        return snapshot.workspace().sessions().stream()
                .filter(other -> !other.id().equals(session.id()))
                .filter(other -> other.profileId().equals(session.profileId()))
                .filter(other ->
                        other.type().cloudProvider().equals(session.type().cloudProvider()))
                .filter(other -> isInTheWay(other.id(), snapshot.state(other.id())))
                .toList();
    }

    private boolean isInTheWay(SessionId id, SessionState state) {
        return state.isActive() || (state instanceof SessionState.Pending && locks.isUnderWay(id));
    }

    private void publish(Begun begun, Credentials credentials, AttemptId attempt, boolean takeover) {
        Session session = begun.session();
        if (!repository.read().state(session.id()).equals(begun.state())) {
            throw SessionTexts.overtaken(session);
        }
        String chain = publisher.publish(session, begun.workspace(), credentials, attempt, takeover);
        issuances.published(session, chain, credentials);
    }

    private void commit(Session session, Function<Snapshot, Update<Boolean>> transition) {
        if (!repository.update(transition)) {
            throw SessionTexts.overtaken(session);
        }
    }

    private Update<Boolean> activated(
            Snapshot snapshot, SessionId id, AttemptId attempt, Credentials credentials, StartOptions options) {
        if (!snapshot.state(id).isPending(attempt)) {
            return new Update<>(snapshot, false, "");
        }
        Instant now = clock.instant();
        SessionState active =
                new SessionState.Active(now, credentials.expiresAt(), Optional.empty(), options.leasedUntil(now));
        Session started = snapshot.workspace().session(id).orElseThrow().toBuilder()
                .lastStartedAt(now)
                .build();
        Workspace workspace = snapshot.workspace().toBuilder().session(started).build();
        return new Update<>(snapshot.with(workspace).with(id, active), true, "session " + id + " is active");
    }

    private static Update<Boolean> rotated(
            Snapshot snapshot, SessionId id, SessionState.Active before, Credentials credentials) {
        if (!(snapshot.state(id) instanceof SessionState.Active now)
                || !now.startedAt().equals(before.startedAt())) {
            return new Update<>(snapshot, false, "");
        }
        SessionState active = now.renewed(credentials.expiresAt(), Optional.empty());
        return new Update<>(snapshot.with(id, active), true, "rotate session " + id);
    }

    private static Update<Boolean> leased(Snapshot snapshot, SessionId id, Optional<Instant> end) {
        return snapshot.state(id) instanceof SessionState.Active now
                ? new Update<>(snapshot.with(id, now.leasedUntil(end)), true, "lease session " + id)
                : new Update<>(snapshot, false, "");
    }

    private Session session(SessionId id) {
        return repository.read().workspace().session(id).orElseThrow(() -> SessionTexts.notFound(id));
    }

    private static String profileName(Session session, Workspace workspace) {
        return session.profileId()
                .flatMap(workspace::profile)
                .map(NamedProfile::name)
                .orElse(NamedProfile.DEFAULT);
    }
}
