package dev.leapp.core.error;

/**
 * The kinds of trouble that a user can tell apart; a command line gives each its own exit code.
 *
 * @since 0.1
 */
public enum Trouble {
    /** A defect of Leapp or of a plug-in. */
    DEFECT,
    /** What was asked makes no sense: a missing or malformed value. */
    USAGE,
    /** What was named does not exist, or the name fits several. */
    NOT_FOUND,
    /** Something else is in the way. */
    CONFLICT,
    /** Somebody must log in, or give an MFA code or a passphrase. */
    LOGIN_NEEDED,
    /** The cloud said no. */
    REFUSED,
    /** The cloud could not be reached. */
    NETWORK,
    /** The workspace, or what is imported into it, can't be read; it was left as it is. */
    WORKSPACE_UNREADABLE,
    /** No secret store can be used. */
    SECRET_STORE_UNAVAILABLE,
    /** A file can't be written: the disk is full, or permission is missing. */
    NOT_WRITTEN,
    /** A lock was held for too long by another process. */
    BUSY,
    /** The user, or a signal, ended it. */
    CANCELLED
}
