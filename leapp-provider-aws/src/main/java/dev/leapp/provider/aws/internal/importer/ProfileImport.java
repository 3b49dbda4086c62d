package dev.leapp.provider.aws.internal.importer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.WorkspaceImport;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.provider.aws.internal.access.IamUserFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes sessions of profiles. */
final class ProfileImport {

    private static final SessionType CHAINED = new SessionType("aws-iam-role-chained");
    private static final SessionType SSO_ROLE = new SessionType("aws-sso-role");
    private static final String SESSION = "session";
    /** As Leapp names the sessions of a role that says nothing else. */
    private static final String ROLE_SESSION_NAME = "assumed-from-leapp";

    private final Portals portals;
    private final SourceProfiles sources;
    private final WorkspaceImport.Builder found;
    private final Set<String> origins = new HashSet<>();
    private final List<String> withKeys = new ArrayList<>();

    ProfileImport(Portals portals, SourceProfiles sources, WorkspaceImport.Builder found) {
        this.portals = portals;
        this.sources = sources;
        this.found = found;
    }

    /** Returns the profiles whose access keys were taken. */
    List<String> withKeys() {
        return withKeys;
    }

    void take(ProfileParts parts) {
        String name = parts.profile().name();
        if (parts.published().isPresent()) {
            refuse(
                    name,
                    "Leapp itself published it, for session "
                            + parts.published().get());
            return;
        }
        if (parts.role().present()) {
            role(parts);
        } else if (parts.sso().present()) {
            ssoRole(parts);
        }
        if (parts.keys().present()) {
            user(parts);
        } else if (!parts.role().present() && !parts.sso().present()) {
            refuse(name, withoutCredentials(parts.profile()));
        }
    }

    private void user(ProfileParts parts) {
        AwsProfile profile = parts.profile();
        boolean alone = !parts.role().present() && !parts.sso().present();
        String name = alone ? profile.name() : profile.name() + "-source";
        if (!parts.keys().isGood()) {
            refuse(name, parts.keys().problem());
            return;
        }
        SessionId id = parts.keysId();
        Session.Builder session = session(id, name, IamUserFactory.TYPE, profile);
        if (alone) {
            set(session, IamUserFactory.MFA_DEVICE, profile.value("mfa_serial"));
        }
        add(session, profile);
        secret(id, IamUserFactory.ACCESS_KEY_ACCOUNT, profile.value("aws_access_key_id"));
        secret(id, IamUserFactory.SECRET_KEY_ACCOUNT, profile.value("aws_secret_access_key"));
        withKeys.add(profile.name());
    }

    private void role(ProfileParts parts) {
        AwsProfile profile = parts.profile();
        if (!parts.role().isGood()) {
            refuse(profile.name(), parts.role().problem());
            return;
        }
        SourceProfiles.Parent parent = sources.of(profile.name());
        if (parent.session().isEmpty()) {
            refuse(profile.name(), parent.problem());
            return;
        }
        Session.Builder session = session(DerivedIds.session(profile.name()), profile.name(), CHAINED, profile);
        set(session, "roleArn", profile.value("role_arn"));
        set(session, "parentSessionId", parent.session().map(SessionId::value));
        session.setting("roleSessionName", profile.value("role_session_name").orElse(ROLE_SESSION_NAME));
        set(session, "externalId", profile.value("external_id"));
        set(session, IamUserFactory.MFA_DEVICE, profile.value("mfa_serial"));
        set(session, "duration", profile.value("duration_seconds"));
        add(session, profile);
    }

    private void ssoRole(ProfileParts parts) {
        AwsProfile profile = parts.profile();
        if (!parts.sso().isGood()) {
            refuse(profile.name(), parts.sso().problem());
            return;
        }
        Integration integration = portals.of(profile);
        String role = profile.value("sso_account_id").orElseThrow() + "/"
                + profile.value("sso_role_name").orElseThrow();
        Session.Builder session = session(DerivedIds.session(profile.name()), profile.name(), SSO_ROLE, profile)
                .setting("roleArn", "arn:aws:iam::" + role)
                .setting("awsSsoConfigurationId", integration.id().value());
        if (origins.add(integration.id() + " " + role)) {
            session.origin(new SessionOrigin(integration.id(), role, Optional.empty()));
        }
        add(session, profile);
    }

    private static String withoutCredentials(AwsProfile profile) {
        if (profile.has("credential_process")) {
            return "credential_process runs a program of its own";
        }
        if (profile.has("web_identity_token_file") || profile.has("credential_source")) {
            return "it takes credentials of the machine that the file is for";
        }
        return profile.has("login_session")
                ? "login_session belongs to 'aws login'"
                : "it has no credentials, only "
                        + String.join(", ", profile.values().keySet());
    }

    private static Session.Builder session(SessionId id, String name, SessionType type, AwsProfile profile) {
        return Session.builder(id, name, type, profile.value("region").orElse(""))
                .profileId(DerivedIds.profile(profile.name()));
    }

    private void add(Session.Builder session, AwsProfile profile) {
        found.profile(new NamedProfile(DerivedIds.profile(profile.name()), profile.name()));
        found.session(session.build());
    }

    private static void set(Session.Builder session, String field, Optional<String> value) {
        value.ifPresent(given -> session.setting(field, given));
    }

    private void secret(SessionId id, String account, Optional<String> value) {
        value.ifPresent(given -> found.secret(id, account, Secret.of(given)));
    }

    private void refuse(String name, String reason) {
        found.refuse(SESSION, name, reason);
    }
}
