package dev.leapp.core.issuance;

import java.nio.file.Path;
import java.util.List;

/**
 * The record of which credentials were handed out: when, of which session, for what. It holds no secret, but the names of sessions and
 * programs in the clear. Each entry is chained to the one before by a keyed hash, whose key whoever can only write the file does not
 * have: what was changed, moved or removed is found by {@link #verify()}.
 *
 * <p>Thread-safe, and safe among processes that share a workspace. That an entry can't be written fails nothing; the user is told.
 * Old entries go when the log has grown beyond some megabytes.
 *
 * @since 0.1
 */
public interface IssuanceLog {

    /**
     * Returns entries as they stand there, unchecked. Lines that are no entries are left out. Writes nothing and needs no key.
     *
     * @param filter which ones
     * @return the entries, the oldest first
     * @throws dev.leapp.core.error.WorkspaceException if the log can't be read
     */
    List<IssuanceEntry> entries(IssuanceFilter filter);

    /**
     * Checks all entries. Writes nothing; needs the workspace's key, for which the user may be asked. What can't be noticed: that the
     * whole log was replaced by an older copy of itself, or removed with all that belongs to it; and anything done by somebody who can
     * open the workspace.
     *
     * @return what was found
     * @throws dev.leapp.core.error.WorkspaceException if the log can't be read, or the workspace can't be opened
     */
    IssuanceReport verify();

    /**
     * Tells whether entries are made. Without anything done about it they are.
     *
     * @return whether it is on
     * @throws dev.leapp.core.error.WorkspaceException if the log can't be read
     */
    boolean isOn();

    /**
     * Switches it on or off, which is an entry itself.
     *
     * @param on whether entries are to be made
     * @return whether that changed anything
     * @throws dev.leapp.core.error.WorkspaceException if it can't be written
     */
    boolean turn(boolean on);

    /**
     * Returns where it lies.
     *
     * @return the directory, which may not be there yet
     */
    Path location();

    /**
     * Returns how much room the entries take.
     *
     * @return the bytes of all its files
     */
    long bytes();
}
