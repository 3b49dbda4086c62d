package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.session.StartOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Sessions whose credentials are there to be had, and that can do nothing else. */
final class IssuedSessions implements Sessions {

    final List<CredentialRequest> requests = new ArrayList<>();
    private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    private final Map<SessionId, Supplier<Credentials>> credentials = new LinkedHashMap<>();

    SessionId with(Session session, Supplier<Credentials> issue) {
        sessions.put(session.id(), session);
        credentials.put(session.id(), issue);
        return session.id();
    }

    @Override
    public SessionView get(SessionId id) {
        return new SessionView(
                Objects.requireNonNull(sessions.get(id)), new SessionState.Inactive(), SessionStatus.INACTIVE, null);
    }

    @Override
    public Credentials credentials(SessionId id, CredentialRequest request) {
        requests.add(request);
        return Objects.requireNonNull(credentials.get(id)).get();
    }

    @Override
    public List<SessionView> list() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<SessionView>> glance() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SessionView find(String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session definition(String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Session add(NewSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SessionView edit(SessionId id, SessionEdit edit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Session> dependents(SessionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Session> delete(SessionId id, boolean cascade) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SessionView start(SessionId id, StartOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SessionView stop(SessionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SessionView rotate(SessionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String act(SessionId id, String action) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Credentials> credentialsAtHand(SessionId id, CredentialRequest request) {
        return Optional.empty();
    }
}
