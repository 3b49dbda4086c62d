package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The elements of one list of a workspace document.
 *
 * @param field the list
 * @param of its values in a workspace
 * @param adder adds a value to a workspace
 * @param id an element's id
 * @param reader reads an element
 * @param writer writes all but the id into an object, and leaves there what it does not know
 * @param removeKnown leaves of an object only what the writer does not know
 */
record ElementKind<T>(
        String field,
        Function<Workspace, List<T>> of,
        BiConsumer<Workspace.Builder, T> adder,
        Function<T, String> id,
        ElementReader<T> reader,
        BiConsumer<ObjectNode, T> writer,
        Consumer<ObjectNode> removeKnown) {

    interface ElementReader<T> {
        T read(ObjectNode node) throws MalformedDocumentException;
    }

    static final ElementKind<NamedProfile> PROFILES = new ElementKind<>(
            "profiles",
            Workspace::profiles,
            Workspace.Builder::profile,
            profile -> profile.id().value(),
            node -> new NamedProfile(new ProfileId(JsonFields.text(node, "id")), JsonFields.text(node, "name")),
            (node, profile) -> node.put("name", profile.name()),
            node -> node.remove(Set.of("id", "name")));

    static final ElementKind<IdpUrl> IDP_URLS = new ElementKind<>(
            "idpUrls",
            Workspace::idpUrls,
            Workspace.Builder::idpUrl,
            url -> url.id().value(),
            node -> new IdpUrl(new IdpUrlId(JsonFields.text(node, "id")), JsonFields.text(node, "url")),
            (node, url) -> node.put("url", url.url()),
            node -> node.remove(Set.of("id", "url")));

    static final ElementKind<Integration> INTEGRATIONS = new ElementKind<>(
            "integrations",
            Workspace::integrations,
            Workspace.Builder::integration,
            integration -> integration.id().value(),
            ElementKind::integration,
            ElementKind::write,
            node -> node.remove(Set.of("id", "alias", "type", "settings")));

    static final ElementKind<Session> SESSIONS = new ElementKind<>(
            "sessions",
            Workspace::sessions,
            Workspace.Builder::session,
            session -> session.id().value(),
            SessionJson::read,
            SessionJson::write,
            SessionJson::removeKnown);

    private static Integration integration(ObjectNode node) throws MalformedDocumentException {
        return new Integration(
                new IntegrationId(JsonFields.text(node, "id")),
                JsonFields.text(node, "alias"),
                JsonFields.text(node, "type"),
                JsonFields.texts(node, "settings"));
    }

    private static void write(ObjectNode node, Integration integration) {
        node.put("alias", integration.alias());
        node.put("type", integration.type());
        JsonFields.put(node, "settings", integration.settings());
    }
}
