package dev.leapp.core.internal.integration;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.integration.listing.Applied;
import dev.leapp.core.internal.integration.plan.Planned;
import dev.leapp.core.internal.integration.plan.SyncPlanner;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.session.SessionTexts;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans what a listing changes, and does it: planned anew on the newest workspace, in one write. */
record Syncing(
        Removal removal, Applied applied, IntegrationFields fields, PluginRegistry plugins, Ids ids, Clock clock) {

    /**
     * What is to be applied.
     *
     * @param may the sessions that may be deleted, empty for all that are gone
     */
    private record Wanted(Listing listing, SyncOptions options, Optional<Set<SessionId>> may, Instant now) {}

    SyncPlan plan(Listing listing, SyncOptions options) {
        Workspace workspace = removal.repository().read().workspace();
        requireTypes(IntegrationDefinitions.get(workspace, listing.integration()), listing);
        return planned(workspace, new Wanted(listing, options, Optional.empty(), clock.instant()))
                .plan();
    }

    SyncPlan sync(Listing listing, SyncOptions options) {
        return sync(new Wanted(listing, options, Optional.empty(), clock.instant()));
    }

    /** Does what was agreed to, and deletes nothing else. */
    SyncPlan sync(SyncPlan agreed, SyncOptions options) {
        return sync(new Wanted(agreed.listing(), options, Optional.of(agreed.deleted()), clock.instant()));
    }

    private SyncPlan sync(Wanted wanted) {
        Integration integration = IntegrationDefinitions.get(
                removal.repository().read().workspace(), wanted.listing().integration());
        requireTypes(integration, wanted.listing());
        SyncPlan done = applied.inTurn(integration, () -> inTurn(integration, wanted));
        if (!done.isEmpty()) {
            removal.care().forgetCached(otherSettings(done));
            removal.care().definitionsChanged();
        }
        return done;
    }

    /** What an older listing would change is what a newer one knows better. */
    private SyncPlan inTurn(Integration integration, Wanted wanted) {
        SyncPlan plan = step(removal.repository().read(), wanted).update().result();
        if (applied.isOvertaken(wanted.listing())) {
            if (!plan.isEmpty()) {
                throw IntegrationTexts.olderListing(integration);
            }
            return plan;
        }
        applied.note(wanted.listing());
        return removal.carryOut(snapshot -> step(snapshot, wanted))
                .orElseThrow(() -> IntegrationTexts.overtaken(integration))
                .update()
                .result();
    }

    private Removal.Step<SyncPlan> step(Snapshot snapshot, Wanted wanted) {
        Planned planned = planned(snapshot.workspace(), wanted);
        Integration integration = IntegrationDefinitions.get(
                snapshot.workspace(), wanted.listing().integration());
        requireAgreed(integration, planned.deleted(), wanted);
        Snapshot next = planned.plan().isEmpty() ? snapshot : snapshot.with(planned.next());
        String reason = "sync integration " + integration.alias();
        return new Removal.Step<>(new Update<>(next, planned.plan(), reason), planned.deleted());
    }

    private Planned planned(Workspace workspace, Wanted wanted) {
        Listing listing = wanted.listing();
        Integration integration = IntegrationDefinitions.get(workspace, listing.integration());
        if (!fields.digest(integration).equals(listing.source())) {
            throw IntegrationTexts.elsewhere(integration);
        }
        return new SyncPlanner(integration, listing, wanted.options().prune(), wanted.now(), ids::next).plan(workspace);
    }

    private static void requireAgreed(Integration integration, List<Session> going, Wanted wanted) {
        List<Session> more = going.stream()
                .filter(session ->
                        wanted.may().filter(may -> !may.contains(session.id())).isPresent())
                .toList();
        if (!more.isEmpty()) {
            throw IntegrationTexts.moreWouldGo(integration, more);
        }
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
