package dev.leapp.core.internal.transfer;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.Plugins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the access methods declare, asked once for each type however many sessions there are. Thread-safe. */
final class SessionFields {

    private final Plugins plugins;
    private final Map<SessionType, Optional<List<FieldSpec>>> byType = new ConcurrentHashMap<>();

    SessionFields(Plugins plugins) {
        this.plugins = plugins;
    }

    boolean isKnown(Session session) {
        return find(session).isPresent();
    }

    /** Returns the fields of the session's type, none if it is unknown here. */
    List<FieldSpec> of(Session session) {
        return find(session).orElse(List.of());
    }

    private Optional<List<FieldSpec>> find(Session session) {
        return byType.computeIfAbsent(
                session.type(), type -> plugins.accessMethod(type).map(AccessMethodDescriptor::fields));
    }
}
