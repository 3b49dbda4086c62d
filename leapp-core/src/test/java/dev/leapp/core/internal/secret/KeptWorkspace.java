package dev.leapp.core.internal.secret;

import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A workspace in memory, that another process can change just before an update or after a read. */
final class KeptWorkspace implements WorkspaceRepository {

    private final Lifetime life;
    private volatile Snapshot snapshot = new Snapshot(Workspace.builder().build(), Map.of());
    private Runnable beforeUpdate = () -> {};
    private Runnable afterRead = () -> {};

    KeptWorkspace() {
        this(new Lifetime());
    }

    KeptWorkspace(Lifetime life) {
        this.life = life;
    }

    void beforeNextUpdate(Runnable change) {
        beforeUpdate = change;
    }

    void afterNextRead(Runnable change) {
        afterRead = change;
    }

    void set(String name, String value) {
        edit(workspace -> workspace.setting(name, value));
    }

    void edit(Consumer<Workspace.Builder> change) {
        Workspace.Builder next = snapshot.workspace().toBuilder();
        change.accept(next);
        snapshot = snapshot.with(next.build());
    }

    @Override
    public Snapshot read() {
        Snapshot read = snapshot;
        Runnable change = afterRead;
        afterRead = () -> {};
        change.run();
        return read;
    }

    @Override
    public <R> R update(Function<Snapshot, Update<R>> change) {
        Runnable another = beforeUpdate;
        beforeUpdate = () -> {};
        another.run();
        Update<R> update = change.apply(snapshot);
        if (!update.next().equals(snapshot)) {
            life.step("workspace: " + update.reason());
            snapshot = update.next();
        }
        return update.result();
    }

    @Override
    public String location() {
        return "memory";
    }
}
