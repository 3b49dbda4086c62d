package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.differences;
import static dev.leapp.core.internal.workspace.json.LeappFixture.edit;
import static dev.leapp.core.internal.workspace.json.LeappFixture.newSession;
import static dev.leapp.core.internal.workspace.json.LeappFixture.session;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.workspace.json.LeappFormatException.Kind;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is new looks as if the desktop app had written it. */
class LeappNewElementsTest {

    private static final String BASE =
            "{\"sessionName\":\"new one\",\"region\":\"eu-west-3\",\"sessionId\":\"new\",\"status\":0,";
    private static final String PROFILE = "\"profileId\":\"" + LeappFixture.DEV_PROFILE + "\"";

    static Stream<Arguments> sessions() {
        return Stream.of(
                Arguments.of(newSession("aws-iam-user"), "\"type\":\"awsIamUser\"," + PROFILE),
                Arguments.of(
                        newSession("aws-iam-user").setting("mfaDevice", "arn:aws:iam::1:mfa/x"),
                        "\"mfaDevice\":\"arn:aws:iam::1:mfa/x\",\"type\":\"awsIamUser\"," + PROFILE),
                Arguments.of(
                        newSession("aws-iam-role-federated")
                                .setting("roleArn", "r")
                                .setting("idpArn", "i")
                                .setting("idpUrlId", LeappFixture.IDP_URL),
                        "\"idpUrlId\":\"" + LeappFixture.IDP_URL + "\",\"idpArn\":\"i\",\"roleArn\":\"r\"," + PROFILE
                                + ",\"type\":\"awsIamRoleFederated\""),
                Arguments.of(
                        newSession("aws-iam-role-chained")
                                .setting("parentSessionId", LeappFixture.PLAIN_USER)
                                .setting("roleArn", "r"),
                        "\"roleArn\":\"r\"," + PROFILE + ",\"parentSessionId\":\"" + LeappFixture.PLAIN_USER
                                + "\",\"type\":\"awsIamRoleChained\",\"roleSessionName\":\"assumed-from-leapp\""),
                Arguments.of(
                        newSession("aws-sso-role")
                                .setting("email", "e@example.org")
                                .setting("roleArn", "arn:aws:iam::123456789012/Admin")
                                .origin(origin(LeappFixture.SSO, "123456789012/Admin")),
                        "\"email\":\"e@example.org\",\"roleArn\":\"arn:aws:iam::123456789012/Admin\"," + PROFILE
                                + ",\"type\":\"awsSsoRole\",\"awsSsoConfigurationId\":\"" + LeappFixture.SSO + "\""),
                Arguments.of(
                        newSession("azure-tenant")
                                .profileId(null)
                                .setting("tenantId", "t")
                                .setting("subscriptionId", "s")
                                .setting("azureIntegrationId", LeappFixture.AZURE_TENANT),
                        "\"subscriptionId\":\"s\",\"tenantId\":\"t\",\"azureIntegrationId\":\""
                                + LeappFixture.AZURE_TENANT + "\",\"type\":\"azure\""),
                Arguments.of(
                        newSession("aws-localstack").setting("duration", "1"),
                        "\"endPointUrl\":\"http://localhost:4566\",\"type\":\"localstack\"," + PROFILE
                                + ",\"leappForJvm\":{\"settings\":{\"duration\":\"1\"}}"));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void sessionHasTheDesktopAppsFieldsInItsOrder(Session.Builder session, String fields) throws Exception {
        LeappDocument before = LeappFixture.document();

        LeappDocument added = edit(before, workspace -> workspace.session(session.build()));

        ObjectNode after = tree(added);
        assertThat(differences(tree(before), after)).containsExactly("/_sessions");
        JsonNode last = after.at("/_sessions/7");
        assertThat(JavaScriptText.of(last)).isEqualTo(BASE + fields + "}");
        assertThat(session(LeappFixture.document(after), "new").settings())
                .containsAllEntriesOf(session.build().settings());
    }

    @Test
    void sessionOfAnotherTypeUnderTheSameIdIsWrittenAnew() throws Exception {
        Session other = Session.builder(
                        new SessionId(LeappFixture.CHAINED),
                        "u",
                        newSession("aws-iam-user").build().type(),
                        "r")
                .profileId(newSession("aws-iam-user").build().profileId().orElseThrow())
                .build();

        ObjectNode after = tree(edit(LeappFixture.document(), workspace -> workspace.session(other)));

        assertThat(JavaScriptText.of(after.at("/_sessions/3")))
                .isEqualTo("{\"sessionName\":\"u\",\"region\":\"r\",\"sessionId\":\"" + LeappFixture.CHAINED
                        + "\",\"status\":0,\"type\":\"awsIamUser\"," + PROFILE + "}");
    }

    @Test
    void integrationsHaveTheDesktopAppsFields() throws Exception {
        Integration sso = integration("sso", "aws-sso", Map.of("portalUrl", "https://p", "region", "r", "own", "o"));
        Integration azure = integration("az", "azure", Map.of("tenantId", "t", "region", "westeurope"));

        LeappDocument added = edit(
                LeappFixture.document(),
                workspace -> workspace.integration(azure).integration(sso));

        assertThat(JavaScriptText.of(tree(added).at("/_awsSsoIntegrations/1")))
                .isEqualTo("{\"id\":\"sso\",\"alias\":\"its sso\",\"type\":\"AWS-SSO\",\"isOnline\":false,"
                        + "\"portalUrl\":\"https://p\",\"region\":\"r\",\"browserOpening\":\"In-browser\","
                        + "\"leappForJvm\":{\"settings\":{\"own\":\"o\"}}}");
        assertThat(JavaScriptText.of(tree(added).at("/_azureIntegrations/1")))
                .isEqualTo("{\"id\":\"az\",\"alias\":\"its az\",\"type\":\"AZURE\",\"isOnline\":false,"
                        + "\"tenantId\":\"t\",\"region\":\"westeurope\"}");
        assertThat(added.snapshot().workspace().integrations()).contains(azure);
    }

    static Stream<Session.Builder> inexpressible() {
        return Stream.of(
                newSession("gcp-service-account"),
                newSession("leapp-google"),
                newSession("aws-iam-user").profileId(null),
                newSession("aws-iam-role-chained").setting("roleArn", "r"),
                newSession("aws-iam-role-federated").setting("roleArn", "r").setting("idpArn", "i"),
                newSession("aws-sso-role").setting("roleArn", "r"),
                newSession("azure-tenant").setting("tenantId", "t").setting("subscriptionId", "s"));
    }

    @ParameterizedTest
    @MethodSource("inexpressible")
    void whatTheDesktopAppCannotUseIsRefused(Session.Builder session) {
        assertRefused(
                Kind.INEXPRESSIBLE,
                "'new one'",
                () -> edit(LeappFixture.document(), workspace -> workspace.session(session.build())));
    }

    @Test
    void whatTheDesktopAppNeedsCannotBeTaken() {
        assertRefused(
                Kind.INEXPRESSIBLE,
                "'chained' has no roleArn",
                () -> edit(LeappFixture.document(), LeappFixture.CHAINED, session -> session.setting("roleArn", "")));
        assertRefused(
                Kind.INEXPRESSIBLE,
                "'chained' has no named profile",
                () -> edit(LeappFixture.document(), LeappFixture.CHAINED, session -> session.profileId(null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"okta", "aws-sso", "azure"})
    void integrationThatTheDesktopAppCannotUseIsRefused(String type) {
        Integration integration = integration("i", type, Map.of());

        assertRefused(
                Kind.INEXPRESSIBLE,
                "'its i'",
                () -> edit(LeappFixture.document(), workspace -> workspace.integration(integration)));
    }

    static Stream<Arguments> inconsistent() {
        return Stream.of(
                Arguments.of(newSession("aws-iam-user").profileId(DefaultProfile.VALUE.id()), "profileId"),
                Arguments.of(
                        newSession("aws-iam-role-chained")
                                .setting("roleArn", "r")
                                .setting("parentSessionId", "p"),
                        "parentSessionId"),
                Arguments.of(
                        newSession("aws-iam-role-federated")
                                .setting("roleArn", "r")
                                .setting("idpArn", "i")
                                .setting("idpUrlId", "u"),
                        "idpUrlId"),
                Arguments.of(
                        newSession("aws-sso-role")
                                .setting("roleArn", "r")
                                .origin(origin(LeappFixture.AZURE_TENANT, "u")),
                        "awsSsoConfigurationId"),
                Arguments.of(
                        newSession("azure-tenant")
                                .setting("tenantId", "t")
                                .setting("subscriptionId", "s")
                                .setting("azureIntegrationId", LeappFixture.SSO),
                        "azureIntegrationId"));
    }

    @ParameterizedTest
    @MethodSource("inconsistent")
    void whatWouldMakeTheDesktopAppReplaceTheFileIsRefused(Session.Builder session, String field) {
        assertRefused(
                Kind.INCONSISTENT,
                field,
                () -> edit(LeappFixture.document(), workspace -> workspace.session(session.build())));
    }

    @Test
    void deletingWhatIsReferredToIsRefused() {
        assertRefused(
                Kind.INCONSISTENT,
                "'chained'",
                () -> edit(
                        LeappFixture.document(),
                        workspace -> workspace.removeSession(new SessionId(LeappFixture.PLAIN_USER))));
    }

    private static Integration integration(String id, String type, Map<String, String> settings) {
        return new Integration(new IntegrationId(id), "its " + id, type, settings);
    }

    private static SessionOrigin origin(String integration, String upstreamId) {
        return new SessionOrigin(new IntegrationId(integration), upstreamId, Optional.empty());
    }

    private static void assertRefused(Kind kind, String saying, ThrowingCallable edit) {
        assertThatThrownBy(edit)
                .isInstanceOfSatisfying(
                        LeappFormatException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(saying);
    }
}
