package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the generations that are kept; where the format does not say what was changed, that is found by comparing. */
record Generations(WorkspaceStorage storage, WorkspaceTroubles troubles) {

    /** A generation that was opened, or why it could not be. */
    private record Opened(Backups.Backup backup, @Nullable StoredWorkspace workspace, String problem) {}

    List<Generation> list() {
        List<Opened> newestFirst = opened();
        List<Generation> generations = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            Optional<StoredWorkspace> older = i + 1 < newestFirst.size()
                    ? Optional.ofNullable(newestFirst.get(i + 1).workspace())
                    : Optional.empty();
            generations.add(generation(newestFirst.get(i), older));
        }
        return generations;
    }

    private List<Opened> opened() {
        Map<List<String>, String> closed = new HashMap<>();
        try {
            return storage.backups().newestFirst().stream()
                    .map(backup -> open(backup, closed))
                    .toList();
        } catch (IOException e) {
            throw troubles.notReadable(e);
        }
    }

    /** Opens one; slots that did not open another one before are not tried again, so that the user is asked once. */
    private Opened open(Backups.Backup backup, Map<List<String>, String> closed) {
        try {
            byte[] bytes = Files.readAllBytes(backup.path());
            List<String> slots = storage.opener().slots(bytes);
            Optional<String> problem = Optional.ofNullable(closed.get(slots)).or(() -> problemWithKey(bytes));
            problem.ifPresent(why -> closed.put(slots, why));
            return problem.isPresent()
                    ? new Opened(backup, null, problem.get())
                    : new Opened(backup, storage.opener().open(bytes), "");
        } catch (IOException e) {
            return new Opened(backup, null, "can't be read: " + WorkspaceTroubles.reason(e));
        } catch (UnreadableException | LeappException e) {
            return new Opened(backup, null, WorkspaceTroubles.reason(e));
        }
    }

    private Optional<String> problemWithKey(byte[] bytes) {
        try {
            storage.opener().unlock(bytes);
            return Optional.empty();
        } catch (UnreadableException | LeappException e) {
            return Optional.of(WorkspaceTroubles.reason(e));
        }
    }

    private static Generation generation(Opened opened, Optional<StoredWorkspace> older) {
        Backups.Backup backup = opened.backup();
        Generation.Builder builder = Generation.builder(
                backup.generation(), backup.writtenAt(), backup.format().id(), backup.path());
        StoredWorkspace workspace = opened.workspace();
        return workspace == null
                ? builder.unopened(opened.problem())
                : builder.opened(workspace.snapshot().workspace().sessions().size(), reason(workspace, older));
    }

    private static String reason(StoredWorkspace workspace, Optional<StoredWorkspace> older) {
        Snapshot now = workspace.snapshot();
        return workspace.reason().isEmpty()
                ? older.map(before -> Differences.between(before.snapshot(), now))
                        .orElse("")
                : workspace.reason();
    }
}
