package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.UnsyncedDirectoryException;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.session.IntegrationId;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which listing of an integration was applied last, in a small file beside its journal: an older one knows less, and must not undo what
 * that brought.
 */
public record Applied(Path directory, AtomicFile files, Turns turns, Clock clock) {

    private static final Logger LOG = System.getLogger(Applied.class.getName());

    /** Does it while nobody else on this machine applies a listing of the integration. */
    public <R> R inTurn(Integration integration, Supplier<R> action) {
        InterProcessLock.Held held = turns.acquire(integration);
        try (held) {
            return action.get();
        }
    }

    /** Whether a listing is older than the last one that was applied. A moment to come, after a change of the clock, tells nothing. */
    public boolean isOvertaken(Listing listing) {
        return last(listing.integration())
                .filter(moment -> !moment.isAfter(clock.instant()))
                .filter(listing.listedAt()::isBefore)
                .isPresent();
    }

    /** Notes that a listing is applied; for the one whose turn it is. */
    public void note(Listing listing) {
        Path file = file(listing.integration());
        try {
            files.write(file, listing.listedAt().toString().getBytes(StandardCharsets.UTF_8));
        } catch (UnsyncedDirectoryException e) {
            LOG.log(Level.DEBUG, "{0} is written, but might not outlive a power failure: {1}", file, e.toString());
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    /** Forgets it: the integration is no more. */
    void forget(IntegrationId integration) {
        try {
            files.delete(file(integration));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The mark of a listing is not deleted: {0}", e.toString());
        }
    }

    private Optional<Instant> last(IntegrationId integration) {
        try {
            return Optional.of(Instant.parse(Files.readString(file(integration)).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The mark of a listing can''t be read: {0}", e.toString());
            return Optional.empty();
        }
    }

    private Path file(IntegrationId integration) {
        return directory.resolve(FileNames.of(integration) + ".applied");
    }
}
