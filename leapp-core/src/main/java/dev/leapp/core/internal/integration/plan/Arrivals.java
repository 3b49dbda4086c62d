package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes sessions of what is new upstream. A session and its profile have the same name, unless all share one profile. */
final class Arrivals {

    private final Integration integration;
    private final NameTemplate template;
    private final TakenNames names;
    private final Supplier<String> newId;
    private final Workspace.Builder next;
    private final String region;
    private final Map<String, NamedProfile> profiles = new HashMap<>();

    Arrivals(
            Integration integration,
            Workspace workspace,
            TakenNames names,
            Supplier<String> newId,
            Workspace.Builder next) {
        this.integration = integration;
        this.template = NameTemplate.of(integration);
        this.names = names;
        this.newId = newId;
        this.next = next;
        String ofIntegration = integration.settings().getOrDefault(IntegrationDescriptor.SESSION_REGION, "");
        this.region = ofIntegration.isEmpty() ? workspace.defaultRegion() : ofIntegration;
        workspace.profiles().forEach(profile -> profiles.put(profile.name(), profile));
    }

    Added add(UpstreamSession upstream) {
        List<String> notes = new ArrayList<>();
        String name = name(upstream, notes);
        NamedProfile profile = profile(template.isShared() ? template.name(upstream) : name);
        if (template.isShared()) {
            notes.add("shares the profile '" + profile.name() + "', as all sessions of the integration do");
        }
        Session session = session(upstream, name, profile.id());
        next.session(session);
        return new Added(session, profile.name(), notes);
    }

    private String name(UpstreamSession upstream, List<String> notes) {
        String wanted = template.ofSessions().name(upstream);
        String name = names.take(wanted, upstream.account().id(), this::isUsable);
        if (!name.equals(wanted)) {
            notes.add(
                    wanted.equals(NamedProfile.DEFAULT)
                            ? "'default' is not used unless the template is just that: '" + name + "' instead"
                            : "the name '" + wanted + "' is taken: '" + name + "' instead");
        }
        return name;
    }

    /** A profile of that name must not be there yet, nor become the one that is used where none is named. */
    private boolean isUsable(String name) {
        return template.isShared() || (!name.equals(NamedProfile.DEFAULT) && !profiles.containsKey(name));
    }

    private NamedProfile profile(String name) {
        return profiles.computeIfAbsent(name, key -> {
            NamedProfile made = new NamedProfile(new ProfileId(newId.get()), key);
            next.profile(made);
            return made;
        });
    }

    private Session session(UpstreamSession upstream, String name, ProfileId profile) {
        Session.Builder session = Session.builder(new SessionId(newId.get()), name, upstream.type(), region)
                .profileId(profile)
                .origin(new SessionOrigin(
                        integration.id(), upstream.upstreamId(), Optional.empty(), Optional.of(name)));
        upstream.settings().forEach(session::setting);
        return session.build();
    }
}
