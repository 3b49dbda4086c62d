package dev.leapp.core.internal.definition;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.internal.session.SessionLifecycle;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.session.StartOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@link Sessions}: definitions and life cycle, and what happens where the two meet.
 *
 * @param issuances takes down what is issued for whoever asks for credentials
 */
public record DefaultSessions(
        SessionDefinitions definitions, SessionLifecycle lifecycle, PromptedCredentials prompted, Issuances issuances)
        implements Sessions {

    @Override
    public List<SessionView> list() {
        return lifecycle.list();
    }

    @Override
    public Optional<List<SessionView>> glance() {
        return lifecycle.glance();
    }

    @Override
    public SessionView get(SessionId id) {
        return lifecycle.get(id);
    }

    @Override
    public SessionView find(String reference) {
        return lifecycle.get(definitions.find(reference).id());
    }

    @Override
    public Session definition(String reference) {
        return definitions.find(reference);
    }

    @Override
    public Session add(NewSession session) {
        Session added = definitions.add(session);
        lifecycle.definitionsChanged();
        return added;
    }

    @Override
    public SessionView edit(SessionId id, SessionEdit edit) {
        lifecycle.endLeases();
        SessionView before = lifecycle.get(id);
        definitions.check(id, edit);
        if (!before.state().isActive() || edit.isOnlyLabels()) {
            apply(id, edit);
        } else {
            restarting(before, edit);
        }
        lifecycle.definitionsChanged();
        return lifecycle.get(id);
    }

    private void restarting(SessionView active, SessionEdit edit) {
        SessionId id = active.session().id();
        edit.profile().ifPresent(name -> definitions.moved(id, name).ifPresent(lifecycle::requireFree));
        StartOptions options = lifecycle.optionsNow(id);
        lifecycle.stop(id);
        try {
            apply(id, edit);
        } catch (RuntimeException e) {
            startAgain(id, options, e);
            throw e;
        }
        lifecycle.start(id, options);
    }

    private void apply(SessionId id, SessionEdit edit) {
        definitions.edit(id, edit);
        if (!edit.isOnlyLabels()) {
            lifecycle.forgetCached(id);
        }
        if (!edit.secrets().isEmpty()) {
            prompted.delete(id);
            definitions.dependents(id).forEach(child -> prompted.delete(child.id()));
        }
    }

    private void startAgain(SessionId id, StartOptions options, RuntimeException failure) {
        try {
            lifecycle.start(id, options);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public List<Session> dependents(SessionId id) {
        return definitions.dependents(id);
    }

    @Override
    public List<Session> delete(SessionId id, boolean cascade) {
        Session session = lifecycle.get(id).session();
        List<Session> dependents = definitions.dependents(id);
        if (!dependents.isEmpty() && !cascade) {
            throw SessionDefinitions.stillReferredTo(session, dependents);
        }
        List<Session> gone = new ArrayList<>(dependents);
        gone.add(session);
        gone.forEach(each -> lifecycle.stop(each.id()));
        gone.stream().filter(definitions::usesSecrets).forEach(each -> prompted.delete(each.id()));
        definitions.remove(gone);
        gone.forEach(each -> lifecycle.deleted(each.id()));
        lifecycle.definitionsChanged();
        return gone;
    }

    @Override
    public SessionView start(SessionId id, StartOptions options) {
        return lifecycle.start(id, options);
    }

    @Override
    public SessionView stop(SessionId id) {
        return lifecycle.stop(id);
    }

    @Override
    public SessionView rotate(SessionId id) {
        return lifecycle.rotate(id);
    }

    @Override
    public String act(SessionId id, String action) {
        String done = lifecycle.act(id, action);
        Session session = lifecycle.get(id).session();
        if (definitions.usesSecrets(session)) {
            prompted.delete(id);
            definitions.dependents(id).forEach(child -> prompted.delete(child.id()));
        }
        return done;
    }

    @Override
    public Credentials credentials(SessionId id, CredentialRequest request) {
        return lifecycle.credentials(id, request, issuances);
    }

    @Override
    public Optional<Credentials> credentialsAtHand(SessionId id, CredentialRequest request) {
        return lifecycle.credentialsAtHand(id, request);
    }
}
