package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.internal.machine.MachineIdReader;
import dev.leapp.core.internal.workspace.json.LeappFormatException;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.internal.workspace.key.NoSlotOpensException;
import dev.leapp.core.internal.workspace.key.PassphraseSlots;
import dev.leapp.core.internal.workspace.key.WorkspacePassphrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in words why the workspace file can't be used, that it was left as it is, and which command helps. */
record WorkspaceTroubles(Path file) {

    private static final String RECOVER = "'leapp workspace recover' shows what can be brought back";

    LeappException unreadable(UnreadableException e) {
        return switch (e.reason()) {
            case DAMAGED ->
                trouble(
                        CoreErrorCode.WORKSPACE_CORRUPT,
                        "is damaged (" + e.getMessage() + "), and was left as it is",
                        RECOVER + ", 'leapp workspace doctor' what else is wrong; older generations are in "
                                + Backups.directoryOf(file),
                        e);
            case NEWER_VERSION ->
                trouble(
                        CoreErrorCode.WORKSPACE_FORMAT_UNKNOWN,
                        "was written by a newer version of Leapp (" + e.getMessage() + "), and was left as it is",
                        "use that version; or " + RECOVER,
                        e);
            case OTHER_KEY -> otherKey(e);
        };
    }

    private LeappException otherKey(UnreadableException e) {
        return onlyTrouble(e)
                .orElseGet(() -> trouble(
                        CoreErrorCode.WORKSPACE_KEY_MISMATCH,
                        "can't be opened on this machine (" + e.getMessage() + "), and was left as it is",
                        whatOpens(e) + RECOVER,
                        e));
    }

    /** Returns what kept the one slot there is from being tried at all. */
    private static Optional<LeappException> onlyTrouble(UnreadableException e) {
        return slots(e).flatMap(NoSlotOpensException::onlyTrouble)
                .filter(only -> only.code() != CoreErrorCode.WORKSPACE_KEY_MISMATCH);
    }

    /** Says why a workspace file that is not the user's own one here can't be imported. */
    LeappException cantImport(UnreadableException e) {
        return switch (e.reason()) {
            case DAMAGED ->
                trouble(
                        CoreErrorCode.WORKSPACE_CORRUPT,
                        "is damaged (" + e.getMessage() + "); nothing was imported",
                        "copy it again from where it was written",
                        e);
            case NEWER_VERSION ->
                trouble(
                        CoreErrorCode.WORKSPACE_FORMAT_UNKNOWN,
                        "was written by a newer version of Leapp (" + e.getMessage() + "); nothing was imported",
                        "use that version",
                        e);
            case OTHER_KEY ->
                onlyTrouble(e)
                        .orElseGet(() -> trouble(
                                CoreErrorCode.WORKSPACE_KEY_MISMATCH,
                                "can't be opened (" + e.getMessage() + "); nothing was imported",
                                "--machine-id ID opens what another machine wrote"
                                        + " (on Linux the content of its /etc/machine-id)"
                                        + (hasPassphrase(e) ? ", --passphrase-stdin what its passphrase opens" : ""),
                                e));
        };
    }

    private static Optional<NoSlotOpensException> slots(UnreadableException e) {
        return Optional.ofNullable(e.getCause())
                .filter(NoSlotOpensException.class::isInstance)
                .map(NoSlotOpensException.class::cast);
    }

    private static boolean hasPassphrase(UnreadableException e) {
        return slots(e).map(none -> none.has(PassphraseSlots.KIND)).orElse(false);
    }

    private static String whatOpens(UnreadableException e) {
        List<String> ways = new ArrayList<>();
        if (slots(e).map(none -> none.has(MachineSlots.KIND)).orElse(true)) {
            ways.add("if the machine's id has changed: leapp workspace recover --machine-id ID, or set "
                    + MachineIdReader.OVERRIDE + " (on Linux the former content of /etc/machine-id); ");
        }
        if (hasPassphrase(e)) {
            ways.add("a passphrase in " + WorkspacePassphrase.VARIABLE + " comes before asking; ");
        }
        return String.join("", ways);
    }

