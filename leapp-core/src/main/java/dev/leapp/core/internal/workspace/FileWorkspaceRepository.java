package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.Waiting;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeychainSlots;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.internal.workspace.key.PassphraseSlots;
import dev.leapp.core.internal.workspace.key.SlotKind;
import dev.leapp.core.internal.workspace.key.WorkspacePassphrase;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The workspace in a local file. Reading takes no lock and writes nothing; each update runs under the workspace's lock on the
 * newest bytes, and replaces the file as a whole. A file that can't be opened is never overwritten.
 */
public final class FileWorkspaceRepository implements WorkspaceRepository, AutoCloseable {

    private final Path file;
    private final KeyRing ring;
    private final WorkspaceStorage storage;
    private final WorkspaceTroubles troubles;
    private final WorkspaceLock lock;
    private final BooleanSupplier desktopApp;

    private FileWorkspaceRepository(Builder builder, Supplier<MachineId> machineId) {
        this.file = builder.file;
        this.troubles = new WorkspaceTroubles(file);
        AesGcm cipher = new AesGcm(builder.random);
        this.ring = new KeyRing(builder.kinds(machineId, cipher), cipher, builder.clock);
        LeappFormat leapp = new LeappFormat(machineId, new LeappCipher(builder.random), troubles);
        WorkspaceOpener opener = new WorkspaceOpener(new SealedFormat(ring, cipher), leapp);
        this.storage = new WorkspaceStorage(file, opener, builder.passphrase.isGiven(), builder.files, builder.clock);
        this.lock = new WorkspaceLock(file, builder.patience, builder.waiting, troubles);
        this.desktopApp = builder.desktopApp;
    }

    /** Collects what a repository is made of. Not thread-safe. */
    public static final class Builder {

        private final Path file;
        private final AtomicFile files;
        private final SecureRandom random;
        private final Clock clock;
        private Duration patience = Duration.ofSeconds(30);
        private Waiting waiting = Waiting.real();
        private WorkspacePassphrase passphrase = WorkspacePassphrase.none();
        private @Nullable Supplier<SecretStore> keychain;
        private BooleanSupplier desktopApp = () -> false;

        /** Starts a repository in that file; its locks, backups and state lie beside it. */
        public Builder(Path file, AtomicFile files, SecureRandom random, Clock clock) {
            this.file = file.toAbsolutePath();
            this.files = files;
            this.random = random;
            this.clock = clock;
        }

        /** Sets how long an update waits for the lock, 30 seconds without. */
        public Builder patience(Duration time) {
            this.patience = time;
            return this;
        }

        /** Sets how the lock waits. */
        public Builder waiting(Waiting how) {
            this.waiting = how;
            return this;
        }

        /** Sets where the passphrase of a key slot comes from. */
        public Builder passphrase(WorkspacePassphrase source) {
            this.passphrase = source;
            return this;
        }

        /** Sets the keychain that key slots may lie in. */
        public Builder keychain(Supplier<SecretStore> store) {
            this.keychain = store;
            return this;
        }

        /** Sets what tells whether the desktop app is running, so that its file must not be changed. */
        public Builder desktopApp(BooleanSupplier running) {
            this.desktopApp = running;
            return this;
        }

        /** Returns the repository, whose key hangs on the machine id unless its slots say otherwise. */
        public FileWorkspaceRepository build(Supplier<MachineId> machineId) {
            return new FileWorkspaceRepository(this, machineId);
        }

        private List<SlotKind> kinds(Supplier<MachineId> machineId, AesGcm cipher) {
            List<SlotKind> kinds = new ArrayList<>(List.of(new MachineSlots(machineId)));
            if (keychain != null) {
                kinds.add(new KeychainSlots(keychain, cipher));
            }
            kinds.add(new PassphraseSlots(passphrase::of, Argon2Cost.DEFAULT, passphrase::isGiven));
            return kinds;
        }
    }

    /** Returns the keys of what lies beside the workspace. */
    public WorkspaceKeys keys() {
        return new WorkspaceKeys(file, storage.opener());
    }

    /**
     * Returns what can be done with the file itself.
     *
     * @param published tells whether something is published for a session
     */
    public WorkspaceFile file(Predicate<SessionId> published) {
        return new LocalWorkspaceFile(file, storage, lock, desktopApp, published, KeyFollower.none());
    }

    /**
     * Returns what can be done with the file itself.
     *
     * @param published tells whether something is published for a session
     * @param follower follows when the workspace's key changes
     */
    public WorkspaceFile file(Predicate<SessionId> published, KeyFollower follower) {
        return new LocalWorkspaceFile(file, storage, lock, desktopApp, published, follower);
    }

    /** Returns what opens the workspace files of others. */
    public OtherWorkspaces others() {
        return new OtherWorkspaces(storage.opener());
    }

    @Override
    public Snapshot read() {
        return storage.load().workspace().snapshot();
    }

    @Override
    public Optional<Snapshot> readUnasked() {
        return storage.loadKnown().map(loaded -> loaded.workspace().snapshot());
    }

    @Override
    public <R> R update(Function<Snapshot, Update<R>> change) {
        Optional<Done<R>> done = Optional.empty();
        while (done.isEmpty()) {
            storage.unlock();
            done = attempt(change);
        }
        return done.get().update().result();
    }

    @Override
    public void requireWritable() {
        LoadedWorkspace loaded = storage.load();
        requireNoDesktopApp(loaded);
        InterProcessLock.Held held = lock.acquire();
        try {
            storage.tryToWrite(loaded.bytes());
        } finally {
            held.close();
        }
    }

    private void requireNoDesktopApp(LoadedWorkspace loaded) {
        if (loaded.workspace().format() == WorkspaceFormat.LEAPP && desktopApp.getAsBoolean()) {
            throw troubles.desktopAppRuns();
        }
    }

    @Override
    public String location() {
        return file.toString();
    }

    /** Wipes the keys that were opened. */
    @Override
    public void close() {
        storage.forget();
        ring.close();
    }

    private record Done<R>(Update<R> update) {}

    /** Changes the newest state; empty if the file was sealed under another key since it was unlocked. */
    private <R> Optional<Done<R>> attempt(Function<Snapshot, Update<R>> change) {
        InterProcessLock.Held held = lock.acquire();
        try {
            return storage.loadKnown().map(loaded -> new Done<>(changed(loaded, change)));
        } finally {
            held.close();
        }
    }

    private <R> Update<R> changed(LoadedWorkspace loaded, Function<Snapshot, Update<R>> change) {
        Snapshot former = loaded.workspace().snapshot();
        Update<R> update = change.apply(former);
        if (!update.next().equals(former)) {
            requireNoDesktopApp(loaded);
            storage.save(loaded, update.next(), update.reason());
        }
        return update;
    }
}
