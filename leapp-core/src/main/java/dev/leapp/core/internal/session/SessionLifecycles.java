package dev.leapp.core.internal.session;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.AttemptId;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the life cycle of sessions is put together from.
 *
 * @param newId gives new random ids
 */
public record SessionLifecycles(
        LeappDirectory directory,
        WorkspaceRepository repository,
        PluginRegistry plugins,
        SecretStore store,
        CredentialCache cache,
        PromptedCredentials prompted,
        AtomicFile files,
        UserInteraction interaction,
        Supplier<String> newId,
        List<LeappListener> listeners,
        Clock clock) {

    public SessionLifecycle compose() {
        Receipts receipts = new Receipts(directory.receipts(), files);
        Outcomes outcomes = new Outcomes(directory.outcomes(), files);
        AttemptLocks locks = new AttemptLocks(directory.locks(), outcomes, interaction.isInteractive(), clock);
        Chains chains = new Chains(plugins);
        Publisher publisher = new Publisher(chains, receipts, store);
        Touched touched = new Touched();
        SessionStopper stopper =
                new SessionStopper(repository, publisher, receipts, cache, locks, touched, interaction::inform);
        Failures failures = new Failures(repository, touched, clock);
        Issuer issuer = new Issuer(plugins, store, interaction, clock);
        CredentialSource source =
                new CredentialSource(repository, locks, cache, prompted, issuer, stopper, failures, clock);
        Expiry expiry = new Expiry(chains, receipts, clock);
        Standings standings = new Standings(repository, chains, receipts, locks);
        Supplier<AttemptId> attempts = () -> new AttemptId(newId.get());
        return new SessionLifecycle(
                repository,
                new SessionViews(repository, receipts, locks, expiry, standings),
                new SessionStarter(
                        repository,
                        source,
                        publisher,
                        stopper,
                        locks,
                        failures,
                        expiry,
                        standings,
                        touched,
                        attempts,
                        clock),
                stopper,
                source,
                touched,
                new SessionEvents(listeners));
    }
}
