package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link WorkspaceRepository} promises, whether it keeps the workspace in a file or far away. Extend it, and say how your
 * repository is opened.
 *
 * @since 0.1
 */
@Timeout(300)
public abstract class WorkspaceRepositoryContract {

    private static final Instant TIME = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final SessionId ONE = new SessionId("one");
    private static final int THREADS = 8;
    private static final int EDITS = 15;

    private WorkspaceRepository repository = new Unopened();

    /** Creates the contract. */
    protected WorkspaceRepositoryContract() {}

    /**
     * Opens one more repository on the place of the running test, where nothing was kept before the test.
     *
     * @return a repository that shares nothing with the former ones but the place
     * @throws Exception if it can't be opened, which fails the test
     */
    protected abstract WorkspaceRepository open() throws Exception;

    @BeforeEach
    void openFirst() throws Exception {
        repository = open();
    }

    @Test
    void whereNothingWasKeptIsAnEmptyWorkspace() {
        Snapshot empty = repository.read();

        assertThat(empty.workspace().sessions()).isEmpty();
        assertThat(empty.workspace().profiles()).extracting(NamedProfile::name).containsExactly("default");
        assertThat(empty.workspace().defaultRegion()).isEqualTo("us-east-1");
        assertThat(empty.workspace().defaultLocation()).isEqualTo("eastus");
        assertThat(empty.states()).isEmpty();
    }

    @Test
    void readingTwiceGivesTheSame() throws Exception {
        assertThat(repository.read()).isEqualTo(repository.read()).isEqualTo(open().read());
    }

    @Test
    void firstUpdateStartsFromWhatWasRead() {
        Snapshot read = repository.read();

        Snapshot seen = repository.update(snapshot -> new Update<>(snapshot, snapshot, "look"));

        assertThat(seen).isEqualTo(read);
    }

    @Test
    void updateTellsItsResultAndIsSeenByOthers() throws Exception {
        String result = repository.update(snapshot -> new Update<>(with(snapshot, ONE), "told", "add"));

        assertThat(result).isEqualTo("told");
        assertThat(repository.read().workspace().session(ONE)).isPresent();
        assertThat(open().read()).isEqualTo(repository.read());
    }

    @Test
    void updateStartsFromTheNewestState() throws Exception {
        WorkspaceRepository other = open();
        repository.read();
        edit(other, snapshot -> with(snapshot, ONE));

        edit(repository, snapshot -> with(snapshot, new SessionId("two")));

        assertThat(other.read().workspace().sessions())
                .extracting(session -> session.id().value())
                .containsExactly("one", "two");
    }

    @Test
    void everyFieldSurvives() throws Exception {
        Snapshot full = full();

        edit(repository, snapshot -> full);

        assertThat(open().read()).isEqualTo(full);
    }

    @Test
    void orderOfSessionsAndSettingsSurvives() throws Exception {
        edit(repository, snapshot -> full());

        Workspace workspace = open().read().workspace();
        assertThat(workspace.sessions())
                .extracting(session -> session.id().value())
                .containsExactly("zebra", "one", "pending");
        assertThat(workspace.sessions().get(0).settings().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void statesChangeWithoutDefinitions() throws Exception {
        edit(repository, snapshot -> with(snapshot, ONE));
        Workspace before = repository.read().workspace();
        SessionState active = new SessionState.Active(TIME, Optional.of(TIME), Optional.empty());

        edit(repository, snapshot -> snapshot.with(ONE, active));
        assertThat(open().read().state(ONE)).isEqualTo(active);

        edit(repository, snapshot -> snapshot.with(ONE, SessionState.inactive()));
        assertThat(open().read()).isEqualTo(new Snapshot(before, Map.of()));
    }

    @Test
    void removedIsGone() throws Exception {
        edit(repository, snapshot -> full());

        edit(repository, snapshot -> snapshot.with(Workspace.builder().build()));

        assertThat(open().read()).isEqualTo(new Snapshot(Workspace.builder().build(), Map.of()));
    }

    @Test
    void changeThatThrowsChangesNothing() throws Exception {
        edit(repository, snapshot -> with(snapshot, ONE));
        Snapshot before = repository.read();

        assertThatThrownBy(() -> edit(repository, snapshot -> {
                    throw new UnsupportedOperationException("the change");
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the change");

        assertThat(open().read()).isEqualTo(before);
        edit(repository, snapshot -> with(snapshot, new SessionId("two")));
        assertThat(open().read().workspace().sessions()).hasSize(2);
    }

    @Test
    void editsOfAllThreadsSurvive() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String prefix = "t" + thread + "-";
                WorkspaceRepository shared = thread % 2 == 0 ? repository : open();
                writers.add(threads.submit(() -> IntStream.range(0, EDITS)
                        .forEach(i -> edit(shared, snapshot -> with(snapshot, new SessionId(prefix + i))))));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(open().read().workspace().sessions()).hasSize(THREADS * EDITS);
    }

    @Test
    void placeHasAName() {
        assertThat(repository.location()).isNotBlank();
    }

    private static void edit(WorkspaceRepository repository, UnaryOperator<Snapshot> change) {
        repository.update(snapshot -> new Update<>(change.apply(snapshot), true, "a test"));
    }

    private static Snapshot with(Snapshot snapshot, SessionId id) {
        Session session = session(id.value()).build();
        return snapshot.with(snapshot.workspace().toBuilder().session(session).build());
    }

    private static Session.Builder session(String id) {
        return Session.builder(new SessionId(id), "session " + id, new SessionType("aws-iam-user"), "eu-west-1");
    }

    private static Snapshot full() {
        Session zebra = session("zebra")
                .name("größe \uD83D\uDD11 \"quoted\"\n")
                .setting("z", "first")
                .setting("a", "")
                .setting("a", "second")
                .setting("m", "third \u0001")
                .tag("team", "core")
                .profileId(new ProfileId("p-2"))
                .chain("aws-credential-process")
                .lastStartedAt(TIME)
                .origin(new SessionOrigin(
                        new IntegrationId("i"), "123456789012/admin", Optional.of(TIME), Optional.of("corp-admin")))
                .build();
        Session unknown = Session.builder(ONE, "unknown type", new SessionType("moon-base-42"), "crater")
                .build();
        Workspace workspace = Workspace.builder()
                .defaultRegion("eu-central-1")
                .defaultLocation("westeurope")
                .profile(new NamedProfile(new ProfileId("p-1"), "default"))
                .profile(new NamedProfile(new ProfileId("p-2"), "ops team"))
                .idpUrl(new IdpUrl(new IdpUrlId("u"), "https://idp.example/saml"))
                .integration(new Integration(new IntegrationId("i"), "our sso", "aws-sso", Map.of("portal", "x")))
                .setting("anything", "at all")
                .session(zebra)
                .session(unknown)
                .session(session("pending").build())
                .build();
        Failure failure = new Failure(TIME, "unreachable", "no network");
        return new Snapshot(
                workspace,
                Map.of(
                        zebra.id(),
                        new SessionState.Active(TIME, Optional.of(TIME), Optional.of(failure)),
                        ONE,
                        new SessionState.Active(TIME, Optional.empty(), Optional.empty()),
                        new SessionId("pending"),
                        new SessionState.Pending(new AttemptId("a"), TIME)));
    }

    private static final class Unopened implements WorkspaceRepository {

        @Override
        public Snapshot read() {
            throw new IllegalStateException("not opened yet");
        }

        @Override
        public <R> R update(Function<Snapshot, Update<R>> change) {
            throw new IllegalStateException("not opened yet");
        }

        @Override
        public String location() {
            return "";
        }
    }
}
