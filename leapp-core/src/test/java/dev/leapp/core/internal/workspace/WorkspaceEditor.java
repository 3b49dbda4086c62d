package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.lock.JavaProcess;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Edits a workspace in a process of its own: waits for a line of input, then counts on for ever, and prints each number that was
 * saved. It counts in three places at once.
 */
public final class WorkspaceEditor {

    static final String COUNTER = "counter";
    private static final String MIRROR = "mirror";
    private static final SessionId COUNTED = new SessionId("counted");

    private WorkspaceEditor() {}

    static JavaProcess start(Path file) throws IOException {
        return JavaProcess.start(WorkspaceEditor.class, file);
    }

    public static void main(String[] args) throws Exception {
        FileWorkspaceRepository repository = Repositories.unforced(Path.of(args[0]));
        repository.read();
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        int counter = counterOf(repository.read());
        while (true) {
            count(repository, ++counter);
            System.out.println(counter);
        }
    }

    private static void count(FileWorkspaceRepository repository, int counter) {
        String number = Integer.toString(counter);
        Repositories.edit(repository, snapshot -> {
            Workspace.Builder next = snapshot.workspace().toBuilder();
            next.setting(COUNTER, number).setting(MIRROR, number);
            next.session(Repositories.session(COUNTED.value(), snapshot.workspace())
                    .name(number)
                    .build());
            return snapshot.with(next.build());
        });
    }

    /** Returns the number that was saved last; fails if not all places say the same. */
    static int counterOf(Snapshot snapshot) {
        Workspace workspace = snapshot.workspace();
        String counter = workspace.settings().getOrDefault(COUNTER, "0");
        String mirror = workspace.settings().getOrDefault(MIRROR, "0");
        String named = workspace.session(COUNTED).map(session -> session.name()).orElse("0");
        if (!counter.equals(mirror) || !counter.equals(named)) {
            throw new AssertionError("half a state: " + counter + ", " + mirror + ", " + named);
        }
        return Integer.parseInt(counter);
    }
}
