package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.internal.file.FileIdentity;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What this process has read from the cache, so that asking again takes no lock, no disk and no key. Once a second it looks whether the
 * cached file and the workspace's are still the same: a stop, an edit or a rotation made elsewhere is seen within a second. Everybody
 * gets a copy, so what is forgotten can be wiped.
 */
public final class CredentialMemory implements AutoCloseable {

    /** Many more than any program uses at once; beyond it starts anew. */
    private static final int MOST = 1000;

    private final Map<Key, Remembered> entries = new ConcurrentHashMap<>();
    private final CredentialCache cache;
    private final Path workspaceFile;
    private final Clock clock;
    private volatile boolean closed;

    private record Key(SessionId session, Map<String, String> parameters) {}

    /** Remembers nothing yet, and reads nothing. */
    public CredentialMemory(CredentialCache cache, Path workspaceFile, Clock clock) {
        this.cache = cache;
        this.workspaceFile = workspaceFile;
        this.clock = clock;
    }

    /**
     * Returns what is remembered.
     *
     * @param fresh tells what needs no refresh
     * @param usable tells what may be served while it is refreshed; of its callers one each second gets nothing, and is to refresh it
     */
    public Optional<Credentials> get(
            SessionId session, CredentialRequest request, Predicate<Credentials> fresh, Predicate<Credentials> usable) {
        Key key = new Key(session, request.parameters());
        Remembered found = entries.get(key);
        if (found == null || !isStillThere(key, found)) {
            return Optional.empty();
        }
        return found.copy(clock.instant())
                .filter(copy -> fresh.test(copy) || (usable.test(copy) && !found.mayBeTriedAt(clock.instant())));
    }

    /** Returns what the workspace file is now, to be taken before the workspace is read; empty if it can't be told. */
    public Optional<FileIdentity> workspace() {
        return identity(workspaceFile);
    }

    /**
     * Reads the cache, and remembers what it holds.
     *
     * @param until when it is not to be served any more, however long it is valid
     */
    public Optional<Credentials> read(
            CachedFor key, CredentialRequest request, Optional<FileIdentity> workspace, Optional<Instant> until) {
        Path file = cache.file(key);
        Optional<FileIdentity> cached = identity(file);
        Optional<Credentials> found = cache.get(key);
        if (found.isPresent()
                && workspace.isPresent()
                && cached.filter(FileIdentity::isThere).isPresent()) {
            remember(
                    new Key(key.session(), request.parameters()),
                    new Remembered(
                            CredentialCodec.encode(found.get()),
                            file,
                            cached.get(),
                            workspace.get(),
                            until,
                            clock.instant()));
        }
        return found;
    }

    /** Forgets a session's, and wipes it. */
    public void forget(SessionId session) {
        entries.keySet().stream().filter(key -> key.session().equals(session)).forEach(this::drop);
    }

    /** Forgets everything, and remembers nothing any more. */
    @Override
    public void close() {
        closed = true;
        entries.keySet().forEach(this::drop);
    }

    private void remember(Key key, Remembered found) {
        if (entries.size() >= MOST) {
            entries.keySet().forEach(this::drop);
        }
        Remembered before = entries.put(key, found);
        if (before != null) {
            before.wipe();
        }
        if (closed) {
            drop(key);
        }
    }

    private boolean isStillThere(Key key, Remembered found) {
        if (!found.isToBeLookedAt(clock.instant())) {
            return true;
        }
        boolean same = identity(found.file()).filter(found.cached()::equals).isPresent()
                && workspace().filter(found.workspace()::equals).isPresent();
        if (!same && entries.remove(key, found)) {
            found.wipe();
        }
        return same;
    }

    private void drop(Key key) {
        Remembered gone = entries.remove(key);
        if (gone != null) {
            gone.wipe();
        }
    }

    private static Optional<FileIdentity> identity(Path file) {
        try {
            return Optional.of(FileIdentity.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
