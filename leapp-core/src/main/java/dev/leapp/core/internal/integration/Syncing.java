package dev.leapp.core.internal.integration;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.integration.plan.Planned;
import dev.leapp.core.internal.integration.plan.SyncPlanner;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.session.SessionTexts;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans what a listing changes, and does it: planned anew on the newest workspace, in one write. */
record Syncing(Removal removal, IntegrationFields fields, PluginRegistry plugins, Ids ids, Clock clock) {

    SyncPlan plan(Listing listing, SyncOptions options) {
        Workspace workspace = removal.repository().read().workspace();
        requireTypes(IntegrationDefinitions.get(workspace, listing.integration()), listing);
        return planned(workspace, listing, options, clock.instant()).plan();
    }

    SyncPlan sync(Listing listing, SyncOptions options) {
        Integration integration =
                IntegrationDefinitions.get(removal.repository().read().workspace(), listing.integration());
        requireTypes(integration, listing);
        Instant now = clock.instant();
        SyncPlan done = removal.carryOut(snapshot -> step(snapshot, listing, options, now))
                .orElseThrow(() -> IntegrationTexts.overtaken(integration))
                .update()
                .result();
        if (!done.isEmpty()) {
            removal.care().forgetCached(otherSettings(done));
            removal.care().definitionsChanged();
        }
        return done;
    }

    private Removal.Step<SyncPlan> step(Snapshot snapshot, Listing listing, SyncOptions options, Instant now) {
        Planned planned = planned(snapshot.workspace(), listing, options, now);
        Snapshot next = planned.plan().isEmpty() ? snapshot : snapshot.with(planned.next());
        String alias = IntegrationDefinitions.get(snapshot.workspace(), listing.integration())
                .alias();
        return new Removal.Step<>(new Update<>(next, planned.plan(), "sync integration " + alias), planned.deleted());
    }

    private Planned planned(Workspace workspace, Listing listing, SyncOptions options, Instant now) {
        Integration integration = IntegrationDefinitions.get(workspace, listing.integration());
        return new SyncPlanner(integration, listing, options.prune(), now, ids::next).plan(workspace);
    }

    private void requireTypes(Integration integration, Listing listing) {
        Set<SessionType> brought = fields.provider(integration).sessionTypes();
        Set<SessionType> types =
                listing.sessions().stream().map(UpstreamSession::type).collect(Collectors.toSet());
        for (SessionType type : types) {
            if (!brought.contains(type)) {
                throw IntegrationTexts.undeclaredType(integration, type);
            }
            if (plugins.accessMethod(type).isEmpty()) {
                throw SessionTexts.unknownType(firstOf(type, listing), type);
            }
        }
    }

    private static String firstOf(SessionType type, Listing listing) {
        return listing.sessions().stream()
                .filter(session -> session.type().equals(type))
                .findFirst()
                .map(UpstreamSession::upstreamId)
                .orElse("");
    }

    /** Returns the sessions whose cached credentials may be others' now. */
    private static List<SessionId> otherSettings(SyncPlan plan) {
        return plan.changed().stream()
                .filter(each -> !each.before().settings().equals(each.after().settings())
                        || !each.before().type().equals(each.after().type()))
                .map(each -> each.after().id())
                .toList();
    }
}
