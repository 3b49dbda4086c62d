package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.Uninterrupted;
import dev.leapp.core.internal.file.UnsyncedDirectoryException;
import dev.leapp.core.internal.file.WriteTrouble;
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

    private final Path file;
    private final WorkspaceOpener opener;
    private final boolean passphraseGiven;
    private final AtomicFile files;
    private final Backups backups;
    private final LastWrite lastWrite;
    private final LastLoaded lastLoaded = new LastLoaded();
    private final WorkspaceTroubles troubles;

    WorkspaceStorage(Path file, WorkspaceOpener opener, boolean passphraseGiven, AtomicFile files, Clock clock) {
        this.file = file;
        this.opener = opener;
        this.passphraseGiven = passphraseGiven;
        this.files = files;
        this.backups = new Backups(file, files, clock);
        this.lastWrite = new LastWrite(file, files);
        this.troubles = new WorkspaceTroubles(file);
    }

    WorkspaceOpener opener() {
        return opener;
    }

    Backups backups() {
        return backups;
    }

    /** Gets hold of what opens the file, and may ask the user for it: not for the owner of the lock. */
    void unlock() {
        Optional<byte[]> bytes = bytes();
        if (bytes.isPresent() && lastLoaded.of(bytes.get()).isEmpty()) {
            reading(() -> {
                opener.unlock(bytes.get());
                return true;
            });
        }
    }

    /** Returns what the file holds; where none was ever written, a new workspace. May ask the user. */
    LoadedWorkspace load() {
        Optional<byte[]> bytes = bytes();
        return bytes.isEmpty() ? fresh() : lastLoaded.of(bytes.get()).orElseGet(() -> opened(bytes.get()));
    }

    private LoadedWorkspace opened(byte[] bytes) {
        return lastLoaded.remember(new LoadedWorkspace(reading(() -> opener.open(bytes)), bytes));
    }

    /** As {@link #load}, but asks nobody: empty if the file's key is not known yet. */
    Optional<LoadedWorkspace> loadKnown() {
        Optional<byte[]> bytes = bytes();
        return bytes.isEmpty()
                ? Optional.of(fresh())
                : lastLoaded.of(bytes.get()).or(() -> openedKnown(bytes.get()));
    }

    private Optional<LoadedWorkspace> openedKnown(byte[] bytes) {
        return reading(() -> opener.openKnown(bytes))
                .map(known -> lastLoaded.remember(new LoadedWorkspace(known, bytes)));
    }

    /** Forgets what was read: the keys that it came with are about to be wiped. */
    void forget() {
        lastLoaded.forget();
    }

    /**
     * Returns the file's bytes, empty if none was ever written; refuses what this program has not left there. The note of what it
     * left may be newer than what was read before it: so a second look decides.
     */
    private Optional<byte[]> bytes() {
        Optional<byte[]> bytes = bytesAsTheyAre();
        if (strangeness(bytes).isEmpty()) {
            return bytes;
        }
        Optional<byte[]> again = bytesAsTheyAre();
        Optional<WorkspaceException> strange = strangeness(again);
        if (strange.isPresent()) {
            throw strange.get();
        }
        return again;
    }

    private Optional<WorkspaceException> strangeness(Optional<byte[]> bytes) {
        if (bytes.isEmpty()) {
            return lastWrite.isKnown() ? Optional.of(troubles.gone()) : Optional.empty();
        }
        Optional<WorkspaceFormat> found = WorkspaceFormat.of(bytes.get());
        return note().filter(last -> found.isPresent() && !last.expects(found.get()))
                .map(last -> troubles.formatChanged(last.format(), found.orElseThrow()));
    }

    /** Replaces the file. When it returns, the next state is there; when it throws, the former one is. */
    void save(LoadedWorkspace former, Snapshot next, String reason) {
        StoredWorkspace workspace = former.workspace();
        long generation = nextGeneration(workspace);
        boolean changed = !lastWrite.isKnown() || !Definitions.same(workspace.snapshot(), next);
        StoredWorkspace written = workspace.next(next, generation, reason);
        byte[] bytes = written.bytes();
        if (workspace.format() == WorkspaceFormat.LEAPP && keepAsFound(former, generation)) {
            generation++;
        }
        replace(bytes);
        lastLoaded.remember(new LoadedWorkspace(written, bytes));
        afterwards(bytes, workspace.format(), generation, changed);
    }

    /** Fails if as much can't be written to the file, which stays as it is; for the owner of the workspace's lock. */
    void tryToWrite(byte[] bytes) {
        try {
            files.tryToWrite(file, bytes);
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    /** Replaces the file by another one of the same format, and keeps it as a generation. */
    void saveAnew(WorkspaceFormat format, byte[] bytes, long generation) {
        replace(bytes);
        afterwards(bytes, format, generation, true);
    }

    /** Replaces the file by one that may have another format. A crash leaves either, and both are expected. */
    void saveAs(WorkspaceFormat format, byte[] bytes, long generation) {
        WorkspaceFormat before = note().map(LastWrite.Note::format)
                .or(() -> bytesAsTheyAre().flatMap(WorkspaceFormat::of))
                .orElse(format);
        try {
            lastWrite.remember(new LastWrite.Note(before, Optional.of(format), generation - 1, Optional.empty()));
        } catch (IOException e) {
            throw WriteTrouble.of(lastWrite.file(), e);
        }
        saveAnew(format, bytes, generation);
    }

    /** Returns the file's bytes whatever they are, empty if it isn't there. */
    Optional<byte[]> bytesAsTheyAre() {
        try {
            return Optional.of(Uninterrupted.call(() -> Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw troubles.notReadable(e);
        }
    }

    /** Returns a number that no generation has. The desktop app's format has none, and the note may be older than what is kept. */
    long nextGeneration(StoredWorkspace former) {
        long noted = note().map(LastWrite.Note::generation).orElse(0L);
        long kept = former.format() == WorkspaceFormat.LEAPP ? backups.newest() : 0;
        return Math.max(former.generation(), Math.max(noted, kept)) + 1;
    }

    private LoadedWorkspace fresh() {
        return new LoadedWorkspace(nothing(), new byte[0]);
    }

    /** Returns a workspace that was never written. */
    StoredWorkspace nothing() {
        return new FreshWorkspace(opener.sealed(), passphraseGiven);
    }

    /** What another program wrote is a generation of its own, kept before it is replaced. Returns whether it was. */
    private boolean keepAsFound(LoadedWorkspace former, long generation) {
        boolean ours = note().map(last -> last.wrote(former.bytes())).orElse(false);
        if (ours || isKept(former.workspace().snapshot())) {
            return false;
        }
        try {
            backups.keep(former.bytes(), generation, WorkspaceFormat.LEAPP);
            return true;
        } catch (IOException e) {
            throw WriteTrouble.of(Backups.directoryOf(file), e);
        }
    }

    private boolean isKept(Snapshot snapshot) {
        try {
            Optional<Backups.Backup> newest = backups.newestFirst().stream().findFirst();
            return newest.isPresent()
                    && opener.openKnown(Files.readAllBytes(newest.get().path()))
                            .map(kept -> Definitions.same(kept.snapshot(), snapshot))
                            .orElse(false);
        } catch (IOException | UnreadableException e) {
            return false;
        }
    }

    private Optional<LastWrite.Note> note() {
        try {
            return lastWrite.note();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} can''t be read: {1}", lastWrite.file(), e.toString());
            return Optional.empty();
        }
    }

    private interface Reading<R> {
        R read() throws UnreadableException;
    }

    private <R> R reading(Reading<R> reading) {
        try {
            return reading.read();
        } catch (UnreadableException e) {
            throw troubles.unreadable(e);
        }
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

    /** Keeps a generation of changed definitions, and notes what was written, each time where others may write the file too. */
    private void afterwards(byte[] bytes, WorkspaceFormat format, long generation, boolean changed) {
        boolean shared = format == WorkspaceFormat.LEAPP;
        if (changed) {
            attempt("keep a backup", () -> backups.keep(bytes, generation, format));
        }
        if (changed || shared) {
            Optional<String> digest = shared ? Optional.of(LastWrite.digestOf(bytes)) : Optional.empty();
            LastWrite.Note note = new LastWrite.Note(format, Optional.empty(), generation, digest);
            attempt("note the generation", () -> lastWrite.remember(note));
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** The workspace is written already: what fails now must not look as if it were not. */
    private void attempt(String what, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "{0} is written, but Leapp could not {1}: {2}", file, what, e.toString());
        }
    }
}
