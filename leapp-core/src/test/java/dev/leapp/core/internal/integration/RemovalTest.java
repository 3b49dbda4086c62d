package dev.leapp.core.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

    private static final Session OPS = Session.builder(
                    new SessionId("ops-id"), "ops", new SessionType("aws-iam-user"), "eu-west-1")
            .build();

    @TempDir
    private Path home;

    private World world;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void setUp() {
        world = new World(home);
    }

    @Test
    void whatGoesOnlyAtASecondLookNeedsAWorkspaceThatCanBeWritten() {
        world.refuseWrites = true;

        assertThatThrownBy(() -> removal().carryOut(goingFromLook(2))).isInstanceOf(LeappException.class);

        assertThat(world.care.calls).isEmpty();
    }

    @Test
    void whetherTheWorkspaceCanBeWrittenIsAskedOnce() {
        assertThat(removal().carryOut(goingFromLook(2))).isPresent();

        assertThat(asked).hasValue(1);
        assertThat(world.care.calls).containsExactly("secrets ops-id", "deleted ops-id");
    }

    @Test
    void whereNothingGoesItIsNotAsked() {
        world.refuseWrites = true;

        assertThat(removal().carryOut(goingFromLook(3))).isPresent();

        assertThat(asked).hasValue(0);
    }

    private Removal removal() {
        return new Removal(new Asked(world.guarded()), world.care);
    }

    /** Each attempt looks twice: to prepare, and when it writes. */
    private static Function<Snapshot, Removal.Step<Boolean>> goingFromLook(int first) {
        AtomicInteger looks = new AtomicInteger();
        return snapshot -> new Removal.Step<>(
                new Update<>(snapshot, true, "a test"), looks.incrementAndGet() < first ? List.of() : List.of(OPS));
    }

    private final class Asked implements WorkspaceRepository {

        private final WorkspaceRepository real;

        Asked(WorkspaceRepository real) {
            this.real = real;
        }

        @Override
        public Snapshot read() {
            return real.read();
        }

        @Override
        public <R> R update(Function<Snapshot, Update<R>> change) {
            return real.update(change);
        }

        @Override
        public void requireWritable() {
            asked.incrementAndGet();
            real.requireWritable();
        }

        @Override
        public String location() {
            return real.location();
        }
    }
}
