package dev.leapp.core.workspace;

import java.util.List;

/**
 * Looks for what is wrong with a user's Leapp: the workspace file and what opens it, older generations, sessions, the secret store,
 * plug-ins, the clock, the network, locks. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Doctor {

    /**
     * Looks at everything, one thing after the other; what can't be looked at is a finding, too, and stops nothing else. Works also
     * when the workspace can't be opened. Writes nothing and asks nobody: a passphrase is used only if the environment has it, a
     * locked keychain stays locked. Of secrets it looks only at the names. May block for some seconds: the keychain and the network
     * are given a bounded time each.
     *
     * @param options what to leave out, and how long to wait
     * @return what was found, also what is in order, grouped by topic
     * @throws dev.leapp.core.error.LeappException only if the thread is interrupted
     */
    List<Finding> examine(DoctorOptions options);
}
