package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Works out what a listing changes. Looks at each session a fixed number of times, and does nothing.
 *
 * @param prune whether what is gone is deleted
 * @param now what is gone is so since now
 * @param newId gives new random ids
 */
public record SyncPlanner(
        Integration integration, Listing listing, boolean prune, Instant now, Supplier<String> newId) {

    /** Returns the plan for a workspace, and what it makes of it. */
    public Planned plan(Workspace workspace) {
        Upstream upstream = new Upstream(listing);
        List<Session> ours = ours(workspace, integration.id());
        Departures departures = Departures.of(gone(ours, upstream), workspace, prune, now);
        List<Overlay> overlays = overlays(ours, upstream, departures);
        TakenNames names = names(workspace, departures, overlays);
        List<Changed> changed = overlays.stream()
                .flatMap(overlay -> overlay.changed(names).stream())
                .toList();
        Workspace.Builder next = workspace.toBuilder();
        changed.forEach(each -> next.session(each.after()));
        departures.into(next, workspace);
        List<Added> added = added(ours, upstream, new Arrivals(integration, next.build(), names, newId, next));
        int unchanged = ours.size() - changed.size() - departures.gone().size();
        SyncPlan plan = new SyncPlan(listing, added, changed, departures.gone(), Math.max(0, unchanged));
        return new Planned(
                plan,
                plan.isEmpty() ? workspace : next.build(),
                List.copyOf(departures.deleted().values()));
    }

    /** Returns the sessions that come from an integration. */
    public static List<Session> ours(Workspace workspace, IntegrationId id) {
        return workspace.sessions().stream()
                .filter(session -> session.origin()
                        .map(SessionOrigin::integration)
                        .filter(id::equals)
                        .isPresent())
                .toList();
    }

    private static String upstreamId(Session session) {
        return session.origin().orElseThrow().upstreamId();
    }

    private static List<Session> gone(List<Session> ours, Upstream upstream) {
        return ours.stream()
                .filter(session -> upstream.isGone(upstreamId(session)))
                .toList();
    }

    private List<Overlay> overlays(List<Session> ours, Upstream upstream, Departures departures) {
        NameTemplate template = NameTemplate.of(integration).ofSessions();
        List<Overlay> overlays = new ArrayList<>();
        for (Session session : ours) {
            Optional<UpstreamSession> now = upstream.session(upstreamId(session));
            if (now.isPresent() && !departures.deleted().containsKey(session.id())) {
                overlays.add(new Overlay(session, now.get(), template.name(now.get())));
            }
        }
        return overlays;
    }

    /** Returns the names that stay: what is renamed or deleted gives its name back, so that two may change theirs. */
    private static TakenNames names(Workspace workspace, Departures departures, List<Overlay> overlays) {
        Set<Session> renamed = new HashSet<>();
        overlays.stream().filter(Overlay::isRenamed).forEach(overlay -> renamed.add(overlay.here()));
        TakenNames names = new TakenNames();
        workspace.sessions().stream()
                .filter(session -> !departures.deleted().containsKey(session.id()) && !renamed.contains(session))
                .forEach(session -> names.add(session.name()));
        return names;
    }

    private static List<Added> added(List<Session> ours, Upstream upstream, Arrivals arrivals) {
        Set<String> here = new HashSet<>();
        ours.forEach(session -> here.add(upstreamId(session)));
        return upstream.sessions().stream()
                .filter(session -> !here.contains(session.upstreamId()))
                .map(arrivals::add)
                .toList();
    }
}
