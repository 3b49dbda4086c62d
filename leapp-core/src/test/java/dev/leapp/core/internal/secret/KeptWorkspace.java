package dev.leapp.core.internal.secret;

import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;
import java.util.function.Function;

/** A workspace in memory, that another process can change just before an update. */
final class KeptWorkspace implements WorkspaceRepository {

    private Snapshot snapshot = new Snapshot(Workspace.builder().build(), Map.of());
    private Runnable another = () -> {};

    void beforeNextUpdate(Runnable change) {
        another = change;
    }

    void set(String name, String value) {
        snapshot = snapshot.with(
                snapshot.workspace().toBuilder().setting(name, value).build());
    }

    @Override
    public Snapshot read() {
        return snapshot;
    }

    @Override
    public <R> R update(Function<Snapshot, Update<R>> change) {
        another.run();
        another = () -> {};
        Update<R> update = change.apply(snapshot);
        snapshot = update.next();
        return update.result();
    }

    @Override
    public String location() {
        return "memory";
    }
}
