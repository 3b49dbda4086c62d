package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.FileIdentity;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what others do to a workspace, and not what is done through this repository. Others' changes are found by {@link #look()}, and at each update
 * in the former state that it is made from, so that none is lost between two looks.
 */
public final class WatchedRepository implements WorkspaceRepository {

    private static final Logger LOG = System.getLogger(WatchedRepository.class.getName());

    private final WorkspaceRepository repository;
    private final Supplier<Optional<Snapshot>> unasked;
    private final Path file;

    /** What the file was when it was last read here; at first, when it was opened. */
    private @Nullable FileIdentity seen;
    /** Whether it was read again, after it had changed, when it could not have changed unnoticed any more. */
    private boolean settled;
    /** What others' changes are measured by: the last state found or made here. */
    private @Nullable Snapshot known;

    private Changes untold = Changes.NONE;
    private int updatesUnderWay;
    private long updates;

    /**
     * Watches a repository that lies in a file. Reads nothing.
     *
     * @param unasked reads it without asking the user, empty if that is not possible now: looks happen at any time
     */
    public WatchedRepository(WorkspaceRepository repository, Supplier<Optional<Snapshot>> unasked, Path file) {
        this.repository = repository;
        this.unasked = unasked;
        this.file = file;
        this.seen = identity().orElse(null);
    }

    /** One update of ours, which may be made more than once. */
    private static final class Own {
        private @Nullable Snapshot former;
        private @Nullable Snapshot next;
    }

    @Override
    public Snapshot read() {
        return repository.read();
    }

    @Override
    public Optional<Snapshot> readUnasked() {
        return unasked.get();
    }

    @Override
    public <R> R update(Function<Snapshot, Update<R>> change) {
        Own own = new Own();
        try {
            return repository.update(snapshot -> {
                Update<R> update = change.apply(snapshot);
                begin(own, snapshot, update.next());
                return update;
            });
        } catch (RuntimeException | Error e) {
            undo(own);
            throw e;
        } finally {
            end(own);
        }
    }

    @Override
    public void requireWritable() {
        repository.requireWritable();
    }

    @Override
    public String location() {
        return repository.location();
    }

    /** Looks once, and returns what others did that was not returned before. What can't be read now is looked at the next time. */
    public Changes look() {
        try {
            Optional<FileIdentity> now = identity();
            long before = updatesSoFar();
            if (now.isPresent() && isWorthReading(now.get())) {
                unasked.get()
                        .ifPresent(found -> found(found, now.get(), identity().equals(now), before));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "{0} can''t be read now: {1}", file, e.toString());
        }
        return takeUntold();
    }

    /** Takes back what a look returned and could not be told. */
    synchronized void giveBack(Changes changes) {
        untold = changes.and(untold);
    }

    private synchronized boolean isWorthReading(FileIdentity now) {
        return known == null || !settled || !now.equals(seen);
    }

    private synchronized long updatesSoFar() {
        return updates;
    }

    private synchronized Changes takeUntold() {
        Changes taken = untold;
        untold = Changes.NONE;
        return taken;
    }

    /** Takes in what a look found, unless it may be older than what an update here wrote meanwhile. */
    private synchronized void found(Snapshot snapshot, FileIdentity now, boolean steady, long updatesBefore) {
        if (updatesUnderWay > 0 || updates != updatesBefore) {
            return;
        }
        boolean same = steady && now.equals(seen);
        settled = known != null && same;
        learn(snapshot, same);
        seen = now;
    }

    /** Under the workspace's lock, where the file is what the former state was read from. */
    private synchronized void begin(Own own, Snapshot former, Snapshot next) {
        undo(own);
        learn(former, known != null || identity().equals(Optional.ofNullable(seen)));
        if (own.next == null) {
            updatesUnderWay++;
        }
        own.former = former;
        own.next = next;
        known = next;
        updates++;
    }

    private synchronized void undo(Own own) {
        if (own.next != null && own.next.equals(known)) {
            known = own.former;
        }
    }

    private synchronized void end(Own own) {
        if (own.next != null) {
            updatesUnderWay--;
        }
    }

    /** What was there at the opening is not known if it has been replaced since. */
    private void learn(Snapshot snapshot, boolean asAtOpening) {
        if (known != null) {
            untold = untold.and(Changes.between(known, snapshot));
        } else if (!asAtOpening) {
            untold = untold.and(Changes.anything(snapshot));
        }
        known = snapshot;
    }

    private Optional<FileIdentity> identity() {
        try {
            return Optional.of(FileIdentity.of(file));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} can''t be looked at now: {1}", file, e.toString());
            return Optional.empty();
        }
    }
}
