package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session that is here, and what upstream tells of it now. What the user changed stays: the name unless it is the one that the last
 * sync gave, and all that upstream says nothing of.
 */
record Overlay(Session here, UpstreamSession upstream, String wantedName) {

    private SessionOrigin origin() {
        return here.origin().orElseThrow();
    }

    /** Whether it needs another name: upstream calls it otherwise now, and the user did not name it. */
    boolean isRenamed() {
        return origin().upstreamName().filter(here.name()::equals).isPresent() && !isWanted(here.name());
    }

    private boolean isWanted(String name) {
        return TakenNames.isMadeOf(wantedName, upstream.account().id(), name);
    }

    /** Returns what changes, empty if nothing does. */
    Optional<Changed> changed(TakenNames names) {
        List<String> changes = new ArrayList<>();
        Session.Builder next = ofType(changes);
        if (isRenamed()) {
            String name = names.take(wantedName, upstream.account().id(), free -> true);
            changes.add("name: " + here.name() + " -> " + name);
            next.name(name);
        }
        settings(next, changes);
        origin().orphanedSince().ifPresent(since -> changes.add("is there again"));
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Changed(here, known(next), changes));
    }

    private Session.Builder ofType(List<String> changes) {
        if (here.type().equals(upstream.type())) {
            return here.toBuilder();
        }
        changes.add("type: " + here.type() + " -> " + upstream.type());
        Session.Builder next = Session.builder(here.id(), here.name(), upstream.type(), here.region())
                .profileId(here.profileId().orElse(null))
                .chain(here.chain().orElse(null))
                .lastStartedAt(here.lastStartedAt().orElse(null));
        here.settings().forEach(next::setting);
        here.tags().forEach(next::tag);
        return next;
    }

    private void settings(Session.Builder next, List<String> changes) {
        for (Map.Entry<String, String> setting : upstream.settings().entrySet()) {
            String before = here.settings().getOrDefault(setting.getKey(), "");
            if (!before.equals(setting.getValue())) {
                changes.add(setting.getKey() + ": " + before + " -> " + setting.getValue());
                next.setting(setting.getKey(), setting.getValue());
            }
        }
    }

    /** Notes the name that was given; one that is not known is what the template makes. */
    private Session known(Session.Builder next) {
        String name = next.build().name();
        String given = isWanted(name) ? name : origin().upstreamName().orElse(wantedName);
        SessionOrigin now =
                new SessionOrigin(origin().integration(), origin().upstreamId(), Optional.empty(), Optional.of(given));
        return next.origin(now).build();
    }
}
