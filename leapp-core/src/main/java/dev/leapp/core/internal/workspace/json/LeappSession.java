package dev.leapp.core.internal.workspace.json;

import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A session and its state: one element in the desktop app's file. */
record LeappSession(Session session, SessionState state) {

    static LeappSession read(LeappElement element, Set<String> profiles) throws MalformedDocumentException {
        LeappElement extras = LeappExtras.of(element);
        LeappType type = LeappType.of(element);
        SessionId id = new SessionId(element.id(LeappList.SESSIONS.id()));
        String name =
                element.text("sessionName").filter(text -> !text.isBlank()).orElse(id.value());
        Session.Builder builder =
                Session.builder(id, name, type.type(), element.text("region").orElse(""));
        Map<String, String> settings = settings(element, type, extras);
        settings.forEach(builder::setting);
        extras.texts(LeappExtras.TAGS).forEach(builder::tag);
        builder.profileId(profile(element, extras)
                .filter(profiles::contains)
                .map(ProfileId::new)
                .orElse(null));
        builder.origin(LeappOrigins.read(type, key -> Optional.ofNullable(settings.get(key)), extras)
                .orElse(null));
        builder.chain(extras.filled(LeappExtras.CHAIN).orElse(null));
        builder.lastStartedAt(lastStarted(element, extras).orElse(null));
        return new LeappSession(builder.build(), LeappStates.read(element));
    }

    private static Map<String, String> settings(LeappElement element, LeappType type, LeappElement extras)
            throws MalformedDocumentException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (LeappField field : type.fields()) {
            field.read(element).ifPresent(value -> settings.put(field.setting(), value));
        }
        extras.texts(LeappExtras.SETTINGS).forEach(settings::putIfAbsent);
        return settings;
    }

    /** One among the extras may be gone: the desktop app does not know that it is referred to. */
    private static Optional<String> profile(LeappElement element, LeappElement extras)
            throws MalformedDocumentException {
        Optional<String> profile = element.filled(LeappType.PROFILE_KEY);
        return profile.isPresent() ? profile : extras.filled(LeappExtras.PROFILE);
    }

    private static Optional<Instant> lastStarted(LeappElement element, LeappElement extras)
            throws MalformedDocumentException {
        return Stream.of(element.time(LeappStates.STARTED), extras.time(LeappExtras.LAST_STARTED))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
