package dev.leapp.core.internal.transfer;

import dev.leapp.core.session.SessionId;
import java.util.Set;

/** What is to be done once an import is in the workspace. */
@FunctionalInterface
public interface AfterImport {

    /**
     * Forgets what was got with former settings and secrets, and tells of the change.
     *
     * @param replaced the sessions that have other settings now
     * @param rekeyed the sessions that have other secrets now
     */
    void run(Set<SessionId> replaced, Set<SessionId> rekeyed);
}
