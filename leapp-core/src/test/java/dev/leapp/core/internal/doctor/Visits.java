package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.DoctorOptions;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Examinations of workspaces that open, or do not, and what is found. */
final class Visits {

    static final SessionType TYPE = new SessionType("sample-user");

    private Visits() {}

    static Visit of(FakeFile file, Session... sessions) {
        return Visit.of(holding(sessions), file, false, DoctorOptions.standard());
    }

    static Visit offline(Session... sessions) {
        return Visit.of(
                holding(sessions),
                new FakeFile(),
                false,
                DoctorOptions.standard().withoutNetwork());
    }

    static Visit unopened(FakeFile file, CoreErrorCode code) {
        return Visit.of(failing(code), file, false, DoctorOptions.standard());
    }

    static Session session(String name) {
        return Session.builder(new SessionId(name + "-id"), name, TYPE, "anywhere")
                .build();
    }

    static WorkspaceRepository holding(Session... sessions) {
        Workspace.Builder workspace = Workspace.builder();
        List.of(sessions).forEach(workspace::session);
        return new Fixed(() -> new Snapshot(workspace.build(), Map.of()));
    }

    static WorkspaceRepository failing(CoreErrorCode code) {
        return new Fixed(() -> {
            throw new LeappException(code, "The workspace file is not well", "the hint of the error");
        });
    }

    /** Returns the only finding of a check. */
    static Finding only(List<Finding> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private record Fixed(Supplier<Snapshot> held) implements WorkspaceRepository {

        @Override
        public Snapshot read() {
            return held.get();
        }

        @Override
        public <R> R update(Function<Snapshot, Update<R>> change) {
            throw new AssertionError("A doctor changes nothing");
        }

        @Override
        public String location() {
            return "memory";
        }
    }
}
