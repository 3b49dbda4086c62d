package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes into a session of the desktop app's file what changed, or all of a session that is new there. */
final class LeappSessionWriter {

    private final ObjectNode node;
    private final LeappType type;
    private final Optional<LeappSession> former;
    private final LeappSession next;

    private LeappSessionWriter(ObjectNode node, LeappType type, Optional<LeappSession> former, LeappSession next) {
        this.node = node;
        this.type = type;
        this.former = former;
        this.next = next;
    }

    /** Writes into the node, which is of the former session, or empty if there was none. */
    static void write(ObjectNode node, Optional<LeappSession> former, LeappSession next)
            throws LeappFormatException, MalformedDocumentException {
        Optional<LeappSession> same = former.filter(
                session -> session.session().type().equals(next.session().type()));
        if (same.isPresent()) {
            LeappType type = LeappType.of(new LeappElement(() -> what(next), node));
            new LeappSessionWriter(node, type, same, next).write();
        } else {
            writeNew(node, next);
        }
    }

    private static void writeNew(ObjectNode node, LeappSession next) throws LeappFormatException {
        LeappType type = LeappType.of(next.session().type())
                .orElseThrow(() -> LeappFormatException.inexpressible(what(next) + " has the type "
                        + next.session().type() + ", which the desktop app does not know"));
        node.removeAll();
        node.putNull("sessionName").putNull("region");
        node.put(LeappList.SESSIONS.id(), next.session().id().value());
        node.putNull(LeappStates.STATUS);
        type.parts().forEach(part -> node.putNull(part.key()));
        node.put(LeappType.TYPE_KEY, type.spelling());
        new LeappSessionWriter(node, type, Optional.empty(), next).write();
    }

    private void write() throws LeappFormatException {
        if (changed(Session::name)) {
            node.put("sessionName", next.session().name());
        }
        if (changed(Session::region)) {
            node.put("region", next.session().region());
        }
        if (changed(Session::profileId)) {
            writeProfile(next.session().profileId().map(ProfileId::value));
        }
        for (LeappField field : type.fields()) {
            if (changed(session -> value(session, field))) {
                field.write(node, value(next.session(), field), what(next));
            }
        }
        if (former.isEmpty() || !former.get().state().equals(next.state())) {
            LeappStates.write(node, type, next.state());
        }
        LeappExtras.edit(node, LeappExtras.KEY, this::writeExtras);
    }

    private void writeProfile(Optional<String> profile) throws LeappFormatException {
        boolean inExtras = type.known() && !type.hasProfile();
        if (type.hasProfile() && profile.isEmpty() && type.known()) {
            throw LeappFormatException.inexpressible(what(next) + " has no named profile");
        }
        if (inExtras) {
            LeappExtras.edit(node, LeappExtras.KEY, extras -> LeappExtras.put(extras, LeappExtras.PROFILE, profile));
        } else {
            LeappExtras.put(node, LeappType.PROFILE_KEY, profile);
        }
    }

    private void writeExtras(ObjectNode extras) {
        Session session = next.session();
        LeappExtras.put(extras, LeappExtras.SETTINGS, otherSettings());
        LeappExtras.put(extras, LeappExtras.TAGS, otherTags());
        LeappExtras.put(extras, LeappExtras.CHAIN, session.chain());
        LeappOrigins.write(extras, type, this::written, session.origin());
        Optional<Instant> told = LeappStates.started(node);
        Optional<Instant> last = session.lastStartedAt()
                .filter(at ->
                        told.isEmpty() || at.truncatedTo(ChronoUnit.MILLIS).isAfter(told.get()));
        LeappExtras.putTime(extras, LeappExtras.LAST_STARTED, last);
    }

    private Map<String, String> otherSettings() {
        Map<String, String> others = new LinkedHashMap<>(next.session().settings());
        type.fields().forEach(field -> others.remove(field.setting()));
        return others;
    }

    /** Favourites stand in a list of the desktop app. */
    private Map<String, String> otherTags() {
        Map<String, String> others = new LinkedHashMap<>(next.session().tags());
        others.remove(Session.FAVOURITE);
        return others;
    }

    private Optional<String> written(String key) {
        return Optional.ofNullable(node.get(key)).map(JsonNode::textValue).filter(text -> !text.isEmpty());
    }

    /** Returns a setting; where it does not say which integration the session is from, its origin does. */
    private static Optional<String> value(Session session, LeappField field) {
        boolean integration =
                field.key().equals(LeappOrigins.SSO_INTEGRATION) || field.key().equals(LeappOrigins.AZURE_INTEGRATION);
        Optional<String> origin = session.origin()
                .filter(from -> integration)
                .map(SessionOrigin::integration)
                .map(Object::toString);
        return session.setting(field.setting()).or(() -> origin);
    }

    private boolean changed(Function<Session, Object> part) {
        return former.isEmpty() || !part.apply(former.get().session()).equals(part.apply(next.session()));
    }

    private static String what(LeappSession session) {
        return "session '" + session.session().name() + "'";
    }
}
