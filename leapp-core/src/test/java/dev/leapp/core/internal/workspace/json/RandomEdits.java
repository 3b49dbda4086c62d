package dev.leapp.core.internal.workspace.json;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes edits as a user's commands make them, at random. Times are whole milliseconds, and later each time. */
final class RandomEdits {

    private final Random random;
    private Instant now = Instant.parse("2026-11-23T12:00:00.001Z");

    RandomEdits(Random random) {
        this.random = random;
    }

    Snapshot next(Snapshot snapshot) {
        now = now.plusMillis(1 + random.nextInt(100_000));
        return switch (random.nextInt(9)) {
            case 0 -> start(snapshot, any(snapshot));
            case 1 -> snapshot.with(any(snapshot).id(), SessionState.inactive());
            case 2 ->
                snapshot.with(any(snapshot).id(), new SessionState.Pending(new AttemptId(word()), now.plusNanos(7)));
            case 3 -> snapshot.with(add(snapshot.workspace().toBuilder()).build());
            case 4 -> snapshot.with(remove(snapshot).build());
            default -> reversible(snapshot);
        };
    }

    /** Returns a snapshot with the same elements in the same states, some of which have other values. */
    Snapshot reversible(Snapshot snapshot) {
        Workspace workspace = snapshot.workspace();
        Workspace.Builder next = workspace.toBuilder();
        switch (random.nextInt(5)) {
            case 0 -> next.profile(new NamedProfile(new ProfileId(LeappFixture.DEV_PROFILE), word()));
            case 1 -> next.idpUrl(new IdpUrl(new IdpUrlId(LeappFixture.IDP_URL), "https://" + word()));
            case 2 -> next.integration(changed(any(workspace.integrations())));
            case 3 -> next.setting("chain.aws", word()).defaultRegion(word());
            default -> next.session(changed(any(snapshot)));
        }
        return snapshot.with(next.build());
    }

    private Snapshot start(Snapshot snapshot, Session session) {
        Optional<Instant> expiry = random.nextBoolean() ? Optional.of(now.plusSeconds(3600)) : Optional.empty();
        Optional<Failure> failure =
                random.nextBoolean() ? Optional.of(new Failure(now, word(), word())) : Optional.empty();
        Optional<Instant> lease = random.nextBoolean() ? Optional.of(now.plusSeconds(900)) : Optional.empty();
        Session started = session.toBuilder().lastStartedAt(now).build();
        return snapshot.with(snapshot.workspace().toBuilder().session(started).build())
                .with(session.id(), new SessionState.Active(now, expiry, failure, lease));
    }

    private Workspace.Builder add(Workspace.Builder workspace) {
        Session.Builder session = Session.builder(
                        new SessionId(word()), word(), new SessionType("aws-iam-user"), "eu-west-1")
                .profileId(new ProfileId(LeappFixture.DEV_PROFILE))
                .setting("mfaDevice", random.nextBoolean() ? word() : "")
                .setting("duration", random.nextBoolean() ? word() : "");
        return workspace.session(session.build());
    }

    private Workspace.Builder remove(Snapshot snapshot) {
        Workspace workspace = snapshot.workspace();
        Session session = any(snapshot);
        boolean last = workspace.sessions().size() < 3;
        boolean referredTo = !workspace.referringTo(session.id().value()).isEmpty();
        return last || referredTo
                ? workspace.toBuilder()
                : workspace.toBuilder().removeSession(session.id());
    }

    private Session changed(Session session) {
        Session.Builder next = session.toBuilder();
        switch (random.nextInt(6)) {
            case 0 -> next.name(word());
            case 1 -> next.region(word());
            case 2 -> next.tag("team", random.nextBoolean() ? word() : "");
            case 3 -> next.setting("duration", word());
            case 4 -> next.chain(random.nextBoolean() ? word() : null);
            default ->
                next.origin(session.origin()
                        .map(origin -> new SessionOrigin(
                                origin.integration(),
                                origin.upstreamId(),
                                Optional.of(now.plusNanos(7)),
                                Optional.of(word())))
                        .orElse(null));
        }
        return next.build();
    }

    private Integration changed(Integration integration) {
        Map<String, String> settings = new LinkedHashMap<>(integration.settings());
        settings.put(random.nextBoolean() ? "region" : "own", word());
        return new Integration(integration.id(), word(), integration.type(), settings);
    }

    private Session any(Snapshot snapshot) {
        return any(snapshot.workspace().sessions());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String word() {
        return "w" + random.nextInt(1_000_000);
    }
}
