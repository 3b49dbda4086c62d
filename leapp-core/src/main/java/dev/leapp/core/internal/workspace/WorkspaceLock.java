package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.Symlinks;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.internal.lock.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The lock under which the workspace file is changed. A leaf: nothing is waited for while it is held. */
record WorkspaceLock(Path file, Duration patience, Waiting waiting, WorkspaceTroubles troubles) {

    InterProcessLock.Held acquire() {
        Path lockFile = lockFile();
        try {
            return new InterProcessLock(lockFile, waiting).acquire(patience, "workspace");
        } catch (LockTimeoutException e) {
            throw troubles.busy(e);
        } catch (IOException e) {
            throw WriteTrouble.of(lockFile, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.interrupted(e);
        }
    }

    /** Beside the file that is really written, so that everybody who has a link to it takes the same lock. */
    private Path lockFile() throws WorkspaceException {
        try {
            Path target = Symlinks.follow(file);
            boolean missing = !Files.isDirectory(target.resolveSibling("."));
            if (missing && Files.isSymbolicLink(file)) {
                throw troubles.linkLeadsNowhere(target);
            }
            return target.resolveSibling("locks").resolve("workspace.lock");
        } catch (IOException e) {
            throw troubles.notReadable(e);
        }
    }
}
