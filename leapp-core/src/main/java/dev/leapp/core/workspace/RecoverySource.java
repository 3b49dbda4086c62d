package dev.leapp.core.workspace;

import dev.leapp.core.credential.Secret;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a workspace can be recovered from. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class RecoverySource {

    /** The states that can be recovered. */
    public enum Kind {
        /** What lies in the workspace file now. */
        CURRENT_FILE("the file as it was"),
        /** An older generation. */
        GENERATION("generation"),
        /** The backup that the Leapp desktop app keeps beside its file. */
        DESKTOP_BACKUP("the desktop app's backup"),
        /** Nothing: a new, empty workspace. */
        EMPTY("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final Kind kind;
    private final long generation;
    private final @Nullable String machineId;
    private final @Nullable Secret passphrase;

    private RecoverySource(Kind kind, long generation, @Nullable String machineId, @Nullable Secret passphrase) {
        this.kind = kind;
        this.generation = generation;
        this.machineId = machineId;
        this.passphrase = passphrase;
    }

    /**
     * Returns what lies in the workspace file now: to adopt a format that another program has left there, or, with
     * {@link #openedByMachine} or {@link #openedByPassphrase}, to open on this machine what was sealed for another machine id.
     *
     * @return a new source
     */
    public static RecoverySource currentFile() {
        return new RecoverySource(Kind.CURRENT_FILE, 0, null, null);
    }

    /**
     * Returns an older generation.
     *
     * @param number its {@link Generation#number() number}
     * @return a new source
     */
    public static RecoverySource generation(long number) {
        return new RecoverySource(Kind.GENERATION, number, null, null);
    }

    /**
     * Returns the backup that the Leapp desktop app keeps beside its file.
     *
     * @return a new source
     */
    public static RecoverySource desktopBackup() {
        return new RecoverySource(Kind.DESKTOP_BACKUP, 0, null, null);
    }

    /**
     * Returns nothing: a new, empty workspace.
     *
     * @return a new source
     */
    public static RecoverySource empty() {
        return new RecoverySource(Kind.EMPTY, 0, null, null);
    }

    /**
     * Returns this source, to be opened with another machine's id.
     *
     * @param id the raw machine id, as that machine has it
     * @return a new source
     */
    public RecoverySource openedByMachine(String id) {
        return new RecoverySource(kind, generation, id, null);
    }

    /**
     * Returns this source, to be opened with a passphrase.
     *
     * @param secret the passphrase of one of its key slots; the caller closes it after use
     * @return a new source
     */
    public RecoverySource openedByPassphrase(Secret secret) {
        return new RecoverySource(kind, generation, null, secret);
    }

    /**
     * Returns which state it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the number of the generation.
     *
     * @return the number, empty for another kind
     */
    public OptionalLong generation() {
        return kind == Kind.GENERATION ? OptionalLong.of(generation) : OptionalLong.empty();
    }

    /**
     * Returns the machine id that opens it.
     *
     * @return the raw id, empty for what opens this machine's workspace
     */
    public Optional<String> machineId() {
        return Optional.ofNullable(machineId);
    }

    /**
     * Returns the passphrase that opens it.
     *
     * @return the passphrase, empty for what opens this machine's workspace
     */
    public Optional<Secret> passphrase() {
        return Optional.ofNullable(passphrase);
    }

    @Override
    public String toString() {
        return kind == Kind.GENERATION ? kind.words + " " + generation : kind.words;
    }
}
