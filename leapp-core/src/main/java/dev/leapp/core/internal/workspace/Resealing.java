package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Seals older generations under another key. One that can't be opened may be open by what opens nothing any more: it goes. */
record Resealing(WorkspaceStorage storage) {

    private static final Logger LOG = System.getLogger(Resealing.class.getName());

    /** What became of the generations. */
    record Counts(int resealed, int deleted) {}

    /** Gets hold of what opens the generations, and may ask the user for it: not for the owner of the lock. */
    void openAll() {
        try {
            for (Backups.Backup backup : storage.backups().newestFirst()) {
                open(backup);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The backups can''t be read: {0}", e.toString());
        }
    }

    /** For the owner of the lock: seals all of them; asks nobody. */
    Counts under(SealedHeader header, WorkspaceKey key) {
        try {
            int resealed = 0;
            int deleted = 0;
            for (Backups.Backup backup : storage.backups().newestFirst()) {
                Optional<byte[]> next = opened(backup).map(found -> resealed(found, backup, header, key));
                if (next.isPresent()) {
                    storage.backups().replace(backup, next.get());
                    resealed++;
                } else {
                    storage.backups().delete(backup.path());
                    deleted++;
                }
            }
            return new Counts(resealed, deleted + deletePutAside());
        } catch (IOException e) {
            throw WriteTrouble.of(storage.backups().directory(), e);
        }
    }

    private int deletePutAside() throws IOException {
        int deleted = 0;
        for (Path aside : storage.backups().putAside()) {
            storage.backups().delete(aside);
            deleted++;
        }
        return deleted;
    }

    private void open(Backups.Backup backup) {
        try {
            storage.opener().unlock(Files.readAllBytes(backup.path()));
        } catch (IOException | UnreadableException | LeappException e) {
            String reason = WorkspaceTroubles.reason(e);
            LOG.log(Level.DEBUG, "{0} can''t be opened: {1}", backup.path(), reason);
        }
    }

    private Optional<StoredWorkspace> opened(Backups.Backup backup) throws IOException {
        try {
            return storage.opener().openKnown(Files.readAllBytes(backup.path()));
        } catch (UnreadableException | LeappException e) {
            return Optional.empty();
        }
    }

    private byte[] resealed(StoredWorkspace found, Backups.Backup backup, SealedHeader header, WorkspaceKey key) {
        if (found instanceof LeappWorkspace leapp) {
            SealedFormat sealer = storage.opener().sealed();
            return new SealedWorkspace(header, key, leapp.upgraded(backup.generation(), ""), sealer).bytes();
        }
        return ((SealedWorkspace) found).under(header, key).bytes();
    }
}
