package dev.leapp.core.internal;

import dev.leapp.core.internal.Composition.Surroundings;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.doctor.Doctors;
import dev.leapp.core.internal.doctor.SecretStoreLook;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.internal.secret.SecretStoreSelector;
import dev.leapp.core.internal.session.SessionLifecycle;
import dev.leapp.core.internal.workspace.FileWorkspaceRepository;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.DoctorOptions;
import dev.leapp.core.workspace.Finding;
import java.util.List;
import java.util.Optional;

/** Puts a second Leapp together for each examination: one that asks nobody, and remembers nothing. */
record DoctorComposition(Surroundings given) implements Doctor {

    @Override
    public List<Finding> examine(DoctorOptions options) {
        Parts parts = Parts.of(given.unattended());
        try (FileWorkspaceRepository stored = parts.repository();
                SecretStoreSelector selector = parts.selector(stored, stored)) {
            return doctor(parts, stored, selector).examine(options);
        }
    }

    private Doctor doctor(Parts parts, FileWorkspaceRepository stored, SecretStoreSelector selector) {
        SecretStore store = given.secretStore().orElseGet(selector::store);
        SessionLifecycle lifecycle = parts.lifecycle(
                stored, stored.keys(), store, new Ids(given.random()), Issuances.none(), parts.logins(store, stored));
        Receipts receipts = parts.receipts();
        return new Doctors(
                        parts.directory(),
                        stored,
                        stored.file(receipts::exists),
                        lifecycle::list,
                        receipts,
                        secrets(selector),
                        parts.plugins(),
                        parts.issuanceLog(stored.keys()),
                        parts.passphrase().isGiven(),
                        parts.desktopApp()::isRunning,
                        given.interaction()::progress,
                        given.clock(),
                        parts.context().http())
                .compose();
    }

    private SecretStoreLook secrets(SecretStoreSelector selector) {
        return given.secretStore()
                .map(store ->
                        new SecretStoreLook(() -> Optional.of(store.id()), Optional::empty, () -> false, store::names))
                .orElseGet(() ->
                        new SecretStoreLook(selector::chosen, selector::left, selector::asks, selector.store()::names));
    }
}
