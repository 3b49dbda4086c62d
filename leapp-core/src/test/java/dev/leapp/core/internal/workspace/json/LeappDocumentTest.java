package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.changed;
import static dev.leapp.core.internal.workspace.json.LeappFixture.session;
import static dev.leapp.core.internal.workspace.json.LeappFixture.settings;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.integration.Integration;
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
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeappDocumentTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void everySessionOfTheOriginalIsRead() throws Exception {
        Workspace workspace = LeappFixture.document().snapshot().workspace();

        assertThat(workspace.sessions())
                .extracting(Session::name)
                .containsExactly(
                        "user-plain", "user-mfa", "federated", "chained", "sso-role", "azure-sub", "localstack");
        assertThat(workspace.sessions())
                .extracting(session -> session.type().value())
                .containsExactly(
                        "aws-iam-user",
                        "aws-iam-user",
                        "aws-iam-role-federated",
                        "aws-iam-role-chained",
                        "aws-sso-role",
                        "azure-tenant",
                        "aws-localstack");
        assertThat(workspace.sessions())
                .extracting(Session::region)
                .containsExactly(
                        "eu-west-1", "us-east-1", "us-east-1", "us-east-1", "eu-west-1", "eastus", "us-east-1");
    }

    @Test
    void settingsAreTheFieldsOfTheType() throws Exception {
        LeappDocument document = LeappFixture.document();

        assertThat(settings(document, LeappFixture.PLAIN_USER)).isEmpty();
        assertThat(settings(document, LeappFixture.MFA_USER))
                .isEqualTo(Map.of("mfaDevice", "arn:aws:iam::123456789012:mfa/me"));
        assertThat(settings(document, LeappFixture.FEDERATED))
                .isEqualTo(Map.of(
                        "idpUrlId", LeappFixture.IDP_URL,
                        "idpArn", "arn:aws:iam::111122223333:saml-provider/P",
                        "roleArn", "arn:aws:iam::111122223333:role/R"));
        assertThat(settings(document, LeappFixture.CHAINED))
                .isEqualTo(Map.of(
                        "roleArn", "arn:aws:iam::111122223333:role/C",
                        "parentSessionId", LeappFixture.PLAIN_USER,
                        "roleSessionName", "my-session"));
        assertThat(settings(document, LeappFixture.SSO_ROLE))
                .isEqualTo(Map.of(
                        "email", "bob@example.org",
                        "roleArn", "arn:aws:iam::111122223333:role/AdministratorAccess",
                        "awsSsoConfigurationId", LeappFixture.SSO));
        assertThat(settings(document, LeappFixture.AZURE))
                .isEqualTo(Map.of(
                        "subscriptionId", "44444444-4444-4444-8444-444444444444",
                        "tenantId", "55555555-5555-4555-8555-555555555555",
                        "azureIntegrationId", LeappFixture.AZURE_TENANT));
        assertThat(settings(document, LeappFixture.LOCALSTACK))
                .isEqualTo(Map.of("endpointUrl", "http://localhost:4566"));
    }

    @Test
    void sessionsOfIntegrationsHaveAnOrigin() throws Exception {
        LeappDocument document = LeappFixture.document();

        assertThat(session(document, LeappFixture.SSO_ROLE).origin())
                .contains(origin(LeappFixture.SSO, "111122223333/AdministratorAccess"));
        assertThat(session(document, LeappFixture.AZURE).origin())
                .contains(origin(LeappFixture.AZURE_TENANT, "44444444-4444-4444-8444-444444444444"));
        assertThat(session(document, LeappFixture.CHAINED).origin()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333/AdministratorAccess, 111122223333/AdministratorAccess",
        "arn:aws-cn:iam::111122223333:role/path/Role, 111122223333/path/Role",
        "nonsense,"
    })
    void originIsToldByEveryFormOfRole(String arn, String upstreamId) throws Exception {
        LeappDocument document =
                changed(tree -> session(tree, LeappFixture.SSO_ROLE).put("roleArn", arn));

        assertThat(session(document, LeappFixture.SSO_ROLE).origin().map(SessionOrigin::upstreamId))
                .isEqualTo(Optional.ofNullable(upstreamId));
    }

    @Test
    void statesAreRead() throws Exception {
        LeappDocument document = LeappFixture.document();

        assertThat(document.snapshot().states())
                .isEqualTo(Map.of(
                        new SessionId(LeappFixture.MFA_USER),
                        new SessionState.Active(STARTED, Optional.of(STARTED.plusSeconds(36_000)), Optional.empty())));
        assertThat(session(document, LeappFixture.MFA_USER).lastStartedAt()).contains(STARTED);
        assertThat(session(document, LeappFixture.PLAIN_USER).lastStartedAt()).isEmpty();
    }

    @Test
    void everythingElseOfTheOriginalIsRead() throws Exception {
        Workspace workspace = LeappFixture.document().snapshot().workspace();

        assertThat(workspace.profiles())
                .containsExactly(
                        new NamedProfile(new ProfileId(LeappFixture.DEFAULT_PROFILE), "default"),
                        new NamedProfile(new ProfileId(LeappFixture.DEV_PROFILE), "dev"));
        assertThat(workspace.idpUrls())
                .containsExactly(new IdpUrl(new IdpUrlId(LeappFixture.IDP_URL), "https://idp.example.org/saml"));
        assertThat(workspace.integrations())
                .containsExactly(
                        new Integration(
                                new IntegrationId(LeappFixture.SSO),
                                "corp",
                                "aws-sso",
                                Map.of(
                                        "portalUrl", "https://d-1234567890.awsapps.com/start",
                                        "region", "eu-west-1",
                                        "browserOpening", "In-browser")),
                        new Integration(
                                new IntegrationId(LeappFixture.AZURE_TENANT),
                                "az",
                                "azure",
                                Map.of("tenantId", "55555555-5555-4555-8555-555555555555", "region", "eastus")));
        assertThat(workspace.defaultRegion()).isEqualTo("us-east-1");
        assertThat(workspace.defaultLocation()).isEqualTo("eastus");
        assertThat(session(LeappFixture.document(), LeappFixture.FEDERATED).profileId())
                .contains(new ProfileId(LeappFixture.DEV_PROFILE));
    }

    @Test
    void secretsAreWhereTheDesktopAppKeepsThem() throws Exception {
        assertThat(LeappFixture.document().snapshot().workspace().settings())
                .isEqualTo(Map.of("secret-store", "keychain"));
    }

    @Test
    void whatIsMissingHasTheDesktopAppsDefaults() throws Exception {
        Workspace empty = LeappDocument.parse("{}".getBytes(UTF_8)).snapshot().workspace();
        Workspace nulls = LeappDocument.parse(
                        "{\"_sessions\":null,\"_profiles\":null,\"_defaultRegion\":null}".getBytes(UTF_8))
                .snapshot()
                .workspace();

        assertThat(empty.sessions()).isEmpty();
        assertThat(empty.profiles()).containsExactly(DefaultProfile.VALUE);
        assertThat(empty.defaultRegion()).isEqualTo("us-east-1");
        assertThat(empty.defaultLocation()).isEqualTo("eastus");
        assertThat(nulls).isEqualTo(empty);
    }

    @Test
    void laterOfTwoSpellingsCounts() throws Exception {
        LeappDocument without =
                LeappDocument.parse("{\"_defaultRegion\":\"a\",\"defaultRegion\":\"b\"}".getBytes(UTF_8));
        LeappDocument with = LeappDocument.parse("{\"defaultRegion\":\"b\",\"_defaultRegion\":\"a\"}".getBytes(UTF_8));

        assertThat(without.snapshot().workspace().defaultRegion()).isEqualTo("b");
        assertThat(with.snapshot().workspace().defaultRegion()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({"7", "8", "0", "null"})
    void versionDoesNotMatter(String version) throws Exception {
        LeappDocument document = changed(tree ->
                tree.set("_workspaceVersion", tree("{\"v\":" + version + "}").get("v")));

        assertThat(document.snapshot()).isEqualTo(LeappFixture.document().snapshot());
    }

    @ParameterizedTest
    @CsvSource({
        "awsIamUserPlus, leapp-aws-iam-user-plus",
        "google, leapp-google",
        "'Something Else!', leapp-something-else",
        "'', leapp-unknown",
        "日本, leapp-unknown"
    })
    void unknownTypeIsTakenAsItComes(String spelling, String type) throws Exception {
        LeappDocument document =
                changed(tree -> session(tree, LeappFixture.CHAINED).put("type", spelling));

        Session session = session(document, LeappFixture.CHAINED);
        assertThat(session.type()).isEqualTo(new SessionType(type));
        assertThat(session.settings()).containsEntry("parentSessionId", LeappFixture.PLAIN_USER);
    }

    @Test
    void namesThatTheDesktopAppTakesAreShownAsGoodAsCanBe() throws Exception {
        LeappDocument document = changed(tree -> {
            ((ObjectNode) tree.at("/_profiles/1")).put("name", " [de\nv] ");
            session(tree, LeappFixture.CHAINED).put("sessionName", " ");
        });

        assertThat(document.snapshot().workspace().profiles().get(1).name()).isEqualTo("_de_v_");
        assertThat(session(document, LeappFixture.CHAINED).name()).isEqualTo(LeappFixture.CHAINED);
        assertThat(document.with(document.snapshot()).toBytes()).isEqualTo(document.toBytes());
    }

    @Test
    void missingElementsAreNoReasonToFail() throws Exception {
        LeappDocument document = LeappDocument.parse(
                "{\"_sessions\":[{\"sessionId\":\"s\"}],\"_awsSsoIntegrations\":[{\"id\":\"i\"}]}".getBytes(UTF_8));

        assertThat(session(document, "s").name()).isEqualTo("s");
        assertThat(document.snapshot().workspace().integrations().get(0).alias())
                .isEqualTo("i");
    }

    @Test
    void noVersionOfOursNeedsToBeRead() {
        assertThatThrownBy(() -> LeappDocument.parse("[]".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        MalformedDocumentException.class,
                        e -> assertThat(e.isNewer()).isFalse());
    }

    private static SessionOrigin origin(String integration, String upstreamId) {
        return new SessionOrigin(new IntegrationId(integration), upstreamId, Optional.empty());
    }
}
