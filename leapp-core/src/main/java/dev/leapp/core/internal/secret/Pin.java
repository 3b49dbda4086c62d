package dev.leapp.core.internal.secret;

import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.Optional;

/**
 * The store that the workspace is pinned to, and the one from which old copies must still be deleted.
 *
 * @param repository keeps both
 */
record Pin(WorkspaceRepository repository) {

    /**
     * A first choice.
     *
     * @param choice what is chosen now
     * @param quicker whether another process had chosen before
     */
    record First(StoreChoice choice, boolean quicker) {}

    Workspace workspace() {
        return repository.read().workspace();
    }

    Optional<StoreChoice> now() {
        return StoreChoice.of(workspace());
    }

    boolean is(StoreChoice choice) {
        return now().equals(Optional.of(choice));
    }

    void require(StoreChoice choice) {
        if (!is(choice)) {
            throw SelectionTexts.chosenMeanwhile();
        }
    }

    Optional<StoreChoice> left() {
        return StoreChoice.left(workspace());
    }

    /** Pins a first choice, unless another process was quicker: then that one holds. */
    First first(StoreChoice wanted) {
        return repository.update(snapshot -> StoreChoice.of(snapshot.workspace())
                .map(quicker -> new Update<>(snapshot, new First(quicker, true), "keep secret store"))
                .orElseGet(() -> pinning(snapshot, wanted, Optional.empty(), new First(wanted, false))));
    }

    /** Pins another store in the place of the former one. */
    void replace(Optional<StoreChoice> former, StoreChoice wanted, Optional<StoreChoice> left) {
        repository.update(snapshot -> {
            if (!StoreChoice.of(snapshot.workspace()).equals(former)) {
                throw SelectionTexts.chosenMeanwhile();
            }
            return pinning(snapshot, wanted, left, true);
        });
    }

    /** Notes that no old copies are left. */
    void nothingLeft() {
        repository.update(snapshot -> new Update<>(
                snapshot.with(StoreChoice.withLeft(snapshot.workspace(), Optional.empty())),
                true,
                "delete old copies of secrets"));
    }

    private static <R> Update<R> pinning(Snapshot snapshot, StoreChoice wanted, Optional<StoreChoice> left, R result) {
        Workspace next = StoreChoice.withLeft(wanted.pinnedIn(snapshot.workspace()), left);
        return new Update<>(snapshot.with(next), result, "use secret store " + wanted.id());
    }
}
