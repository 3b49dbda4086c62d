package dev.leapp.core.internal.session;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.attempt.Attempts;
import dev.leapp.core.internal.attempt.Outcomes;
import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.CredentialMemory;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.AttemptId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the life cycle of sessions is put together from.
 *
 * @param newId gives new random ids
 * @param refreshing runs refreshes off the caller's thread
 */
public record SessionLifecycles(
        LeappDirectory directory,
        WorkspaceRepository repository,
        PluginRegistry plugins,
        SecretStore store,
        Logins logins,
        CredentialCache cache,
        PromptedCredentials prompted,
        AtomicFile files,
        UserInteraction interaction,
        Supplier<String> newId,
        List<LeappListener> listeners,
        RandomGenerator random,
        Optional<Executor> refreshing,
        Issuances issuances,
        Clock clock) {

    public SessionLifecycle compose() {
        Receipts receipts = new Receipts(directory.receipts(), files);
        Attempts attempts = new Attempts(new Outcomes(directory.outcomes(), files), interaction::isInteractive, clock);
        Jitter jitter = new Jitter(random);
        AttemptLocks locks =
                new AttemptLocks(directory.locks(), attempts, new BackOff(jitter), new Healing(repository, logins));
        Chains chains = new Chains(plugins);
        Publisher publisher = new Publisher(chains, receipts, store);
        Touched touched = new Touched();
        CredentialMemory memory = new CredentialMemory(cache, directory.workspaceFile(), clock);
        SessionStopper stopper = new SessionStopper(
                repository,
                publisher,
                receipts,
                cache,
                memory,
                locks,
                new StopMarks(directory.stops(), files),
                touched,
                interaction::inform);
        Leases leases = new Leases(repository, stopper, touched, clock);
        Failures failures = new Failures(repository, touched, clock);
        Issuer issuer = new Issuer(plugins, store, logins, interaction, clock);
        Freshness freshness = new Freshness(jitter, clock);
        Expiry expiry = new Expiry(chains, receipts, clock);
        Standings standings = new Standings(repository, chains, receipts, locks);
        SessionViews views = new SessionViews(repository, receipts, locks, expiry, standings);
        Tellings tellings = new Tellings(repository, views, touched, new SessionEvents(listeners));
        CredentialSource source = new CredentialSource(
                repository,
                locks,
                cache,
                memory,
                prompted,
                issuer,
                stopper,
                leases,
                failures,
                freshness,
                new RefreshAhead(locks, freshness, tellings::ofTouched, refreshing));
        Supplier<AttemptId> attemptIds = () -> new AttemptId(newId.get());
        SessionStarter starter = new SessionStarter(
                repository,
                source,
                publisher,
                stopper,
                leases,
                locks,
                failures,
                expiry,
                standings,
                touched,
                issuances,
                attemptIds,
                clock);
        RotateAhead rotation = new RotateAhead(repository, starter, source, locks, freshness);
        Forgetting forgetting = new Forgetting(repository, stopper, prompted, issuer);
        return new SessionLifecycle(
                repository, views, starter, stopper, leases, source, forgetting, rotation, tellings);
    }
}
