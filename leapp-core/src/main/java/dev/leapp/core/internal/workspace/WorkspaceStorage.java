package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.Uninterrupted;
import dev.leapp.core.internal.file.UnsyncedDirectoryException;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.workspace.json.MalformedDocumentException;
import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.workspace.Snapshot;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Loads and saves the workspace file, and keeps generations of it. Saving is for the owner of the workspace's lock. */
final class WorkspaceStorage {

    private static final Logger LOG = System.getLogger(WorkspaceStorage.class.getName());
    private static final String SECRET_STORE_SETTING = "secret-store";

    private final Path file;
    private final SealedFormat format;
    private final AtomicFile files;
    private final Backups backups;
    private final LastWrite lastWrite;
    private final WorkspaceTroubles troubles;

    WorkspaceStorage(Path file, SealedFormat format, AtomicFile files, Clock clock) {
        this.file = file;
        this.format = format;
        this.files = files;
        this.backups = new Backups(file, files, clock);
        this.lastWrite = new LastWrite(file, files);
        this.troubles = new WorkspaceTroubles(file);
    }

    /** Returns what the file holds; where none was ever written, a new workspace. */
    StoredWorkspace load() {
        try {
            return open(Uninterrupted.call(() -> Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return fresh();
        } catch (IOException e) {
            throw troubles.notReadable(e);
        } catch (UnreadableException e) {
            throw troubles.unreadable(e);
        }
    }

    /** Replaces the file. When it returns, the next state is there; when it throws, the former one is. */
    void save(StoredWorkspace former, Snapshot next, String reason) {
        long generation = nextGeneration(former.document());
        WorkspaceDocument document = former.document().with(next, generation, reason);
        SealedHeader header = former.header()
                .withSecretStore(Optional.ofNullable(next.workspace().settings().get(SECRET_STORE_SETTING)));
        byte[] bytes = format.seal(header, former.key(), document.toBytes());
        replace(bytes);
        if (!lastWrite.isKnown() || !Definitions.same(former.document().snapshot(), next)) {
            afterwards("keep a backup", () -> backups.keep(bytes, generation));
            afterwards("note the generation", () -> lastWrite.remember(generation));
        }
    }

    private StoredWorkspace open(byte[] bytes) throws UnreadableException {
        OpenedFile opened = format.open(bytes);
        try {
            return new StoredWorkspace(opened.header(), opened.key(), WorkspaceDocument.parse(opened.document()));
        } catch (MalformedDocumentException e) {
            opened.key().close();
            UnreadableException.Reason reason =
                    e.isNewer() ? UnreadableException.Reason.NEWER_VERSION : UnreadableException.Reason.DAMAGED;
            throw new UnreadableException(reason, "in its document, " + e.getMessage(), e);
        }
    }

    private StoredWorkspace fresh() {
        if (lastWrite.isKnown()) {
            throw troubles.gone(lastWrite.file());
        }
        OpenedFile created = format.create();
        return new StoredWorkspace(created.header(), created.key(), WorkspaceDocument.of(Definitions.none()));
    }

    private long nextGeneration(WorkspaceDocument former) {
        long noted = 0;
        try {
            noted = lastWrite.generation().orElse(0);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} can''t be read: {1}", lastWrite.file(), e.toString());
        }
        return Math.max(former.generation(), noted) + 1;
    }

    private void replace(byte[] bytes) {
        try {
            files.write(file, bytes);
        } catch (UnsyncedDirectoryException e) {
            LOG.log(Level.WARNING, "{0} is written, but might not outlive a power failure: {1}", file, e.toString());
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** The workspace is written already: what fails now must not look as if it were not. */
    private void afterwards(String what, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "{0} is written, but Leapp could not {1}: {2}", file, what, e.toString());
        }
    }
}
