package dev.leapp.core.internal.session;

import dev.leapp.core.internal.attempt.Outcome;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether somebody logged in since an attempt failed for want of it: then the failure says nothing any more. */
record Healing(WorkspaceRepository repository, Logins logins) {

    /** Looks at the integrations that a session and its parents come from; only when somebody was needed. */
    boolean isHealed(SessionId id, Outcome failed) {
        return failed.needsPerson()
                && integrations(id, repository.read().workspace()).anyMatch(loggedInSince(failed));
    }

    private Predicate<IntegrationId> loggedInSince(Outcome failed) {
        return id -> logins.state(id)
                .loggedInAt()
                .filter(moment -> !moment.isBefore(failed.endedAt()))
                .isPresent();
    }

    private static Stream<IntegrationId> integrations(SessionId id, Workspace workspace) {
        List<Session> line = workspace.session(id).stream()
                .flatMap(session -> Stream.concat(Stream.of(session), Ancestors.of(session, workspace).stream()))
                .toList();
        Set<String> values = line.stream()
                .flatMap(session -> session.settings().values().stream())
                .collect(Collectors.toSet());
        return workspace.integrations().stream()
                .map(integration -> integration.id())
                .filter(integration -> values.contains(integration.value()));
    }
}
