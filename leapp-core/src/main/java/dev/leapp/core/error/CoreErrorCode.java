package dev.leapp.core.error;

import java.util.Locale;

/**
 * The codes of core's own errors.
 *
 * @since 0.1
 */
public enum CoreErrorCode implements ErrorCode {
    /** A value is missing or malformed. */
    INVALID_VALUE(Trouble.USAGE),
    /** No session has that id or name. */
    SESSION_NOT_FOUND(Trouble.NOT_FOUND),
    /** The name fits several. */
    AMBIGUOUS_NAME(Trouble.NOT_FOUND),
    /** No profile has that id or name. */
    PROFILE_NOT_FOUND(Trouble.NOT_FOUND),
    /** No integration has that id or alias. */
    INTEGRATION_NOT_FOUND(Trouble.NOT_FOUND),
    /** No plug-in provides that type of integrations. */
    UNKNOWN_INTEGRATION_TYPE(Trouble.NOT_FOUND),
    /** No identity provider URL has that id. */
    IDP_URL_NOT_FOUND(Trouble.NOT_FOUND),
    /** No plug-in provides that session type. */
    UNKNOWN_ACCESS_METHOD(Trouble.NOT_FOUND),
    /** No plug-in provides that provider chain. */
    UNKNOWN_PROVIDER_CHAIN(Trouble.NOT_FOUND),
    /** No plug-in hands the credentials of that session over in that way. */
    HANDOVER_UNKNOWN(Trouble.NOT_FOUND),
    /** No plug-in provides that importer. */
    UNKNOWN_IMPORTER(Trouble.NOT_FOUND),
    /** The file to import is not there. */
    BUNDLE_NOT_FOUND(Trouble.NOT_FOUND),
    /** Something of that name exists already. */
    ALREADY_EXISTS(Trouble.CONFLICT),
    /** Others refer to what should go. */
    STILL_REFERRED_TO(Trouble.CONFLICT),
    /** Another session is active on the same named profile. */
    PROFILE_IN_USE(Trouble.CONFLICT),
    /** A section of the user's files was not written by Leapp. */
    FOREIGN_SECTION(Trouble.CONFLICT),
    /** The session is not active. */
    SESSION_NOT_ACTIVE(Trouble.CONFLICT),
    /** The session's lease is over. */
    LEASE_OVER(Trouble.CONFLICT),
    /** The session is protected, and nobody has agreed. */
    SESSION_PROTECTED(Trouble.CONFLICT),
    /** Nothing can listen on that port: another program does, or it takes more rights. */
    PORT_NOT_AVAILABLE(Trouble.CONFLICT),
    /** Another attempt, or a stop, overtook this one. */
    OVERTAKEN(Trouble.CONFLICT),
    /** Somebody must log in. */
    LOGIN_NEEDED(Trouble.LOGIN_NEEDED),
    /** An MFA code is needed, or the one given was wrong. */
    MFA_NEEDED(Trouble.LOGIN_NEEDED),
    /** The long-term key of a session is not in the secret store. */
    SECRET_MISSING(Trouble.LOGIN_NEEDED),
    /** The passphrase does not open the bundle. */
    BUNDLE_LOCKED(Trouble.LOGIN_NEEDED),
    /** The cloud said no. */
    REFUSED_BY_CLOUD(Trouble.REFUSED),
    /** The cloud asked to slow down, and retries did not help. */
    THROTTLED(Trouble.NETWORK),
    /** The cloud could not be reached. */
    UNREACHABLE(Trouble.NETWORK),
    /** The workspace file is damaged. */
    WORKSPACE_CORRUPT(Trouble.WORKSPACE_UNREADABLE),
    /** No key slot opens the workspace file: the machine id is another. */
    WORKSPACE_KEY_MISMATCH(Trouble.WORKSPACE_UNREADABLE),
    /** The workspace file was written by a newer version or another program. */
    WORKSPACE_FORMAT_UNKNOWN(Trouble.WORKSPACE_UNREADABLE),
    /** Another program has put a workspace file of another format in the place of ours. */
    WORKSPACE_FORMAT_CHANGED(Trouble.WORKSPACE_UNREADABLE),
    /** The Leapp desktop app's format can't hold what is to be written. */
    WORKSPACE_UPGRADE_NEEDED(Trouble.CONFLICT),
    /** The change would leave a reference to nothing, or an id twice. */
    WORKSPACE_INCONSISTENT(Trouble.CONFLICT),
    /** The Leapp desktop app is running, and would overwrite a change of its file. */
    DESKTOP_APP_RUNNING(Trouble.CONFLICT),
    /** The generation or backup to recover from is not there. */
    NOTHING_TO_RECOVER(Trouble.NOT_FOUND),
    /** The workspace has no key slot of that id. */
    KEY_SLOT_NOT_FOUND(Trouble.NOT_FOUND),
    /** The last key slot can't be removed, or another one can't be opened here. */
    KEY_SLOT_NEEDED(Trouble.CONFLICT),
    /** The workspace file can't be read: permission, or a failing disk. */
    WORKSPACE_NOT_READABLE(Trouble.WORKSPACE_UNREADABLE),
    /** The bundle is damaged. */
    BUNDLE_DAMAGED(Trouble.WORKSPACE_UNREADABLE),
    /** The file is no bundle, or one of a newer version. */
    BUNDLE_FORMAT_UNKNOWN(Trouble.WORKSPACE_UNREADABLE),
    /** The bundle can't be read: permission, or a failing disk. */
    BUNDLE_NOT_READABLE(Trouble.WORKSPACE_UNREADABLE),
    /** This machine has no stable machine id. */
    NO_MACHINE_ID(Trouble.WORKSPACE_UNREADABLE),
    /** No secret store can be used. */
    NO_SECRET_STORE(Trouble.SECRET_STORE_UNAVAILABLE),
    /** The secret store is locked, or its passphrase is wrong. */
    SECRET_STORE_LOCKED(Trouble.SECRET_STORE_UNAVAILABLE),
    /** The secret store failed. */
    SECRET_STORE_FAILED(Trouble.SECRET_STORE_UNAVAILABLE),
    /** The disk is full. */
    DISK_FULL(Trouble.NOT_WRITTEN),
    /** A file can't be written. */
    NOT_WRITABLE(Trouble.NOT_WRITTEN),
    /** A lock was held for too long. */
    LOCK_TIMEOUT(Trouble.BUSY),
    /** The user cancelled. */
    CANCELLED(Trouble.CANCELLED),
    /** A plug-in failed in a way that it must not. */
    PLUGIN_FAILED(Trouble.DEFECT),
    /** Leapp failed in a way that it must not. */
    INTERNAL(Trouble.DEFECT);

    private final Trouble trouble;

    CoreErrorCode(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Trouble trouble() {
        return trouble;
    }
}
