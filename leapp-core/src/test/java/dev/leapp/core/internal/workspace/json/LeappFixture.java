package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A file that the original desktop app wrote, and what tests do with it. */
public final class LeappFixture {

    public static final String PLAIN_USER = "bd2567df-4c39-4c20-9d05-8fb0cec9edd4";
    public static final String MFA_USER = "866d63ce-1bec-4b44-af6a-fea0acd5e3b5";
    public static final String FEDERATED = "7142fb21-892b-4d53-b0f8-dce6f9650fa5";
    public static final String CHAINED = "d3357acb-f594-482b-bf76-85c44ff9d670";
    public static final String SSO_ROLE = "5fd1cb17-c903-4632-97e0-eb8d6e451464";
    public static final String AZURE = "dfb01cb1-860b-4e15-9161-2b615a69fed6";
    public static final String LOCALSTACK = "3c834a38-d740-4aa1-b1aa-5ad64221a50d";

    public static final String DEFAULT_PROFILE = "e3d9656c-ea6b-41b8-a142-1540f262eac1";
    public static final String DEV_PROFILE = "11111111-1111-4111-8111-111111111111";
    public static final String IDP_URL = "22222222-2222-4222-8222-222222222222";
    public static final String SSO = "7632cb2e-bc02-49ff-abdc-7bf9d70ca3fe";
    public static final String AZURE_TENANT = "ec665fbd-d788-4724-8eaa-4bbb47f803a3";

    private LeappFixture() {}

    /** Returns the bytes of one of the fixture's files. */
    public static byte[] bytes(String file) {
        try (InputStream in = LeappFixture.class.getResourceAsStream("/dev/leapp/core/leapp-lock/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    static ObjectNode tree() {
        return tree(bytes("Leapp-lock.plain.json"));
    }

    static ObjectNode tree(String json) {
        return tree(json.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode tree(LeappDocument document) {
        return tree(document.toBytes());
    }

    static LeappDocument document() throws MalformedDocumentException {
        return document(tree());
    }

    static LeappDocument document(JsonNode tree) throws MalformedDocumentException {
        return LeappDocument.parse(ExactJson.toBytes((ObjectNode) tree));
    }

    /** Returns the fixture after a change of its tree. */
    static LeappDocument changed(Consumer<ObjectNode> change) throws MalformedDocumentException {
        ObjectNode tree = tree();
        change.accept(tree);
        return document(tree);
    }

    static ObjectNode session(ObjectNode tree, String id) {
        for (JsonNode session : tree.path("_sessions")) {
            if (session.path("sessionId").asText().equals(id)) {
                return (ObjectNode) session;
            }
        }
        throw new IllegalArgumentException(id);
    }

    static Session session(LeappDocument document, String id) {
        return document.snapshot().workspace().session(new SessionId(id)).orElseThrow();
    }

    /** Returns a session as a user adds it. */
    static Session.Builder newSession(String type) {
        return Session.builder(new SessionId("new"), "new one", new SessionType(type), "eu-west-3")
                .profileId(new ProfileId(DEV_PROFILE));
    }

    static LeappDocument edit(LeappDocument document, UnaryOperator<Workspace.Builder> edit)
            throws LeappFormatException {
        Snapshot before = document.snapshot();
        return document.with(
                before.with(edit.apply(before.workspace().toBuilder()).build()));
    }

    static LeappDocument edit(LeappDocument document, String id, UnaryOperator<Session.Builder> edit)
            throws LeappFormatException {
        Session next = edit.apply(session(document, id).toBuilder()).build();
        return edit(document, workspace -> workspace.session(next));
    }

    /** Returns the JSON pointers at which two trees differ, each as high up as something was added or removed. */
    static Set<String> differences(JsonNode one, JsonNode other) {
        TreeSet<String> pointers = new TreeSet<>();
        collect("", one, other, pointers);
        return pointers;
    }

    private static void collect(String pointer, JsonNode one, JsonNode other, Set<String> pointers) {
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(pointer + "/" + name, one.path(name), other.path(name), pointers));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                collect(pointer + "/" + i, one.get(i), other.get(i), pointers);
            }
        } else if (!one.equals(other)) {
            pointers.add(pointer);
        }
    }

    private static ObjectNode tree(byte[] json) {
        try {
            return ExactJson.parse(json);
        } catch (MalformedDocumentException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, String> settings(LeappDocument document, String id) {
        return session(document, id).settings();
    }
}
