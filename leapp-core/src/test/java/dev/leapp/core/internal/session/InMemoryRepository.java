package dev.leapp.core.internal.session;

import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;
import java.util.function.Function;

/** A repository that can be made to fail at the n-th update. */
final class InMemoryRepository implements WorkspaceRepository {

    private Snapshot snapshot = new Snapshot(
            Workspace.builder()
                    .profile(new NamedProfile(new ProfileId("p-default"), NamedProfile.DEFAULT))
                    .build(),
            Map.of());

    @Override
    public synchronized Snapshot read() {
        return snapshot;
    }

    @Override
    public synchronized <R> R update(Function<Snapshot, Update<R>> change) {
        Update<R> update = change.apply(snapshot);
        snapshot = update.next();
        return update.result();
    }

    @Override
    public String location() {
        return "memory";
    }
}
