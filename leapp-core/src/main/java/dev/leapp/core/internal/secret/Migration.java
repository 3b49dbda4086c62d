package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a workspace's secrets from the store that it is pinned to. The order makes a crash harmless: all are copied and read back,
 * then the pin changes and notes where old copies are, then those go. The lock of all changes is held throughout.
 *
 * @param oldCopies says whether the old copies go
 */
record Migration(
        Pin pin,
        OpenStores open,
        StoreLock lock,
        WorkspaceSecrets secrets,
        LeftBehind leftBehind,
        OldCopies oldCopies,
        UserInteraction interaction) {

    /** Moves everything, and adds to the report what was done. */
    void move(StoreChoice from, StoreChoice to, SecretMigration.Builder report) {
        if (from.isFile() && to.isFile()) {
            new Relocking(pin, open, lock).relock(from, to);
            interaction.inform(open.chosen(to));
            return;
        }
        interaction.progress("Opening both secret stores");
        open.unlock(from, false);
        if (open.of(from).names().isEmpty()) {
            secrets.requireKnown(pin.workspace());
        }
        open.prepare(to);
        lock.holding("moving secrets", () -> copy(from, to, report));
    }

    private Set<SecretName> copy(StoreChoice from, StoreChoice to, SecretMigration.Builder report) {
        Set<SecretName> moved = copyAll(from, to);
        Optional<String> kept = oldCopies.reasonToKeep(from.id());
        pin.replace(Optional.of(from), to, kept.isPresent() ? Optional.empty() : Optional.of(from));
        interaction.inform(open.chosen(to));
        if (kept.isEmpty()) {
            deleteCopies(from, to, moved);
        }
        report.moved(moved).copiesKept(moved.isEmpty() ? null : kept.orElse(null));
        return moved;
    }

    private Set<SecretName> copyAll(StoreChoice from, StoreChoice to) {
        pin.require(from);
        try {
            Workspace workspace = pin.workspace();
            SecretStore source = open.of(from);
            Set<SecretName> moved = copyAll(source, open.of(to), secrets.in(source, from.isFile(), workspace));
            if (oldCopies.reasonToKeep(to.id()).isEmpty()) {
                deleteOutdated(open.of(to), moved, workspace);
            }
            return moved;
        } catch (RuntimeException e) {
            interaction.inform(SelectionTexts.stillIn(from, to));
            throw e;
        }
    }

    private Set<SecretName> copyAll(SecretStore source, SecretStore target, Set<SecretName> names) {
        Set<SecretName> moved = new LinkedHashSet<>();
        int number = 0;
        for (SecretName name : names) {
            number++;
            interaction.progress("Copying secrets: " + number + " of " + names.size());
            Optional<Secret> value = source.get(name);
            if (value.isPresent()) {
                copy(name, value.get(), target);
                moved.add(name);
            }
        }
        return moved;
    }

    private static void copy(SecretName name, Secret value, SecretStore target) {
        try (value) {
            if (holds(target, name, value)) {
                return;
            }
            target.put(name, value);
            if (!holds(target, name, value)) {
                throw SelectionTexts.notReadBack(name);
            }
        }
    }

    private static boolean holds(SecretStore store, SecretName name, Secret value) {
        Optional<Secret> there = store.get(name);
        try {
            return there.equals(Optional.of(value));
        } finally {
            there.ifPresent(Secret::close);
        }
    }

    /** What an earlier attempt copied, or an earlier use left, and was deleted since, must not come back. */
    private void deleteOutdated(SecretStore target, Set<SecretName> moved, Workspace workspace) {
        Optional<Set<SecretName>> there = target.names();
        secrets.lookedFor(workspace)
                .filter(name -> !moved.contains(name))
                .filter(name -> there.map(all -> all.contains(name)).orElse(true))
                .forEach(target::delete);
    }

    private void deleteCopies(StoreChoice from, StoreChoice to, Set<SecretName> moved) {
        interaction.progress("Deleting the old copies");
        try {
            leftBehind.delete(from, moved);
        } catch (LeappException e) {
            throw SelectionTexts.copiesLeft(from, to, e);
        }
    }
}