    WorkspaceException notReadable(IOException e) {
        return trouble(
                CoreErrorCode.WORKSPACE_NOT_READABLE,
                "can't be read (" + reason(e) + ")",
                "check the permissions of the file and of its directory: 'leapp workspace doctor' says what is wrong",
                e);
    }

    WorkspaceException gone() {
        return trouble(CoreErrorCode.WORKSPACE_NOT_READABLE, "is gone, though Leapp wrote it before", RECOVER, null);
    }

    WorkspaceException formatChanged(WorkspaceFormat before, WorkspaceFormat found) {
        return trouble(
                CoreErrorCode.WORKSPACE_FORMAT_CHANGED,
                "is in " + found.description() + " format now, though Leapp for the JVM left it in "
                        + before.description() + "; nothing was changed",
                found == WorkspaceFormat.LEAPP
                        ? "the desktop app has probably replaced it: " + RECOVER
                        : RECOVER + ", --current-file takes it as it is",
                null);
    }

    WorkspaceException notInLeappsFormat(LeappFormatException e) {
        return switch (e.kind()) {
            case INEXPRESSIBLE ->
                trouble(
                        CoreErrorCode.WORKSPACE_UPGRADE_NEEDED,
                        "is in the Leapp desktop app's format, which can't hold this: " + e.getMessage(),
                        "bring it into the format of Leapp for the JVM: leapp workspace upgrade",
                        e);
            case INCONSISTENT ->
                trouble(
                        CoreErrorCode.WORKSPACE_INCONSISTENT,
                        "was not changed: the Leapp desktop app would refuse it (" + e.getMessage() + ")",
                        "change what refers to it first",
                        e);
        };
    }

    WorkspaceException cantRecover(String source, UnreadableException e) {
        boolean otherKey = e.reason() == UnreadableException.Reason.OTHER_KEY;
        return trouble(
                otherKey ? CoreErrorCode.WORKSPACE_KEY_MISMATCH : CoreErrorCode.WORKSPACE_CORRUPT,
                "is as it was: what should be recovered (" + source + ") can't be opened: " + e.getMessage(),
                (otherKey
                                ? "--machine-id ID opens what another machine wrote, --passphrase what a passphrase opens; "
                                : "")
                        + "'leapp workspace backups' shows what else there is",
                e);
    }

    WorkspaceException changedMeanwhile() {
        return trouble(
                CoreErrorCode.OVERTAKEN, "was changed by another process meanwhile", "run the command again", null);
    }

    WorkspaceException desktopAppRuns() {
        return trouble(
                CoreErrorCode.DESKTOP_APP_RUNNING,
                "can only be read while the Leapp desktop app is running, because the app would overwrite the change",
                "quit the desktop app and run the command again; --ignore-desktop-app changes it all the same",
                null);
    }

    WorkspaceException linkLeadsNowhere(Path target) {
        return trouble(
                CoreErrorCode.NOT_WRITABLE,
                "is a link to " + target + ", whose directory is not there",
                "mount or create that directory, or remove the link",
                null);
    }

    WorkspaceException busy(LockTimeoutException e) {
        return trouble(
                CoreErrorCode.LOCK_TIMEOUT,
                "is in use: " + e.getMessage(),
                "wait for that process, or end it, then run the command again",
                e);
    }

    WorkspaceException interrupted(InterruptedException e) {
        return new WorkspaceException(
                CoreErrorCode.CANCELLED, "Cancelled while waiting for the workspace " + file, null, e);
    }

    /** Makes an error about the workspace file. */
    WorkspaceException trouble(CoreErrorCode code, String what, @Nullable String hint, @Nullable Throwable cause) {
        return new WorkspaceException(code, "The workspace file " + file + " " + what, hint, cause);
    }

    /**
     * Says why something can't be opened that the command can do without.
     *
     * @throws LeappException if it can't because the user has cancelled, which is meant for the whole command
     */
    static String reason(Exception e) {
        if (e instanceof LeappException known && known.code().trouble() == Trouble.CANCELLED) {
            throw known;
        }
        return String.valueOf(e.getMessage());
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof NoSuchFileException ? "it is not there" : String.valueOf(e.getMessage());
    }
}
