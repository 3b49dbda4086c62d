package dev.leapp.core.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file that the workspace is kept in: its format, the key slots that open it, its older generations, and the ways back when it
 * is damaged or gone. Thread-safe; every change runs under the workspace's lock. Methods may ask the user for a passphrase where
 * a key slot needs one.
 *
 * <p>Nothing here ever destroys the only copy of anything: what a recovery replaces is put aside.
 *
 * @since 0.1
 */
public interface WorkspaceFile {

    /** The format of Leapp for the JVM. */
    String SEALED = "sealed";

    /** The format of the Leapp desktop app. */
    String LEAPP = "leapp";

    /**
     * Returns where the file lies.
     *
     * @return its path
     */
    String location();

    /**
     * Returns the format that the file has, by its first bytes.
     *
     * @return {@link #SEALED} or {@link #LEAPP}; {@link #SEALED} too if there is no file yet
     * @throws dev.leapp.core.error.WorkspaceException if it can't be read
     */
    String format();

    /**
     * Brings a file in the desktop app's format into ours. Nothing is lost: what only the desktop app knows is kept beside the rest,
     * and its file becomes a generation. From then on the desktop app can't read the workspace any more, and would replace it by its own
     * last backup, or by an empty one, if it were started.
     *
     * @param slot what opens the new file
     * @return whether anything changed: a file in our format already stays as it is
     * @throws dev.leapp.core.error.WorkspaceException if it can't be read or written, or the desktop app is running
     */
    boolean upgrade(NewKeySlot slot);

    /**
     * Returns the generations that were kept, newest first. A generation that can't be opened is listed with its reason.
     *
     * @return the generations
     * @throws dev.leapp.core.error.WorkspaceException if the directory can't be read
     */
    List<Generation> generations();

    /**
     * Puts another state in the place of the file. Sessions are active afterwards only if they were in that state and something is
     * still published for them.
     *
     * @param source where the state comes from
     * @return what was done
     * @throws dev.leapp.core.error.WorkspaceException if the source can't be opened or the file can't be written; nothing was changed
     */
    Recovered recover(RecoverySource source);

    /**
     * Returns the backup that the Leapp desktop app keeps beside its file, and that this machine's id opens. Leapp for the JVM never
     * writes or deletes it.
     *
     * @return where it lies, empty if it isn't there
     */
    Optional<Path> desktopBackup();

    /**
     * Returns what kinds of slots open the file, without trying any: asks nobody.
     *
     * @return the kinds by the slots' ids, in the order of the file; empty if there is no file
     * @throws dev.leapp.core.error.WorkspaceException if the file can't be read
     */
    Map<String, String> keySlotKinds();

    /**
     * Returns the slots that open the file, and tries each: the keychain may ask to be unlocked. A passphrase is tried only if it was
     * given before, or is in the environment; nobody is asked to type one.
     *
     * @return the slots in the order of the file; one of kind {@code machine} for a file in the desktop app's format
     * @throws dev.leapp.core.error.WorkspaceException if the file can't be read
     */
    List<KeySlotView> keySlots();

    /**
     * Adds a slot, so that one more thing opens the workspace.
     *
     * @param slot what shall open it
     * @return the slot
     * @throws dev.leapp.core.error.LeappException if the file can't be opened or written, is in the desktop app's format, or what
     *     the slot needs is not here
     */
    KeySlotView addKeySlot(NewKeySlot slot);

    /**
     * Removes a slot. The workspace gets a new key, and older generations are sealed under it, so that what opened the slot opens
     * nothing any more, copies made elsewhere apart.
     *
     * @param id the slot's id, or a unique beginning of it
     * @param dropOthers whether slots that can't be opened here may go, too; without, they are a conflict
     * @return what was done
     * @throws dev.leapp.core.error.LeappException if there is no such slot, it is the last one, or another slot can't be opened here
     */
    KeyRotation removeKeySlot(String id, boolean dropOthers);

    /**
     * Gives the workspace a new key, in the same slots, and seals older generations under it. A generation that can't be opened is
     * deleted.
     *
     * @param dropOthers whether slots that can't be opened here may go; without, they are a conflict
     * @return what was done
     * @throws dev.leapp.core.error.LeappException if the file can't be opened or written, or a slot can't be opened here
     */
    KeyRotation rotateKey(boolean dropOthers);
}
