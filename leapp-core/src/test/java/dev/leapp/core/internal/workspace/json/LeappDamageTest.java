package dev.leapp.core.internal.workspace.json;

import static dev.leapp.core.internal.workspace.json.LeappFixture.changed;
import static dev.leapp.core.internal.workspace.json.LeappFixture.session;
import static dev.leapp.core.internal.workspace.json.LeappFixture.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Snapshot;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desktop app would take for damage, or this code can't make sense of. */
class LeappDamageTest {

    private static final int[] BITS = {0x01, 0x04, 0x20, 0x80};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_sessions|{}",
                "_sessions|[1]",
                "sessions|\"\"",
                "_profiles|[null]",
                "_profiles|[{}]",
                "_profiles|[{\"id\":1}]",
                "_idpUrls|[{\"id\":\"u\",\"url\":\"ftp://x\"}]",
                "_awsSsoIntegrations|[{\"id\":\"i\",\"type\":\"AZURE\"}]",
                "_azureIntegrations|[{\"id\":\"i\",\"type\":\"AWS-SSO\"}]",
                "_azureIntegrations|[{\"id\":\"i\",\"tokenExpiration\":1}]",
                "_defaultRegion|1",
                "_defaultLocation|[]",
                "_leappForJvm|[]",
                "_leappForJvm|{\"settings\":{\"a\":1}}"
            })
    void wrongKindIsDamage(String key, String value) {
        assertDamaged(root -> root.set(key, json(value)), key.equals("sessions") ? "sessions" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sessionId|null",
                "sessionId|\"../x\"",
                "sessionName|1",
                "region|{}",
                "type|7",
                "status|\"1\"",
                "status|3",
                "status|-1",
                "status|1.0",
                "status|true",
                "startDateTime|\"yesterday\"",
                "sessionTokenExpiration|5",
                "profileId|{}",
                "roleArn|[\"x\"]",
                "leappForJvm|\"x\"",
                "leappForJvm|{\"tags\":[]}",
                "leappForJvm|{\"lastStartedAt\":\"never\"}",
                "leappForJvm|{\"origin\":{\"integration\":\"\\t\",\"upstreamId\":\"u\"}}"
            })
    void wrongKindInASessionIsDamageThatNamesIt(String key, String value) {
        String named = key.equals("sessionId") ? "chained" : LeappFixture.CHAINED;

        assertDamaged(root -> session(root, LeappFixture.CHAINED).set(key, json(value)), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_sessions", "_profiles", "_idpUrls", "_awsSsoIntegrations", "_azureIntegrations"})
    void idThatIsThereTwiceIsDamage(String list) {
        assertDamaged(root -> ((ArrayNode) root.get(list)).add(root.get(list).get(0)), "same id");
    }

    @Test
    void integrationsOfBothKindsHaveDistinctIds() {
        assertDamaged(
                root -> ((ObjectNode) root.at("/_azureIntegrations/0")).put("id", LeappFixture.SSO), "'az'", "same id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profileId", "idpUrlId", "awsSsoConfigurationId", "azureIntegrationId", "parentSessionId"})
    void referenceToNothingIsDamageThatNamesBoth(String key) {
        assertDamaged(root -> session(root, LeappFixture.PLAIN_USER).put(key, "nobody"), "'user-plain'", key, "nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profileId", "idpUrlId", "awsSsoConfigurationId", "azureIntegrationId", "parentSessionId"})
    void emptyReferenceIsNone(String key) throws Exception {
        changed(root -> session(root, LeappFixture.PLAIN_USER).put(key, ""));
        changed(root -> session(root, LeappFixture.PLAIN_USER).putNull(key));
    }

    @Test
    void referenceToAnElementOfAnotherListIsDamage() {
        assertDamaged(
                root -> session(root, LeappFixture.SSO_ROLE).put("awsSsoConfigurationId", LeappFixture.AZURE_TENANT),
                "'sso-role'",
                "awsSsoConfigurationId");
    }

    /** What the desktop app's encryption can't tell: strict decoding and its rules catch what breaks the document. */
    @Test
    void changedByteOfTheDocumentIsDamageOrLeavesAWholeState() throws Exception {
        byte[] whole = LeappFixture.bytes("Leapp-lock.plain.json");
        int damaged = 0;
        for (int i = 0; i < whole.length; i++) {
            for (int bits : BITS) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) bits;
                damaged += isDamage(changed) ? 1 : 0;
            }
        }
        int changes = whole.length * BITS.length;
        System.out.println("caught " + damaged + " of " + changes + " changed bytes of the desktop app's document");
        assertThat(damaged).isBetween(changes / 2, changes - 1);
    }

    private static boolean isDamage(byte[] changed) throws Exception {
        LeappDocument document;
        try {
            document = LeappDocument.parse(changed);
        } catch (MalformedDocumentException e) {
            return true;
        }
        Snapshot snapshot = document.snapshot();
        LeappDocument next = document.with(
                snapshot.with(snapshot.workspace().toBuilder().setting("a", "b").build()));
        assertThat(LeappDocument.parse(next.toBytes()).snapshot()).isEqualTo(next.snapshot());
        return false;
    }

    private static void assertDamaged(Consumer<ObjectNode> change, String... saying) {
        assertThatThrownBy(() -> changed(change))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContainingAll(saying);
    }

    private static JsonNode json(String value) {
        return tree("{\"v\":" + value + "}").get("v");
    }
}
