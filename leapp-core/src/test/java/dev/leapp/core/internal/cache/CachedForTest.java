package dev.leapp.core.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CachedForTest {

    private static final Session ROLE = Session.builder(
                    new SessionId("role"), "role", new SessionType("aws-sso-role"), "eu-west-1")
            .setting("awsSsoConfigurationId", "corp")
            .build();

    private static final Session CHAINED = Session.builder(
                    new SessionId("chained"), "chained", new SessionType("aws-iam-role-chained"), "eu-west-1")
            .setting("parentSessionId", "role")
            .build();

    @Test
    void whatOnePortalGaveIsNotGoodForAnother() {
        assertThat(digest(ROLE, corp("corp", "https://one.example")))
                .isNotEqualTo(digest(ROLE, corp("corp", "https://two.example")));
    }

    @Test
    void norIsWhatWasGotWithIt() {
        assertThat(digest(CHAINED, corp("corp", "https://one.example")))
                .isNotEqualTo(digest(CHAINED, corp("corp", "https://two.example")));
    }

    @Test
    void whatAnIntegrationIsCalledDoesNotMatter() {
        assertThat(digest(ROLE, corp("corp", "https://one.example")))
                .isEqualTo(digest(ROLE, corp("company", "https://one.example")));
    }

    @Test
    void anIntegrationThatTheSessionDoesNotComeFromDoesNotMatter() {
        Workspace alone = workspace(corp("corp", "https://one.example"));
        Integration other = new Integration(new IntegrationId("other"), "other", "aws-sso", Map.of("region", "x"));

        assertThat(digest(ROLE, alone.toBuilder().integration(other).build())).isEqualTo(digest(ROLE, alone));
    }

    private static Integration corp(String alias, String portal) {
        return new Integration(
                new IntegrationId("corp"), alias, "aws-sso", Map.of("portalUrl", portal, "region", "eu-west-1"));
    }

    private static Workspace workspace(Integration integration) {
        return Workspace.builder()
                .integration(integration)
                .session(ROLE)
                .session(CHAINED)
                .build();
    }

    private static String digest(Session session, Integration integration) {
        return digest(session, workspace(integration));
    }

    private static String digest(Session session, Workspace workspace) {
        return CachedFor.of(session, workspace, CredentialRequest.standard()).settingsDigest();
    }
}
