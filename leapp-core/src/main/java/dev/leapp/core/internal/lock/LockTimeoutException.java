package dev.leapp.core.internal.lock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Somebody else held the lock for longer than the caller would wait. */
public final class LockTimeoutException extends IOException {

    private final transient Optional<LockOwner> owner;

    LockTimeoutException(Path file, Duration timeout, Optional<LockOwner> owner) {
        super("The lock " + file + " was held for longer than " + timeout.toMillis() / 1000.0 + " s by "
                + owner.map(LockOwner::toString).orElse("another process"));
        this.owner = owner;
    }

    /** Returns who held it, as far as it was known. */
    public Optional<LockOwner> owner() {
        return owner;
    }
}
