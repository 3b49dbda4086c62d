package dev.leapp.core.internal.workspace.json;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.IntegrationId;
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
import java.util.Map;
import java.util.Optional;

/** Snapshots for tests. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");

    private Samples() {}

    public static Session session(String id) {
        return Session.builder(new SessionId(id), "session " + id, new SessionType("aws-iam-user"), "eu-west-1")
                .build();
    }

    /** Returns a snapshot that uses every field there is. */
    public static Snapshot full() {
        Session everything = session("everything").toBuilder()
                .name("größe \uD83D\uDD11 \"quoted\"")
                .profileId(new ProfileId("p-1"))
                .setting("mfaDevice", "arn:aws:iam::1:mfa/x")
                .setting("zebra", "first")
                .setting("aardvark", "second")
                .tag("team", "core")
                .chain("aws-credential-process")
                .lastStartedAt(NOON)
                .origin(new SessionOrigin(
                        new IntegrationId("i-1"), "123456789012/admin", Optional.of(NOON), Optional.of("corp-admin")))
                .build();
        Session unknownType = Session.builder(
                        new SessionId("unknown"), "unknown", new SessionType("moon-base-42"), "crater")
                .setting("anything", "at all")
                .origin(new SessionOrigin(new IntegrationId("i-1"), "u", Optional.empty()))
                .build();
        Workspace workspace = Workspace.builder()
                .defaultRegion("eu-central-1")
                .defaultLocation("westeurope")
                .profile(new NamedProfile(new ProfileId("p-1"), "default"))
                .profile(new NamedProfile(new ProfileId("p-2"), "ops team"))
                .idpUrl(new IdpUrl(new IdpUrlId("u-1"), "https://idp.example/saml"))
                .integration(new Integration(new IntegrationId("i-1"), "our sso", "aws-sso", Map.of("portal", "x")))
                .setting("secret-store", "keychain")
                .session(everything)
                .session(unknownType)
                .session(session("pending"))
                .session(session("over"))
                .build();
        return new Snapshot(
                workspace,
                Map.of(
                        new SessionId("pending"),
                        new SessionState.Pending(new AttemptId("a-1"), NOON),
                        new SessionId("unknown"),
                        new SessionState.Active(NOON, Optional.empty(), Optional.empty()),
                        new SessionId("over"),
                        new SessionState.LeaseOver(NOON),
                        new SessionId("everything"),
                        new SessionState.Active(
                                NOON,
                                Optional.of(NOON),
                                Optional.of(new Failure(NOON, "unreachable", "no network")),
                                Optional.of(NOON.plusSeconds(900)))));
    }
}
