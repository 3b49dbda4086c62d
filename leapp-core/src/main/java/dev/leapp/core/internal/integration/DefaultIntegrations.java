package dev.leapp.core.internal.integration;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.integration.listing.Listings;
import dev.leapp.core.internal.integration.plan.SyncPlanner;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Integrations by way of the workspace, the logins and the plug-ins. */
public final class DefaultIntegrations implements Integrations {

    private final WorkspaceRepository repository;
    private final Logins logins;
    private final Listings listings;
    private final SessionCare care;
    private final IntegrationFields fields;
    private final IntegrationDefinitions definitions;
    private final IntegrationViews views;
    private final Deletion deletion;
    private final Syncing syncing;

    public DefaultIntegrations(
            WorkspaceRepository repository,
            PluginRegistry plugins,
            Logins logins,
            Listings listings,
            SessionCare care,
            Ids ids,
            Clock clock) {
        this.repository = repository;
        this.logins = logins;
        this.listings = listings;
        this.care = care;
        this.fields = new IntegrationFields(plugins);
        this.definitions = new IntegrationDefinitions(repository, fields, logins, ids, this::loggedOut);
        this.views = new IntegrationViews(logins);
        Removal removal = new Removal(repository, care);
        this.deletion = new Deletion(removal, logins);
        this.syncing = new Syncing(removal, listings.applied(), fields, plugins, ids, clock);
    }

    @Override
    public List<IntegrationView> list() {
        return views.all(repository.read().workspace());
    }

    @Override
    public IntegrationView find(String reference) {
        return view(definitions.find(reference).id());
    }

    @Override
    public IntegrationView create(NewIntegration integration) {
        Integration created = definitions.create(integration);
        care.definitionsChanged();
        return view(created.id());
    }

    @Override
    public IntegrationView edit(IntegrationId id, IntegrationEdit edit) {
        try {
            definitions.edit(id, edit);
        } finally {
            care.definitionsChanged();
        }
        return view(id);
    }

    @Override
    public List<Session> dependents(IntegrationId id) {
        Workspace workspace = repository.read().workspace();
        IntegrationDefinitions.get(workspace, id);
        return Deletion.dependents(workspace, id);
    }

    @Override
    public List<Session> delete(IntegrationId id, boolean cascade) {
        List<Session> gone = deletion.delete(definitions.get(id), cascade);
        listings.deleted(id);
        care.definitionsChanged();
        return gone;
    }

    @Override
    public LoginState login(IntegrationId id, LoginFlow flow) {
        Integration integration = definitions.get(id);
        fields.provider(integration);
        Optional<Instant> before = loggedInAt(id);
        LoginState state = logins.login(integration, flow);
        if (!state.loggedInAt().equals(before)) {
            loggedOut(id);
        }
        return state;
    }

    @Override
    public boolean logout(IntegrationId id) {
        Integration integration = definitions.get(id);
        boolean was = logins.logout(integration);
        loggedOut(id);
        return was;
    }

    @Override
    public Listing list(IntegrationId id, SyncOptions options) {
        Integration integration = definitions.get(id);
        fields.requireTemplate(integration);
        Optional<Instant> before = loggedInAt(id);
        Listing listing;
        try {
            listing = listings.list(integration, () -> fields.source(definitions.get(id)), options);
        } catch (RuntimeException | Error e) {
            forgetCachedAfter(e, id, before);
            throw e;
        }
        forgetCachedUnless(id, before);
        return listing;
    }

    private void forgetCachedAfter(Throwable failure, IntegrationId id, Optional<Instant> loggedInAt) {
        try {
            forgetCachedUnless(id, loggedInAt);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Somebody who logs in while it is listed may be somebody else. */
    private void forgetCachedUnless(IntegrationId id, Optional<Instant> stillLoggedInAt) {
        if (!loggedInAt(id).equals(stillLoggedInAt)) {
            forgetCached(id);
        }
    }

    @Override
    public SyncPlan plan(Listing listing, SyncOptions options) {
        return syncing.plan(listing, options);
    }

    @Override
    public SyncPlan sync(Listing listing, SyncOptions options) {
        return syncing.sync(listing, options);
    }

    @Override
    public SyncPlan sync(SyncPlan agreed, SyncOptions options) {
        return syncing.sync(agreed, options);
    }

    private IntegrationView view(IntegrationId id) {
        return views.one(repository.read().workspace(), id);
    }

    /** The next one who logs in may be somebody else. */
    private void loggedOut(IntegrationId id) {
        listings.forget(id);
        forgetCached(id);
    }

    private Optional<Instant> loggedInAt(IntegrationId id) {
        return logins.state(id).loggedInAt();
    }

    private void forgetCached(IntegrationId id) {
        Workspace workspace = repository.read().workspace();
        care.forgetCached(
                SyncPlanner.ours(workspace, id).stream().map(Session::id).toList());
    }
}
