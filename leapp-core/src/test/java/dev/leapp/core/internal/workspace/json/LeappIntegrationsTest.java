package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.changed;
import static dev.leapp.core.internal.workspace.json.LeappFixture.differences;
import static dev.leapp.core.internal.workspace.json.LeappFixture.edit;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.integration.Integration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeappIntegrationsTest {

    private static final String AZURE = "/_azureIntegrations/0";
    private static final String SSO = "/_awsSsoIntegrations/0";

    @ParameterizedTest
    @CsvSource({"tokenExpiration, , new", "_tokenExpiration, , new", "tokenExpiration, _tokenExpiration, new"})
    void bothSpellingsOfAnExpiryAreRead(String key, String otherKey, String expected) throws Exception {
        LeappDocument document = changed(root -> {
            at(root, AZURE).put(key, expected);
            if (otherKey != null) {
                at(root, AZURE).put(otherKey, "old");
            }
        });

        assertThat(azure(document).settings()).containsEntry("tokenExpiration", expected);
    }

    @Test
    void expiryIsWrittenAsTheDesktopAppReadsIt() throws Exception {
        LeappDocument document = changed(root -> at(root, AZURE).put("_tokenExpiration", "1767323045"));

        LeappDocument renewed = with(document, azure(document), "tokenExpiration", "1767399999");
        LeappDocument loggedOut = with(renewed, azure(renewed), "tokenExpiration", "");

        assertThat(differences(tree(document), tree(renewed))).containsExactly(AZURE + "/tokenExpiration");
        assertThat(tree(renewed).at(AZURE + "/tokenExpiration").textValue()).isEqualTo("1767399999");
        assertThat(loggedOut.toBytes()).isEqualTo(LeappFixture.document().toBytes());
        assertThat(azure(loggedOut).settings()).doesNotContainKey("tokenExpiration");
    }

    @Test
    void loginChangesNothingButTheExpiry() throws Exception {
        LeappDocument document = LeappFixture.document();

        LeappDocument loggedIn = with(document, sso(document), "accessTokenExpiration", "2026-11-23T12:00:00.000Z");

        assertThat(differences(tree(document), tree(loggedIn))).containsExactly(SSO + "/accessTokenExpiration");
        assertThat(sso(loggedIn).settings()).containsEntry("accessTokenExpiration", "2026-11-23T12:00:00.000Z");
    }

    @Test
    void renamingAndOwnSettings() throws Exception {
        LeappDocument document = LeappFixture.document();
        Integration sso = sso(document);

        LeappDocument renamed = edit(
                document,
                workspace -> workspace.integration(new Integration(sso.id(), "renamed", sso.type(), sso.settings())));
        LeappDocument own = with(document, sso, "prefix", "corp-");

        assertThat(differences(tree(document), tree(renamed))).containsExactly(SSO + "/alias");
        assertThat(differences(tree(document), tree(own))).containsExactly(SSO + "/leappForJvm");
        assertThat(sso(own).settings()).containsEntry("prefix", "corp-");
        assertThat(with(own, sso(own), "prefix", "").toBytes()).isEqualTo(document.toBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS-SSO", "awsSso"})
    void bothSpellingsOfATypeAreReadAndStay(String spelling) throws Exception {
        LeappDocument document = changed(root -> at(root, SSO).put("type", spelling));

        LeappDocument edited = with(document, sso(document), "region", "eu-south-1");

        assertThat(tree(edited).at(SSO + "/type").textValue()).isEqualTo(spelling);
    }

    private static LeappDocument with(LeappDocument document, Integration integration, String setting, String value)
            throws LeappFormatException {
        Map<String, String> settings = new LinkedHashMap<>(integration.settings());
        settings.put(setting, value);
        settings.values().removeIf(String::isEmpty);
        return edit(
                document,
                workspace -> workspace.integration(
                        new Integration(integration.id(), integration.alias(), integration.type(), settings)));
    }

    private static Integration sso(LeappDocument document) {
        return document.snapshot().workspace().integrations().get(0);
    }

    private static Integration azure(LeappDocument document) {
        return document.snapshot().workspace().integrations().get(1);
    }

    private static ObjectNode at(ObjectNode root, String pointer) {
        return (ObjectNode) root.at(pointer);
    }
}
