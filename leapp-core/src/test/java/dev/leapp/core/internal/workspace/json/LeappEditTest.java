package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.changed;
import static dev.leapp.core.internal.workspace.json.LeappFixture.differences;
import static dev.leapp.core.internal.workspace.json.LeappFixture.edit;
import static dev.leapp.core.internal.workspace.json.LeappFixture.session;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edit changes what it is about, and nothing else. */
class LeappEditTest {

    private static final Instant TIME = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final String CHAINED = "/_sessions/3";

    private LeappDocument document;
    private ObjectNode before;

    @BeforeEach
    void read() throws Exception {
        document = LeappFixture.document();
        before = tree(document);
    }

    @Test
    void nothingChangesByTheSameSnapshot() throws Exception {
        assertThat(document.with(document.snapshot()).toBytes()).isEqualTo(ExactJson.toBytes(tree()));
    }

    @Test
    void renamingASession() throws Exception {
        ObjectNode after = after(edit(document, LeappFixture.CHAINED, session -> session.name("größer")));

        assertThat(differences(before, after)).containsExactly(CHAINED + "/sessionName");
        assertThat(after.at(CHAINED + "/sessionName").textValue()).isEqualTo("größer");
    }

    @Test
    void changingARegion() throws Exception {
        ObjectNode after = after(edit(document, LeappFixture.CHAINED, session -> session.region("eu-north-1")));

        assertThat(differences(before, after)).containsExactly(CHAINED + "/region");
    }

    @Test
    void movingASessionToAnotherProfile() throws Exception {
        ObjectNode after = after(edit(
                document, LeappFixture.CHAINED, session -> session.profileId(new ProfileId(LeappFixture.DEV_PROFILE))));

        assertThat(differences(before, after)).containsExactly(CHAINED + "/profileId");
        assertThat(after.at(CHAINED + "/profileId").textValue()).isEqualTo(LeappFixture.DEV_PROFILE);
    }

    @Test
    void changingAndClearingSettings() throws Exception {
        ObjectNode changed = after(
                edit(document, LeappFixture.CHAINED, session -> session.setting("roleArn", "arn:aws:iam::1:role/D")));
        ObjectNode cleared = after(edit(document, LeappFixture.MFA_USER, session -> session.setting("mfaDevice", "")));
        ObjectNode renamed =
                after(edit(document, LeappFixture.LOCALSTACK, session -> session.setting("endpointUrl", "http://h:1")));

        assertThat(differences(before, changed)).containsExactly(CHAINED + "/roleArn");
        assertThat(differences(before, cleared)).containsExactly("/_sessions/1/mfaDevice");
        assertThat(cleared.at("/_sessions/1").has("mfaDevice")).isFalse();
        assertThat(differences(before, renamed)).containsExactly("/_sessions/6/endPointUrl");
    }

    @Test
    void clearedSettingThatTheDesktopAppNeedsGetsItsDefault() throws Exception {
        LeappDocument cleared = edit(document, LeappFixture.CHAINED, session -> session.setting("roleSessionName", ""));

        assertThat(tree(cleared).at(CHAINED + "/roleSessionName").textValue()).isEqualTo("assumed-from-leapp");
        assertThat(session(cleared, LeappFixture.CHAINED).setting("roleSessionName"))
                .contains("assumed-from-leapp");
    }

    @Test
    void whatTheFormatHasNoFieldForIsCarried() throws Exception {
        LeappDocument carried = edit(
                document,
                LeappFixture.CHAINED,
                session -> session.setting("duration", "PT2H")
                        .tag("team", "core")
                        .chain("aws-credential-process")
                        .lastStartedAt(TIME)
                        .origin(new SessionOrigin(
                                new IntegrationId("i"), "u", Optional.of(TIME), Optional.of("corp-admin"))));

        assertThat(differences(before, after(carried))).containsExactly(CHAINED + "/leappForJvm");
        assertThat(tree(carried).at(CHAINED + "/leappForJvm")).isEqualTo(tree("""
                                {"settings":{"duration":"PT2H"},"tags":{"team":"core"},"chain":"aws-credential-process",
                                 "orphanedSince":"2026-11-23T12:00:00.123456Z","upstreamName":"corp-admin","origin":{"integration":"i","upstreamId":"u"},
                                 "lastStartedAt":"2026-11-23T12:00:00.123456Z"}
                                """));
    }

    @Test
    void nothingIsLeftOfWhatIsNoLongerCarried() throws Exception {
        LeappDocument carried = edit(
                document, LeappFixture.CHAINED, session -> session.tag("a", "b").setting("duration", "1"));

        LeappDocument again = edit(
                carried, LeappFixture.CHAINED, session -> session.tag("a", "").setting("duration", ""));

        assertThat(again.toBytes()).isEqualTo(document.toBytes());
    }

    @Test
    void orphanedSessionKeepsItsFields() throws Exception {
        LeappDocument orphaned = edit(
                document,
                LeappFixture.SSO_ROLE,
                session -> session.origin(new SessionOrigin(
                        new IntegrationId(LeappFixture.SSO), "111122223333/AdministratorAccess", Optional.of(TIME))));

        assertThat(differences(before, after(orphaned))).containsExactly("/_sessions/4/leappForJvm");
        assertThat(tree(orphaned).at("/_sessions/4/leappForJvm").toString())
                .isEqualTo("{\"orphanedSince\":\"2026-11-23T12:00:00.123456Z\"}");
    }

