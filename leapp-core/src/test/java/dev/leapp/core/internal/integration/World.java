package dev.leapp.core.internal.integration;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.UnforcedFileOperations;
import dev.leapp.core.internal.integration.listing.Applied;
import dev.leapp.core.internal.integration.listing.Journals;
import dev.leapp.core.internal.integration.listing.Listings;
import dev.leapp.core.internal.integration.listing.Turns;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.workspace.FileWorkspaceRepository;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Integrations over a real workspace file, with an upstream and logins that are made up. */
final class World {

    static final String MACHINE = "0123456789abcdef";

    final FakeUpstream upstream = new FakeUpstream();
    final TestClock clock = new TestClock();
    final Told user = new Told();
    final Care care = new Care();
    final FakeLogins logins = new FakeLogins(user, clock);
    final LeappDirectory directory;
    final FileWorkspaceRepository repository;

    /** Whether writing the workspace fails, though nothing told so before. */
    volatile boolean failUpdates;

    /** Whether the workspace can't be read. */
    volatile boolean failReads;

    /** Whether the workspace can't be written. */
    volatile boolean refuseWrites;

    World(Path home) {
        directory = new LeappDirectory(home.resolve(".Leapp"));
        SecureRandom random = new SecureRandom();
        repository = new FileWorkspaceRepository.Builder(
                        directory.workspaceFile(), new AtomicFile(new UnforcedFileOperations(), random), random, clock)
                .build(() -> MachineId.of(MACHINE));
    }

    /** Integrations as another process would have them. */
    DefaultIntegrations integrations() {
        return integrations(true);
    }

    /** The same, perhaps without the plug-in. */
    DefaultIntegrations integrations(boolean withPlugin) {
        SecureRandom random = new SecureRandom();
        PluginRegistry plugins = PluginRegistry.of(
                withPlugin ? List.of(upstream) : List.of(),
                Optional.empty(),
                PluginContext.builder(directory.root()).clock(clock).build());
        return new DefaultIntegrations(new Refusing(), plugins, logins, listings(), care, new Ids(random), clock);
    }

    private Listings listings() {
        Journals journals = new Journals(
                directory.listings(),
                new UnforcedFileOperations(),
                new AesGcm(new SecureRandom()),
                () -> repository.keys().subkey(Journals.PURPOSE));
        Applied applied = new Applied(
                directory.listings(),
                new AtomicFile(new UnforcedFileOperations(), new SecureRandom()),
                new Turns(directory.locks(), "synced", user, Duration.ofMinutes(1)),
                clock);
        return new Listings(
                new Turns(directory.locks(), "listed", user, Duration.ofMinutes(1)),
                journals,
                applied,
                logins,
                user,
                clock);
    }

    /** The repository, as it is refused. */
    WorkspaceRepository guarded() {
        return new Refusing();
    }

    IntegrationId corp() {
        return integrations().create(corp("corp").build()).integration().id();
    }

    static NewIntegration.Builder corp(String alias) {
        return NewIntegration.builder(FakeUpstream.KIND, alias).value("portalUrl", "https://corp.example/start");
    }

    SyncPlan sync(IntegrationId id) {
        return integrations().sync(id, SyncOptions.usual());
    }

    Listing list(IntegrationId id) {
        return integrations().list(id, SyncOptions.usual());
    }

    Workspace workspace() {
        return repository.read().workspace();
    }

    Session named(String name) {
        return workspace().sessions().stream()
                .filter(session -> session.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session " + name));
    }

    void edit(UnaryOperator<Workspace.Builder> change) {
        change(snapshot ->
                snapshot.with(change.apply(snapshot.workspace().toBuilder()).build()));
    }

    void change(UnaryOperator<Snapshot> change) {
        repository.update(snapshot -> new Update<>(change.apply(snapshot), true, "a test"));
    }

    Session add(Session.Builder session) {
        Session added = session.profileId(workspace().profiles().get(0).id()).build();
        edit(workspace -> workspace.session(added));
        return added;
    }

    Session child(String name, Session parent) {
        return add(Session.builder(new SessionId(name + "-id"), name, FakeUpstream.CHAINED, "eu-west-1")
                .setting("roleArn", "arn:aws:iam::1:role/C")
                .setting("parentSessionId", parent.id().value()));
    }

    void activate(SessionId id) {
        change(snapshot ->
                snapshot.with(id, new SessionState.Active(clock.instant(), Optional.empty(), Optional.empty())));
    }

    /** The repository, unless it is read-only. */
    private final class Refusing implements WorkspaceRepository {

        @Override
        public Snapshot read() {
            if (failReads) {
                throw new LeappException(CoreErrorCode.WORKSPACE_NOT_READABLE, "unreadable", null);
            }
            return repository.read();
        }

        @Override
        public <R> R update(Function<Snapshot, Update<R>> change) {
            if (failUpdates) {
                throw new LeappException(CoreErrorCode.NOT_WRITABLE, "read-only", null);
            }
            return repository.update(change);
        }

        @Override
        public void requireWritable() {
            if (refuseWrites) {
                throw new LeappException(CoreErrorCode.NOT_WRITABLE, "read-only", null);
            }
            repository.requireWritable();
        }

        @Override
        public String location() {
            return repository.location();
        }
    }

    /** Notes what is to be done about sessions. */
    final class Care implements SessionCare {

        final List<String> calls = new ArrayList<>();
        final List<SessionId> cached = new ArrayList<>();
        int told;

        /** Runs after a stop, as somebody else would meanwhile. */
        Runnable afterStop = () -> {};

        @Override
        public void stop(SessionId id) {
            calls.add("stop " + id);
            change(snapshot -> snapshot.with(id, SessionState.inactive()));
            afterStop.run();
        }

        @Override
        public void forgetSecrets(List<Session> going) {
            going.forEach(session -> calls.add("secrets " + session.id()));
        }

        @Override
        public void forgetCached(Collection<SessionId> ids) {
            cached.addAll(ids);
        }

        @Override
        public void deleted(SessionId id) {
            calls.add("deleted " + id);
        }

        @Override
        public void definitionsChanged() {
            told++;
        }
    }

    /** A clock that stands until it is moved. */
    static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-11-29T09:00:00Z");

        synchronized void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Somebody who is told how far it is. */
    static final class Told implements UserInteraction {

        final List<String> progress = new ArrayList<>();

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public String askMfaCode(String sessionName, String device) {
            throw new AssertionError("not expected");
        }

        @Override
        public Secret askSecret(String question) {
            throw new AssertionError("not expected");
        }

        @Override
        public void inform(String message) {
            throw new AssertionError("not expected: " + message);
        }

        synchronized List<String> told() {
            return List.copyOf(progress);
        }

        @Override
        public synchronized void progress(String message) {
            progress.add(message);
        }
    }
}
