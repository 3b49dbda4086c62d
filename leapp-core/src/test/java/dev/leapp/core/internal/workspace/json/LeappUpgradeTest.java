package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.changed;
import static dev.leapp.core.internal.workspace.json.LeappFixture.edit;
import static dev.leapp.core.internal.workspace.json.LeappFixture.session;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.SessionId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LeappUpgradeTest {

    @Test
    void snapshotStaysTheSame() throws Exception {
        LeappDocument document = LeappFixture.document();

        WorkspaceDocument upgraded = document.upgraded(7, "upgrade");

        assertThat(upgraded.snapshot()).isEqualTo(document.snapshot());
        assertThat(upgraded.generation()).isEqualTo(7);
        assertThat(json(upgraded).path("lastChange").textValue()).isEqualTo("upgrade");
        assertThat(upgraded.snapshot().workspace().settings()).containsEntry("secret-store", "keychain");
    }

    @Test
    void whatOnlyTheDesktopAppKnowsIsKeptTogether() throws Exception {
        JsonNode kept = json(LeappFixture.document().upgraded(1, "upgrade")).path("desktopApp");

        ObjectNode expected = tree();
        expected.remove(Set.of(
                "_sessions",
                "_pinned",
                "_defaultRegion",
                "_defaultLocation",
                "_idpUrls",
                "_profiles",
                "_awsSsoIntegrations",
                "_azureIntegrations"));
        assertThat(kept).isEqualTo(expected);
    }

    @Test
    void whatIsUnknownInAnElementIsKeptInIt() throws Exception {
        WorkspaceDocument upgraded = changed(root -> {
                    session(root, LeappFixture.CHAINED).putObject("awsAccount").put("accountId", "1");
                    session(root, LeappFixture.CHAINED)
                            .putObject("leappForJvm")
                            .put("chain", "c")
                            .put("later", "x");
                    for (String list : new String[] {"_profiles", "_idpUrls"}) {
                        ((ObjectNode) root.at("/" + list + "/0")).put("extra", list);
                    }
                    ((ObjectNode) root.at("/_azureIntegrations/0")).put("_tokenExpiration", "5");
                    root.putObject("_leappForJvm").put("later", "y");
                })
                .upgraded(1, "upgrade");

        JsonNode root = json(upgraded);
        assertThat(root.at("/sessions/3/desktopApp").toString())
                .isEqualTo("{\"awsAccount\":{\"accountId\":\"1\"},\"leappForJvm\":{\"later\":\"x\"}}");
        assertThat(root.at("/sessions/1/desktopApp").toString())
                .isEqualTo("{\"sessionTokenExpiration\":\"2026-01-02T13:04:05.678Z\"}");
        assertThat(root.at("/profiles/0/desktopApp/extra").textValue()).isEqualTo("_profiles");
        assertThat(root.at("/idpUrls/0/desktopApp/extra").textValue()).isEqualTo("_idpUrls");
        assertThat(root.at("/integrations/1/desktopApp").toString())
                .isEqualTo("{\"isOnline\":false,\"_tokenExpiration\":\"5\"}");
        assertThat(root.at("/desktopApp/_leappForJvm").toString()).isEqualTo("{\"later\":\"y\"}");
        assertThat(root.at("/sessions/0").has("desktopApp")).isFalse();
    }

    @Test
    void whatIsShownOtherwiseIsKeptAsItWas() throws Exception {
        WorkspaceDocument upgraded = changed(root -> {
                    session(root, LeappFixture.CHAINED)
                            .put("type", "somethingNew")
                            .put("later", 1);
                    ((ObjectNode) root.at("/_profiles/1")).put("name", "[dev]");
                    root.put("defaultRegion", "shadows");
                })
                .upgraded(1, "upgrade");

        JsonNode root = json(upgraded);
        assertThat(root.at("/sessions/3/desktopApp").toString()).isEqualTo("{\"type\":\"somethingNew\",\"later\":1}");
        assertThat(root.at("/profiles/1/desktopApp").toString()).isEqualTo("{\"name\":\"[dev]\"}");
        assertThat(root.at("/desktopApp/_defaultRegion").textValue()).isEqualTo("us-east-1");
        assertThat(root.path("defaultRegion").textValue()).isEqualTo("shadows");
    }

    @Test
    void whatIsKeptSurvivesLaterChanges() throws Exception {
        WorkspaceDocument upgraded = LeappFixture.document().upgraded(1, "upgrade");

        WorkspaceDocument later = WorkspaceDocument.parse(upgraded.with(
                        upgraded.snapshot()
                                .with(upgraded.snapshot().workspace().toBuilder()
                                        .removeSession(new SessionId(LeappFixture.CHAINED))
                                        .build()),
                        2,
                        "delete")
                .toBytes());

        assertThat(json(later).path("desktopApp")).isEqualTo(json(upgraded).path("desktopApp"));
        assertThat(json(later).at("/sessions/1/desktopApp"))
                .isEqualTo(json(upgraded).at("/sessions/1/desktopApp"));
    }

    @Test
    void everyTextOfTheOriginalIsStillThere() throws Exception {
        LeappDocument document =
                edit(LeappFixture.document(), LeappFixture.CHAINED, session -> session.tag("team", "core"));

        Set<String> lost = texts(tree(document));
        lost.removeAll(texts(json(document.upgraded(1, "upgrade"))));

        assertThat(lost)
                .as("only spellings of types are translated")
                .containsExactlyInAnyOrder(
                        "awsIamUser", "awsIamRoleFederated", "awsIamRoleChained", "awsSsoRole", "AWS-SSO", "AZURE");
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    private static ObjectNode json(WorkspaceDocument document) throws MalformedDocumentException {
        return ExactJson.parse(document.toBytes());
    }
}
