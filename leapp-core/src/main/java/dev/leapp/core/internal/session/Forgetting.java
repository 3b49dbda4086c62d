package dev.leapp.core.internal.session;

import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Forgets what was got for many sessions at once, such as those of an integration that the user logs out of. */
record Forgetting(WorkspaceRepository repository, SessionStopper stopper, PromptedCredentials prompted, Issuer issuer) {

    /**
     * Forgets it for sessions and for those that hang on them, also what took a prompt, and that it could not be got. The secret
     * store is asked only for sessions that use it.
     */
    void forget(Collection<SessionId> ids) {
        Workspace workspace = repository.read().workspace();
        Set<SessionId> asked = Set.copyOf(ids);
        List<Session> children = Dependents.ofAll(asked, workspace);
        asked.forEach(stopper::forget);
        children.forEach(child -> stopper.forget(child.id()));
        keepingSecrets(asked, children, workspace).forEach(session -> prompted.delete(session.id()));
    }

    private Stream<Session> keepingSecrets(Set<SessionId> asked, List<Session> children, Workspace workspace) {
        return Stream.concat(
                workspace.sessions().stream()
                        .filter(session -> asked.contains(session.id()))
                        .filter(issuer::keepsSecrets),
                children.stream().filter(child -> issuer.usesSecrets(child, workspace)));
    }
}
