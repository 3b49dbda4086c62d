package dev.leapp.core.internal.transfer;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.Workspace;
import java.util.Optional;

/** What of a workspace means something on another machine: no states, no moments, no choice of secret store. */
final class Portable {

    /** Which chain hands over the sessions of a cloud; the only settings that travel. */
    private static final String CHAIN = "chain.";

    private Portable() {}

    static Workspace of(Workspace workspace) {
        Workspace.Builder portable = workspace.toBuilder();
        workspace.sessions().forEach(session -> portable.session(of(session)));
        workspace.settings().keySet().stream()
                .filter(setting -> !isPortable(setting))
                .forEach(setting -> portable.setting(setting, null));
        return portable.build();
    }

    /** Returns a session without when it was started, and since when it is missing upstream. */
    static Session of(Session session) {
        SessionOrigin origin = session.origin()
                .map(from -> from.withOrphanedSince(Optional.empty()))
                .orElse(null);
        return session.toBuilder().lastStartedAt(null).origin(origin).build();
    }

    static boolean isPortable(String setting) {
        return setting.startsWith(CHAIN);
    }
}
