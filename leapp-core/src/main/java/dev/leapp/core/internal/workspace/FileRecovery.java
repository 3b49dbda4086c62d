package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.workspace.json.LeappFormatException;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Recovered;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts an older state, or one that another key opens, in the place of the workspace file. What stood there is put aside. */
record FileRecovery(LocalWorkspaceFile file) {

    /** Where the desktop app keeps its last good file. */
    static final String DESKTOP_BACKUP = "Leapp-lock.backup.bin";

    Recovered recover(RecoverySource source) {
        try (KeyRing ring = SlotRings.forSource(sealed().ring(), source)
                .orElseGet(() -> sealed().ring().copy())) {
            WorkspaceOpener opener = new WorkspaceOpener(new SealedFormat(ring, sealed().cipher()), leapp());
            byte[] bytes = source.kind() == RecoverySource.Kind.EMPTY ? new byte[0] : Files.readAllBytes(path(source));
            StoredWorkspace found = open(source, opener, bytes);
            return file.locked(() -> Optional.of(replace(source, bytes, found)), () -> {});
        } catch (NoSuchFileException e) {
            throw notThere(source, e.getMessage() + " is not there");
        } catch (IOException e) {
            throw file.lock().troubles().notReadable(e);
        } catch (UnreadableException e) {
            throw file.lock().troubles().cantRecover(source.toString(), e);
        }
    }

    private Path path(RecoverySource source) throws IOException {
        return switch (source.kind()) {
            case DESKTOP_BACKUP -> file.file().resolveSibling(DESKTOP_BACKUP);
            case GENERATION -> generation(source);
            case CURRENT_FILE, EMPTY -> file.file();
        };
    }

    private Path generation(RecoverySource source) throws IOException {
        long number = source.generation().orElseThrow();
        return file.storage().backups().newestFirst().stream()
                .filter(backup -> backup.generation() == number)
                .findFirst()
                .map(Backups.Backup::path)
                .orElseThrow(() -> notThere(source, "no generation " + number + " is kept"));
    }

    private StoredWorkspace open(RecoverySource source, WorkspaceOpener opener, byte[] bytes)
            throws UnreadableException {
        if (source.kind() == RecoverySource.Kind.EMPTY) {
            return file.storage().nothing();
        }
        return opener.open(bytes, SlotRings.machineId(source));
    }

    private Recovered replace(RecoverySource source, byte[] sourceBytes, StoredWorkspace found) {
        Optional<byte[]> now = file.storage().bytesAsTheyAre();
        boolean moved = source.kind() == RecoverySource.Kind.CURRENT_FILE
                && !now.map(bytes -> Arrays.equals(bytes, sourceBytes)).orElse(false);
        if (moved) {
            throw file.lock().troubles().changedMeanwhile();
        }
        long generation = Math.max(
                file.storage().nextGeneration(found),
                file.storage().backups().newest() + 1); // the note may be lost, too
        Snapshot snapshot = withTrueStates(found.snapshot());
        byte[] next = next(found, snapshot, generation, "recover from " + source);
        if (found.format() == WorkspaceFormat.LEAPP) {
            file.requireNoDesktopApp();
        }
        Path aside = now.map(this::putAside).orElse(null);
        file.storage().saveAs(found.format(), next, generation);
        int sessions = snapshot.workspace().sessions().size();
        return new Recovered(sessions, found.format().id(), aside);
    }

    private byte[] next(StoredWorkspace found, Snapshot snapshot, long generation, String reason) {
        if (found instanceof LeappWorkspace leapp) {
            return sealed(leapp, snapshot);
        }
        return found instanceof SealedWorkspace known
                ? new HereSlots(sealed())
                        .of(known)
                        .next(snapshot, generation, reason)
                        .bytes()
                : found.next(snapshot, generation, reason).bytes();
    }

    private byte[] sealed(LeappWorkspace found, Snapshot snapshot) {
        try {
            return leapp().seal(found.document().with(snapshot));
        } catch (LeappFormatException e) {
            throw file.lock().troubles().notInLeappsFormat(e);
        }
    }

    /** What was active then is active now only if something of it is still published. */
    private Snapshot withTrueStates(Snapshot then) {
        Map<SessionId, SessionState> states = new LinkedHashMap<>(then.states());
        states.replaceAll((id, state) -> isTrue(id, state) ? state : SessionState.inactive());
        return new Snapshot(then.workspace(), states);
    }

    private boolean isTrue(SessionId id, SessionState state) {
        return state instanceof SessionState.LeaseOver
                || (state.isActive() && file.published().test(id));
    }

    private Path putAside(byte[] bytes) {
        try {
            return file.storage().backups().putAside(bytes);
        } catch (IOException e) {
            throw WriteTrouble.of(Backups.directoryOf(file.file()), e);
        }
    }

    private WorkspaceException notThere(RecoverySource source, String what) {
        return new WorkspaceException(
                CoreErrorCode.NOTHING_TO_RECOVER,
                "There is nothing to recover from " + source + ": " + what,
                "'leapp workspace backups' shows what there is");
    }

    private SealedFormat sealed() {
        return file.storage().opener().sealed();
    }

    private LeappFormat leapp() {
        return file.storage().opener().leapp();
    }
}
