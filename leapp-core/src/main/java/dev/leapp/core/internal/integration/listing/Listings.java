package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.IntegrationProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists what may be reached upstream. One listing at a time for each integration on the whole machine; who waited for another takes up
 * what that one left.
 *
 * @param locks where the locks lie
 * @param patience how long to wait for another listing
 */
public record Listings(
        Path locks, Journals journals, Logins logins, UserInteraction interaction, Duration patience, Clock clock) {

    /** How long to wait for another listing: longer than any takes. */
    public static final Duration PATIENCE = Duration.ofMinutes(20);

    public Listing list(Integration integration, IntegrationProvider provider, SyncOptions options) {
        InterProcessLock.Held held = acquire(integration);
        try (held) {
            return alone(integration, provider, options);
        }
    }

    /** Throws away what an unfinished listing has found. */
    public void forget(IntegrationId integration) {
        journals.forget(integration);
    }

    private Listing alone(Integration integration, IntegrationProvider provider, SyncOptions options) {
        Progress progress = new Progress(interaction, integration.alias(), clock);
        String facts = Facts.of(integration, options.filter());
        try (Journal journal = journals.open(integration.id(), facts, clock.instant(), options.afresh())) {
            Discovered discovered = new Discovered(integration, options.filter(), journal, progress);
            progress.accounts();
            provider.list(logins.of(integration), logins.context(integration, LoginFlow.AUTO), discovered);
            Listing listing = discovered.listing(clock.instant());
            if (discovered.isComplete()) {
                journal.delete();
            }
            return listing;
        }
    }

    private InterProcessLock.Held acquire(Integration integration) {
        Path file = locks.resolve("listing-" + FileNames.of(integration.id()) + ".lock");
        String purpose = "listing of integration " + integration.alias();
        try {
            InterProcessLock lock = InterProcessLock.at(file);
            Optional<InterProcessLock.Held> free = lock.tryAcquire(purpose);
            if (free.isPresent()) {
                return free.get();
            }
            interaction.progress(
                    "Integration '" + integration.alias() + "' is being listed elsewhere; waiting for that");
            return lock.acquire(patience, purpose);
        } catch (LockTimeoutException e) {
            throw new LeappException(
                    CoreErrorCode.LOCK_TIMEOUT,
                    "Integration '" + integration.alias() + "' is being listed elsewhere: " + e.getMessage(),
                    "end that other command, or wait for it",
                    e);
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        } catch (InterruptedException e) {
            throw cancelled(integration, e);
        }
    }

    private static LeappException cancelled(Integration integration, @Nullable Throwable cause) {
        Thread.currentThread().interrupt();
        return new LeappException(
                CoreErrorCode.CANCELLED,
                "Integration '" + integration.alias() + "' is not listed: cancelled",
                null,
                cause);
    }
}
