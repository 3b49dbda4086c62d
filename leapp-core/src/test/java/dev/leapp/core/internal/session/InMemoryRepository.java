package dev.leapp.core.internal.session;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A repository whose next update can be made to fail. */
final class InMemoryRepository implements WorkspaceRepository {

    private Snapshot snapshot = new Snapshot(
            Workspace.builder()
                    .profile(new NamedProfile(new ProfileId("p-default"), NamedProfile.DEFAULT))
                    .build(),
            Map.of());

    private @Nullable LeappException nextFailure;

    synchronized void failNextUpdate(LeappException failure) {
        nextFailure = failure;
    }

    @Override
    public synchronized Snapshot read() {
        return snapshot;
    }

    @Override
    public synchronized <R> R update(Function<Snapshot, Update<R>> change) {
        LeappException failure = nextFailure;
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
        Update<R> update = change.apply(snapshot);
        snapshot = update.next();
        return update.result();
    }

    @Override
    public String location() {
        return "memory";
    }
}
