package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals older generations under another key. One that can't be opened may be open by what opens nothing any more: it goes. */
record Resealing(WorkspaceStorage storage) {

    private static final Logger LOG = System.getLogger(Resealing.class.getName());

    /**
     * What became of the generations.
     *
     * @param resealed how many were sealed under the other key
     * @param unopened those that could not be opened
     */
    record Outcome(int resealed, List<Path> unopened) {}

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

    /** For the owner of the lock: seals all that a slot or the former key opens; asks nobody. */
    Outcome under(SealedHeader header, WorkspaceKey key, WorkspaceKey former) {
        try {
            List<Path> unopened = new ArrayList<>();
            List<Backups.Backup> all = storage.backups().newestFirst();
            for (Backups.Backup backup : all) {
                Optional<StoredWorkspace> found = opened(backup, former);
                if (found.isPresent()) {
                    storage.backups().replace(backup, resealed(found.get(), backup, header, key));
                } else {
                    unopened.add(backup.path());
                }
            }
            return new Outcome(all.size() - unopened.size(), unopened);
        } catch (IOException e) {
            throw WriteTrouble.of(storage.backups().directory(), e);
        }
    }

    /** For the owner of the lock, once the file is under the other key: removes what may be open by what opens nothing any more. */
    int delete(List<Path> unopened) {
        try {
            List<Path> gone = new ArrayList<>(unopened);
            gone.addAll(storage.backups().putAside());
            for (Path each : gone) {
                storage.backups().delete(each);
            }
            return gone.size();
        } catch (IOException e) {
            throw WriteTrouble.of(storage.backups().directory(), e);
        }
    }

    private void open(Backups.Backup backup) {
        try {
            storage.opener().unlock(Files.readAllBytes(backup.path()));
        } catch (IOException | UnreadableException | LeappException e) {
            String reason = WorkspaceTroubles.reason(e);
            LOG.log(Level.DEBUG, "{0} can''t be opened: {1}", backup.path(), reason);
        }
    }

    /** A generation may have slots that are gone, and still be under the key that the file is under now. */
    private Optional<StoredWorkspace> opened(Backups.Backup backup, WorkspaceKey former) throws IOException {
        byte[] bytes = Files.readAllBytes(backup.path());
        try {
            Optional<StoredWorkspace> known = storage.opener().openKnown(bytes);
            return known.isPresent() ? known : Optional.of(storage.opener().openWith(bytes, former));
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
