package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.KeyRotation;
import dev.leapp.core.workspace.KeySlotView;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.Recovered;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.WorkspaceFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@link WorkspaceFile} over a local file. */
record LocalWorkspaceFile(
        Path file,
        WorkspaceStorage storage,
        WorkspaceLock lock,
        BooleanSupplier desktopApp,
        Predicate<SessionId> published,
        KeyFollower follower)
        implements WorkspaceFile {

    private static final Logger LOG = System.getLogger(LocalWorkspaceFile.class.getName());

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public String format() {
        return storage.bytesAsTheyAre()
                .flatMap(WorkspaceFormat::of)
                .orElse(WorkspaceFormat.SEALED)
                .id();
    }

    @Override
    public boolean upgrade(NewKeySlot slot) {
        return new FormatUpgrade(this).upgrade(slot);
    }

    @Override
    public List<Generation> generations() {
        return new Generations(storage, lock.troubles()).list();
    }

    @Override
    public Recovered recover(RecoverySource source) {
        return new FileRecovery(this).recover(source);
    }

    @Override
    public Optional<Path> desktopBackup() {
        return Optional.of(file.resolveSibling(FileRecovery.DESKTOP_BACKUP)).filter(Files::exists);
    }

    @Override
    public Map<String, String> keySlotKinds() {
        return new KeySlotList(this).kinds();
    }

    @Override
    public List<KeySlotView> keySlots() {
        return new KeySlotList(this).tried();
    }

    @Override
    public KeySlotView addKeySlot(NewKeySlot slot) {
        return new KeyChanges(this).add(slot);
    }

    @Override
    public KeyRotation removeKeySlot(String id, boolean dropOthers) {
        return new KeyChanges(this).remove(id, dropOthers);
    }

    @Override
    public KeyRotation rotateKey(boolean dropOthers) {
        return new KeyChanges(this).rotate(dropOthers);
    }

    /** Does something under the workspace's lock, again and again until it says that it was done. */
    <R> R locked(Supplier<Optional<R>> work, Runnable before) {
        Optional<R> done = Optional.empty();
        while (done.isEmpty()) {
            before.run();
            InterProcessLock.Held held = lock.acquire();
            try {
                done = work.get();
            } finally {
                held.close();
            }
        }
        return done.get();
    }

    /** Lets what hangs on the workspace's key follow to the next one, before and after the file is under it. */
    void followed(byte[] now, byte[] next, Runnable save) {
        follower.follow(
                purpose -> WorkspaceOpener.derived(now, purpose), purpose -> WorkspaceOpener.derived(next, purpose));
        save.run();
        try {
            follower.settle(purpose -> WorkspaceOpener.derived(next, purpose));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "What hangs on the key of {0} opens with the former one, too: {1}",
                    file,
                    e.toString());
        }
    }

    /** Refuses to change the desktop app's file while that runs. */
    void requireNoDesktopApp() {
        if (desktopApp.getAsBoolean()) {
            throw lock.troubles().desktopAppRuns();
        }
    }
}