    @Test
    void profileOfASessionThatHasNoneIsCarriedWhileItIsThere() throws Exception {
        ProfileId dev = new ProfileId(LeappFixture.DEV_PROFILE);
        LeappDocument carried = edit(document, LeappFixture.AZURE, session -> session.profileId(dev));
        ObjectNode withoutIt = tree(carried);
        ((ArrayNode) withoutIt.get("_profiles")).remove(1);
        session(withoutIt, LeappFixture.FEDERATED).put("profileId", LeappFixture.DEFAULT_PROFILE);

        assertThat(differences(before, after(carried))).containsExactly("/_sessions/5/leappForJvm");
        assertThat(session(LeappFixture.document(withoutIt), LeappFixture.AZURE).profileId())
                .isEmpty();
    }

    @Test
    void deletingASession() throws Exception {
        LeappDocument after = edit(document, workspace -> workspace.removeSession(new SessionId(LeappFixture.CHAINED)));

        ((ArrayNode) before.get("_sessions")).remove(3);
        assertThat(after(after)).isEqualTo(before);
    }

    @Test
    void profiles() throws Exception {
        ProfileId dev = new ProfileId(LeappFixture.DEV_PROFILE);
        ObjectNode renamed = after(edit(document, workspace -> workspace.profile(new NamedProfile(dev, "ops"))));
        ObjectNode added =
                after(edit(document, workspace -> workspace.profile(new NamedProfile(new ProfileId("p"), "new"))));
        LeappDocument moved = edit(
                document,
                LeappFixture.FEDERATED,
                session -> session.profileId(new ProfileId(LeappFixture.DEFAULT_PROFILE)));
        ObjectNode removed = after(edit(moved, workspace -> workspace.removeProfile(dev)));

        assertThat(differences(before, renamed)).containsExactly("/_profiles/1/name");
        assertThat(differences(before, added)).containsExactly("/_profiles");
        assertThat(added.at("/_profiles/2").toString()).isEqualTo("{\"id\":\"p\",\"name\":\"new\"}");
        assertThat(differences(before, removed)).containsExactly("/_profiles", "/_sessions/2/profileId");
        assertThat(removed.get("_profiles")).hasSize(1);
    }

    @Test
    void identityProviderUrls() throws Exception {
        IdpUrl other = new IdpUrl(new IdpUrlId(LeappFixture.IDP_URL), "https://other.example/");
        IdpUrl extra = new IdpUrl(new IdpUrlId("u"), "https://new.example/");
        ObjectNode replaced = after(edit(document, workspace -> workspace.idpUrl(other)));
        LeappDocument added = edit(document, workspace -> workspace.idpUrl(extra));
        ObjectNode removed = after(edit(added, workspace -> workspace.removeIdpUrl(extra.id())));

        assertThat(differences(before, replaced)).containsExactly("/_idpUrls/0/url");
        assertThat(after(added).at("/_idpUrls/1").toString())
                .isEqualTo("{\"id\":\"u\",\"url\":\"https://new.example/\"}");
        assertThat(removed).isEqualTo(before);
    }

    @Test
    void defaults() throws Exception {
        ObjectNode after = after(
                edit(document, workspace -> workspace.defaultRegion("eu-west-3").defaultLocation("westus")));

        assertThat(differences(before, after)).containsExactly("/_defaultLocation", "/_defaultRegion");
    }

    @Test
    void settingsOfTheWorkspaceAreCarried() throws Exception {
        LeappDocument carried = edit(
                document,
                workspace ->
                        workspace.setting("chain.aws", "aws-credential-process").setting("secret-store", "file"));
        LeappDocument chainOnly = edit(carried, workspace -> workspace.setting("secret-store", "keychain"));
        LeappDocument none = edit(chainOnly, workspace -> workspace.setting("chain.aws", null));

        assertThat(differences(before, after(carried))).containsExactly("/_leappForJvm");
        assertThat(carried.snapshot().workspace().settings()).containsEntry("secret-store", "file");
        assertThat(tree(chainOnly).get("_leappForJvm").toString())
                .isEqualTo("{\"settings\":{\"chain.aws\":\"aws-credential-process\"}}");
        assertThat(none.toBytes()).isEqualTo(document.toBytes());
    }

    @Test
    void spellingThatCountsIsTheOneThatIsPatched() throws Exception {
        LeappDocument both = changed(root -> root.put("defaultRegion", "b"));

        ObjectNode after = after(edit(both, workspace -> workspace.defaultRegion("c")));

        assertThat(differences(tree(both), after)).containsExactly("/defaultRegion");
    }

    @Test
    void defaultProfileThatNobodyWroteIsWrittenWithWhatNeedsIt() throws Exception {
        LeappDocument empty = LeappFixture.document(tree("{\"_workspaceVersion\":7}"));

        LeappDocument added = edit(
                empty,
                workspace -> workspace.session(LeappFixture.newSession("aws-iam-user")
                        .profileId(DefaultProfile.VALUE.id())
                        .build()));

        assertThat(differences(tree(empty), after(added))).containsExactly("/_profiles", "/_sessions");
        assertThat(added.snapshot().workspace().profiles()).containsExactly(DefaultProfile.VALUE);
    }

    /** Returns the tree, once it has turned out that it reads as what the document says. */
    private static ObjectNode after(LeappDocument document) throws MalformedDocumentException {
        ObjectNode tree = tree(document);
        assertThat(LeappFixture.document(tree).snapshot()).isEqualTo(document.snapshot());
        return tree;
    }
}
