package dev.leapp.core.internal.workspace.json;

import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the desktop app's file as a snapshot. What is missing has the value that the desktop app gives it. */
final class LeappReader {

    static final String DEFAULT_REGION = "defaultRegion";
    static final String DEFAULT_LOCATION = "defaultLocation";

    /** Where the secrets of such a file lie, if it says nothing else. */
    static final Map.Entry<String, String> SECRET_STORE = Map.entry("secret-store", "keychain");

    private interface Part<T> {
        T read(LeappElement element) throws MalformedDocumentException;
    }

    private final LeappTree tree;
    private final Workspace.Builder workspace = Workspace.builder();
    private final Map<SessionId, SessionState> states = new LinkedHashMap<>();

    private LeappReader(LeappTree tree) {
        this.tree = tree;
    }

    static Snapshot read(LeappTree tree) throws MalformedDocumentException {
        LeappReader reader = new LeappReader(tree);
        reader.readDefaults();
        reader.readProfiles();
        reader.readIdpUrls();
        reader.readIntegrations();
        reader.readSessions();
        return new Snapshot(reader.workspace.build(), reader.states);
    }

    private void readDefaults() throws MalformedDocumentException {
        tree.text(DEFAULT_REGION).ifPresent(workspace::defaultRegion);
        tree.text(DEFAULT_LOCATION).ifPresent(workspace::defaultLocation);
        workspace.setting(SECRET_STORE.getKey(), SECRET_STORE.getValue());
        tree.document()
                .object(LeappExtras.DOCUMENT_KEY)
                .texts(LeappExtras.SETTINGS)
                .forEach(workspace::setting);
    }

    private void readProfiles() throws MalformedDocumentException {
        if (!tree.has(LeappList.PROFILES)) {
            workspace.profile(DefaultProfile.VALUE);
        }
        for (LeappElement element : tree.elements(LeappList.PROFILES)) {
            workspace.profile(valid(element, LeappReader::profile));
        }
    }

    private void readIdpUrls() throws MalformedDocumentException {
        for (LeappElement element : tree.elements(LeappList.IDP_URLS)) {
            workspace.idpUrl(valid(element, LeappReader::idpUrl));
        }
    }

    private void readIntegrations() throws MalformedDocumentException {
        for (LeappIntegrationKind kind : LeappIntegrationKind.ALL) {
            for (LeappElement element : tree.elements(kind.list())) {
                workspace.integration(valid(element, kind::read));
            }
        }
    }

    private void readSessions() throws MalformedDocumentException {
        Set<String> profiles = workspace.build().profiles().stream()
                .map(profile -> profile.id().value())
                .collect(Collectors.toSet());
        Set<String> pinned = LeappPins.read(tree);
        for (LeappElement element : tree.elements(LeappList.SESSIONS)) {
            LeappSession read = valid(element, session -> LeappSession.read(session, profiles));
            workspace.session(withFavourite(read.session(), pinned));
            states.put(read.session().id(), read.state());
        }
    }

    private static Session withFavourite(Session session, Set<String> pinned) {
        return pinned.contains(session.id().value())
                ? session.toBuilder().tag(Session.FAVOURITE, Session.SET).build()
                : session;
    }

    /** The desktop app also takes names that no file of AWS can have as a section. */
    private static NamedProfile profile(LeappElement element) throws MalformedDocumentException {
        String id = element.id(LeappList.PROFILES.id());
        String name = element.text(LeappList.PROFILES.label())
                .orElse("")
                .replaceAll("[\\p{Cntrl}\\[\\]]", "_")
                .strip();
        return new NamedProfile(new ProfileId(id), name.isEmpty() ? id : name);
    }

    private static IdpUrl idpUrl(LeappElement element) throws MalformedDocumentException {
        String id = element.id(LeappList.IDP_URLS.id());
        return new IdpUrl(
                new IdpUrlId(id),
                element.text(LeappList.IDP_URLS.label()).orElse("").strip());
    }

    private static <T> T valid(LeappElement element, Part<T> part) throws MalformedDocumentException {
        try {
            return part.read(element);
        } catch (IllegalArgumentException e) {
            throw MalformedDocumentException.damaged(element.what() + ": " + e.getMessage(), e);
        }
    }
}
