package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.internal.file.FileIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Credentials in memory, where they were read from, and when somebody last did something about them. */
final class Remembered {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final byte[] encoded;
    private final Path file;
    private final FileIdentity cached;
    private final FileIdentity workspace;
    private final Optional<Instant> until;
    private final AtomicReference<Instant> lookedAt;
    private final AtomicReference<Instant> triedAt;
    private volatile boolean wiped;

    Remembered(
            byte[] encoded,
            Path file,
            FileIdentity cached,
            FileIdentity workspace,
            Optional<Instant> until,
            Instant now) {
        this.encoded = encoded;
        this.file = file;
        this.cached = cached;
        this.workspace = workspace;
        this.until = until;
        this.lookedAt = new AtomicReference<>(now);
        this.triedAt = new AtomicReference<>(now);
    }

    Path file() {
        return file;
    }

    FileIdentity cached() {
        return cached;
    }

    FileIdentity workspace() {
        return workspace;
    }

    /** Tells one caller each second that it is the one to look. */
    boolean isToBeLookedAt(Instant now) {
        return isFirstInAWhile(lookedAt, now);
    }

    /** Tells one caller each second that it is the one to refresh. */
    boolean mayBeTriedAt(Instant now) {
        return isFirstInAWhile(triedAt, now);
    }

    /** Returns a copy of its own; nothing if it may not be served any more. */
    Optional<Credentials> copy(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent() ? Optional.empty() : copy();
    }

    /** Nothing if it was wiped before the copy was whole: then the bytes may be anything. */
    private Optional<Credentials> copy() {
        Optional<Credentials> copy;
        try {
            copy = Optional.of(CredentialCodec.decode(encoded));
        } catch (IOException | RuntimeException e) {
            copy = Optional.empty();
        }
        return wiped ? Optional.empty() : copy;
    }

    void wipe() {
        wiped = true;
        Arrays.fill(encoded, (byte) 0);
    }

    /** A clock that was set back counts as a while. */
    private static boolean isFirstInAWhile(AtomicReference<Instant> last, Instant now) {
        Instant before = last.get();
        Duration since = Duration.between(before, now);
        return (since.isNegative() || since.compareTo(PAUSE) >= 0) && last.compareAndSet(before, now);
    }
}
