package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The actions on sessions, and telling of them. */
public record SessionLifecycle(
        WorkspaceRepository repository,
        SessionViews views,
        SessionStarter starter,
        SessionStopper stopper,
        Leases leases,
        CredentialSource source,
        Forgetting forgetting,
        RotateAhead rotation,
        Tellings tellings)
        implements AutoCloseable {

    /** A session while it is active, and the workspace that it was seen in. */
    record ActiveSession(Session session, Workspace workspace, SessionState.Active state) {}

    public List<SessionView> list() {
        return views.all();
    }

    public Optional<List<SessionView>> glance() {
        return views.glance();
    }

    public SessionView get(SessionId id) {
        return views.one(id);
    }

    public SessionView start(SessionId id, StartOptions options) {
        return tellingAfter(id, () -> starter.start(id, options));
    }

    public SessionView rotate(SessionId id) {
        return tellingAfter(id, () -> starter.rotate(id));
    }

    public SessionView stop(SessionId id) {
        return tellingAfter(id, () -> {
            stopper.stop(id);
            leases.endAll();
            stopper.clearUpAfterTheDead();
        });
    }

    /** Returns how a session that is active now may be started again. */
    public StartOptions optionsNow(SessionId id) {
        return starter.optionsNow(id);
    }

    /** Fails if another session is active on the profile of a session that is about to be there. */
    public void requireFree(Session moved) {
        starter.requireFree(moved);
    }

    public Credentials credentials(SessionId id, CredentialRequest request) {
        return credentials(id, request, Issuances.none());
    }

    public Optional<Credentials> credentialsAtHand(SessionId id, CredentialRequest request) {
        source.requireOpen();
        return source.remembered(id, request);
    }

    /**
     * Returns credentials of a session.
     *
     * @param issuances takes down that new ones were issued
     */
    public Credentials credentials(SessionId id, CredentialRequest request, Issuances issuances) {
        return credentialsAtHand(id, request).orElseGet(() -> got(id, request, issuances));
    }

    private Credentials got(SessionId id, CredentialRequest request, Issuances issuances) {
        try {
            return source.get(id, request, issuances);
        } finally {
            tellings.ofTouched();
        }
    }

    /** Returns an address that signs in to the console of the session's cloud. */
    public Secret signIn(SessionId id, ConsoleRequest request) {
        return source.signIn(id, request, this::credentials);
    }

    public String act(SessionId id, String action) {
        try {
            return source.act(id, action);
        } finally {
            tellings.ofTouched();
        }
    }

    /** Forgets cached credentials of a session and of those that hang on it, and that they could not be got: it is another one now. */
    public void forgetCached(SessionId id) {
        Workspace workspace = repository.read().workspace();
        workspace.session(id).ifPresent(session -> stopper.forget(session, workspace));
    }

    /** The same for several sessions at once, such as those of an integration; also what took a prompt to get. */
    public void forgetCached(Collection<SessionId> ids) {
        forgetting.forget(ids);
    }

    /** Ends sessions whose lease is over. */
    public void endLeases() {
        leases.endAll();
        tellings.ofTouched();
    }

    /** The same for who does it again and again: what can't be taken back now is not told each time. */
    public void endLeasesUntold() {
        leases.endAll((id, failure) -> {});
        tellings.ofTouched();
    }

    /** Ends sessions whose lease is over; returns how those stand that were. */
    List<SessionView> endLeases(BiConsumer<SessionView, LeappException> failed) {
        List<SessionId> ended =
                leases.endAll((id, failure) -> failed.accept(views.one(id), SessionTexts.told(failure)));
        tellings.ofTouched();
        return views.of(ended);
    }

    /** Returns how long it is until the next of them ends by itself; one that should have ended and can't is not waited for. */
    Optional<Duration> nextLeaseEnd(List<ActiveSession> sessions) {
        Instant now = leases.clock().instant();
        return sessions.stream()
                .flatMap(each -> Leases.end(each.state()).stream())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .map(end -> Duration.between(now, end));
    }

    /** Forgets that a session was stopped: it is no more. */
    public void deleted(SessionId id) {
        stopper.forgetMark(id);
    }

    List<ActiveSession> activeSessions() {
        Snapshot snapshot = repository.read();
        return snapshot.workspace().sessions().stream()
                .flatMap(session -> snapshot.state(session.id()) instanceof SessionState.Active active
                        ? Stream.of(new ActiveSession(session, snapshot.workspace(), active))
                        : Stream.empty())
                .toList();
    }

    /** Tells whether what an active session made available is to be replaced now. */
    boolean isDue(ActiveSession active) {
        return !leases.isOver(active.state()) && rotation.isDue(active.session(), active.workspace(), active.state());
    }

    /** Rotates a session unless somebody else did meanwhile, does now, or just failed to; returns whether it did. */
    boolean rotateAhead(SessionId id, SessionState.Active seen) {
        AtomicBoolean rotated = new AtomicBoolean();
        tellingAfter(id, () -> rotated.set(rotation.rotate(id, seen)));
        return rotated.get();
    }

    /** Wipes credentials from memory. */
    @Override
    public void close() {
        source.close();
    }

    public void definitionsChanged() {
        tellings.workspaceChanged();
    }

    /** Tells what others did: whether definitions changed, and of which sessions the states. */
    public void othersChanged(boolean definitions, Collection<SessionId> sessions) {
        tellings.ofOthers(definitions, sessions);
    }

    private SessionView tellingAfter(SessionId id, Runnable action) {
        tellings.after(id, action);
        return views.one(id);
    }
}
