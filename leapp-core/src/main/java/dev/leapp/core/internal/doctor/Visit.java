package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.DoctorOptions;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.WorkspaceFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One examination: what several checks need, looked at once. Not thread-safe. */
final class Visit {

    private final DoctorOptions options;
    private final WorkspaceFile file;
    private final boolean passphraseGiven;
    private final @Nullable Snapshot snapshot;
    private final @Nullable LeappException trouble;
    private @Nullable List<Generation> generations;

    private Visit(
            DoctorOptions options,
            WorkspaceFile file,
            boolean passphraseGiven,
            @Nullable Snapshot snapshot,
            @Nullable LeappException trouble) {
        this.options = options;
        this.file = file;
        this.passphraseGiven = passphraseGiven;
        this.snapshot = snapshot;
        this.trouble = trouble;
    }

    /**
     * Begins by reading the workspace.
     *
     * @param passphraseGiven whether a passphrase for key slots is there without asking
     */
    static Visit of(
            WorkspaceRepository repository, WorkspaceFile file, boolean passphraseGiven, DoctorOptions options) {
        try {
            return new Visit(options, file, passphraseGiven, repository.read(), null);
        } catch (LeappException e) {
            return new Visit(options, file, passphraseGiven, null, e);
        }
    }

    DoctorOptions options() {
        return options;
    }

    /** Returns the workspace, empty if it can't be opened. */
    Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    /** Returns why the workspace can't be opened. */
    Optional<LeappException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Tells whether the workspace can't be opened only because nobody is asked for its passphrase. */
    boolean needsPassphrase() {
        boolean otherKey =
                trouble().map(LeappException::code).equals(Optional.of(CoreErrorCode.WORKSPACE_KEY_MISMATCH));
        return otherKey
                && !passphraseGiven
                && file.keySlotKinds().values().stream().allMatch(KeySlotsCheck.PASSPHRASE::equals);
    }

    /** Returns the generations that are kept, newest first. */
    List<Generation> generations() {
        List<Generation> listed = generations;
        if (listed == null) {
            listed = file.generations();
            generations = listed;
        }
        return listed;
    }

    /** Returns the newest generation, for checks that go on without. */
    Optional<Generation> newest() {
        return listed().stream().findFirst();
    }

    /** Returns the newest generation that opens here, for checks that go on without. */
    Optional<Generation> newestOpening() {
        return listed().stream().filter(each -> each.problem().isEmpty()).findFirst();
    }

    private List<Generation> listed() {
        try {
            return generations();
        } catch (LeappException e) {
            return List.of();
        }
    }
}
