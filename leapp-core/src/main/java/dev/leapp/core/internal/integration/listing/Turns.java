package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.port.UserInteraction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One at a time for each integration on the whole machine.
 *
 * @param locks where the locks lie
 * @param what what is done in turn, such as {@code listed}
 * @param patience how long to wait for another one
 */
public record Turns(Path locks, String what, UserInteraction interaction, Duration patience) {

    InterProcessLock.Held acquire(Integration integration) {
        Path file = locks.resolve(what + "-" + FileNames.of(integration.id()) + ".lock");
        String elsewhere = "Integration '" + integration.alias() + "' is being " + what + " elsewhere";
        String purpose = "integration " + integration.alias() + " is being " + what;
        try {
            InterProcessLock lock = InterProcessLock.at(file);
            Optional<InterProcessLock.Held> free = lock.tryAcquire(purpose);
            if (free.isPresent()) {
                return free.get();
            }
            interaction.progress(elsewhere + "; waiting for that");
            return lock.acquire(patience, purpose);
        } catch (LockTimeoutException e) {
            throw new LeappException(
                    CoreErrorCode.LOCK_TIMEOUT,
                    elsewhere + ": " + e.getMessage(),
                    "end that other command, or wait for it",
                    e);
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeappException(
                    CoreErrorCode.CANCELLED,
                    "Integration '" + integration.alias() + "' is not " + what + ": cancelled",
                    null,
                    e);
        }
    }
}
