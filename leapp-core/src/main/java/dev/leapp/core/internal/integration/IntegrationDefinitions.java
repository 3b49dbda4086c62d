package dev.leapp.core.internal.integration;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.definition.References;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Adds and changes the definitions of integrations.
 *
 * @param loggedOut is told of an integration that nobody is logged in to any more
 */
record IntegrationDefinitions(
        WorkspaceRepository repository,
        IntegrationFields fields,
        Logins logins,
        Ids ids,
        Consumer<IntegrationId> loggedOut) {

    private static final int ATTEMPTS = 10;

    Integration find(String reference) {
        return new References<>(
                        repository.read().workspace().integrations(),
                        each -> each.id().value(),
                        Integration::alias)
                .find(reference, () -> IntegrationTexts.notFound(reference));
    }

    Integration get(IntegrationId id) {
        return get(repository.read().workspace(), id);
    }

    static Integration get(Workspace workspace, IntegrationId id) {
        return workspace.integrations().stream()
                .filter(integration -> integration.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IntegrationTexts.notFound(id.value()));
    }

    Integration create(NewIntegration wanted) {
        requireAlias(wanted.alias());
        requireFree(repository.read().workspace(), wanted.alias(), Optional.empty());
        Map<String, String> settings = fields.complete(wanted);
        Integration created = new Integration(new IntegrationId(ids.next()), wanted.alias(), wanted.type(), settings);
        return repository.update(snapshot -> {
            requireFree(snapshot.workspace(), wanted.alias(), Optional.empty());
            return with(snapshot, created, "create integration " + wanted.alias());
        });
    }

    /**
     * Changes an integration; what took its time is done again if it was changed meanwhile. A login that it concerns goes afterwards:
     * it is bound to what was before, and so is used by nobody. That it can be ended is checked before.
     */
    Integration edit(IntegrationId id, IntegrationEdit edit) {
        edit.alias().ifPresent(IntegrationDefinitions::requireAlias);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Integration> done = tryToEdit(id, edit);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw IntegrationTexts.overtaken(get(id));
    }

    private Optional<Integration> tryToEdit(IntegrationId id, IntegrationEdit edit) {
        Workspace workspace = repository.read().workspace();
        Integration before = get(workspace, id);
        String alias = edit.alias().orElse(before.alias());
        requireFree(workspace, alias, Optional.of(id));
        Map<String, String> settings = fields.edited(before, edit);
        Integration after = new Integration(id, alias, before.type(), settings);
        boolean concernsLogin = fields.concernsLogin(before, settings);
        if (concernsLogin) {
            logins.requireEndable(before);
        }
        Optional<Integration> done = repository.update(snapshot -> replaced(snapshot, before, after));
        if (done.isPresent() && concernsLogin) {
            endLogin(before);
        }
        return done;
    }

    private void endLogin(Integration before) {
        try {
            logins.endFormer(before);
        } finally {
            loggedOut.accept(before.id());
        }
    }

    private static Update<Optional<Integration>> replaced(Snapshot snapshot, Integration before, Integration after) {
        requireFree(snapshot.workspace(), after.alias(), Optional.of(after.id()));
        if (!get(snapshot.workspace(), before.id()).equals(before)) {
            return new Update<>(snapshot, Optional.empty(), "");
        }
        Update<Integration> update = with(snapshot, after, "edit integration " + before.alias());
        return new Update<>(update.next(), Optional.of(after), update.reason());
    }

    private static Update<Integration> with(Snapshot snapshot, Integration integration, String reason) {
        Workspace next =
                snapshot.workspace().toBuilder().integration(integration).build();
        return new Update<>(snapshot.with(next), integration, reason);
    }

    private static void requireAlias(String alias) {
        if (alias.isBlank() || alias.chars().anyMatch(Character::isISOControl)) {
            throw IntegrationTexts.badAlias();
        }
    }

    private static void requireFree(Workspace workspace, String alias, Optional<IntegrationId> owner) {
        boolean taken = workspace.integrations().stream()
                .anyMatch(there -> there.alias().equals(alias)
                        && owner.filter(there.id()::equals).isEmpty());
        if (taken) {
            throw IntegrationTexts.taken(alias);
        }
    }
}
