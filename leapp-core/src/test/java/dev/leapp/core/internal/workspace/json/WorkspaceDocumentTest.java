package dev.leapp.core.internal.workspace.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceDocumentTest {

    private static final String SMALL = """
            {"schemaVersion":1,"generation":7,"defaultRegion":"r","defaultLocation":"l",
             "profiles":[{"id":"p","name":"default"}],
             "sessions":[{"id":"s","name":"n","type":"aws-iam-user","region":"r"}]}
            """;

    /** What a later version of the same schema might add, at every level. */
    private static final String EXTENDED = """
            {"schemaVersion":1,"generation":7,"defaultRegion":"r","defaultLocation":"l","new":{"deep":[1,2.5,null,true]},
             "profiles":[{"id":"p","name":"default","new":"profile"}],
             "idpUrls":[{"id":"u","url":"https://x","new":"url"}],
             "integrations":[{"id":"i","alias":"a","type":"aws-sso","settings":{},"new":"integration"}],
             "sessions":[{"id":"s","name":"n","type":"aws-iam-user","region":"r","new":["session"],
                          "origin":{"integration":"i","upstreamId":"u","new":"origin"}},
                         {"id":"t","name":"n","type":"aws-iam-user","region":"r","new":"gone with it"}]}
            """;

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everyFieldSurvivesARoundTrip() throws Exception {
        Snapshot full = Samples.full();

        Snapshot again = roundTrip(full);

        assertThat(again).isEqualTo(full);
        assertThat(again.states()).isEqualTo(full.states());
        assertThat(again.workspace().sessions()).isEqualTo(full.workspace().sessions());
    }

    @Test
    void ordersSurviveARoundTrip() throws Exception {
        Workspace again = roundTrip(Samples.full()).workspace();

        assertThat(again.sessions().stream().map(s -> s.id().value()))
                .containsExactly("everything", "unknown", "pending", "over");
        assertThat(again.sessions().get(0).settings().keySet()).containsExactly("mfaDevice", "zebra", "aardvark");
    }

    @Test
    void optionalFieldsGoWhenTheyAreUnset() throws Exception {
        WorkspaceDocument full =
                WorkspaceDocument.parse(document(Samples.full()).toBytes());
        Session bare = Samples.session("everything");
        Snapshot next = new Snapshot(Workspace.builder().session(bare).build(), Map.of());

        WorkspaceDocument written =
                WorkspaceDocument.parse(full.with(next, 8, "unset").toBytes());

        assertThat(written.snapshot()).isEqualTo(next);
        assertThat(tree(written).at("/sessions/0").has("origin")).isFalse();
    }

    @Test
    void whatThisVersionDoesNotKnowIsKept() throws Exception {
        WorkspaceDocument read = WorkspaceDocument.parse(EXTENDED.getBytes(UTF_8));
        Workspace edited = read.snapshot().workspace().toBuilder()
                .session(read.snapshot().workspace().sessions().get(0).toBuilder()
                        .name("renamed")
                        .build())
                .removeSession(new SessionId("t"))
                .session(Samples.session("added"))
                .build();

        JsonNode written = tree(read.with(read.snapshot().with(edited), 8, "edit"));

        JsonNode before = mapper.readTree(EXTENDED);
        for (String path :
                List.of("/new", "/profiles/0/new", "/idpUrls/0/new", "/integrations/0/new", "/sessions/0/new")) {
            assertThat(written.at(path)).as(path).isEqualTo(before.at(path));
        }
        assertThat(written.at("/sessions/0/origin/new").textValue()).isEqualTo("origin");
        assertThat(written.at("/sessions/0/name").textValue()).isEqualTo("renamed");
        assertThat(written.at("/sessions")).hasSize(2);
        assertThat(written.toString()).doesNotContain("gone with it");
    }

    @Test
    void generationAndReasonAreWritten() throws Exception {
        WorkspaceDocument read = WorkspaceDocument.parse(SMALL.getBytes(UTF_8));
        WorkspaceDocument next = read.with(read.snapshot(), 8, "add session ops");

        assertThat(read.generation()).isEqualTo(7);
        assertThat(next.generation()).isEqualTo(8);
        assertThat(tree(next).path("lastChange").textValue()).isEqualTo("add session ops");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"schemaVersion\":1}",
                "{\"schemaVersion\":0,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\"}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\"",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\"} {}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultRegion\":\"s\",\"defaultLocation\":\"l\"}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":null}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\",\"sessions\":{}}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\",\"profiles\":[1]}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\",\"profiles\":[{\"id\":\"\",\"name\":\"n\"}]}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\","
                        + "\"profiles\":[{\"id\":\"p\",\"name\":\"n\"},{\"id\":\"p\",\"name\":\"m\"}]}"
            })
    void whatIsNoWorkspaceIsRefused(String text) {
        assertThatThrownBy(() -> WorkspaceDocument.parse(text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        MalformedDocumentException.class,
                        e -> assertThat(e.isNewer()).isFalse());
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] latin1 = SMALL.replace("default", "d\u00e9fault").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> WorkspaceDocument.parse(latin1))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaVersion\":2,\"everything\":\"different\"}",
                "{\"schemaVersion\":1,\"generation\":1,\"defaultRegion\":\"r\",\"defaultLocation\":\"l\","
                        + "\"states\":{\"s\":{\"state\":\"levitating\"}}}"
            })
    void newerVersionIsToldApart(String text) {
        assertThatThrownBy(() -> WorkspaceDocument.parse(text.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        MalformedDocumentException.class,
                        e -> assertThat(e.isNewer()).isTrue());
    }

    private static WorkspaceDocument document(Snapshot snapshot) {
        return WorkspaceDocument.of(snapshot).with(snapshot, 1, "a test");
    }

    private static Snapshot roundTrip(Snapshot snapshot) throws MalformedDocumentException {
        return WorkspaceDocument.parse(document(snapshot).toBytes()).snapshot();
    }

    private JsonNode tree(WorkspaceDocument document) throws Exception {
        return mapper.readTree(document.toBytes());
    }
}
